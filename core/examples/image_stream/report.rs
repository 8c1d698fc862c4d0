//! Prints a line for each event and a summary.

use std::io::{self, Write};
use std::path::Path;

use response_event::{EventFamily, Level, Number, Violations};

#[derive(Default)]
pub(crate) struct Report {
    known: usize,
    unknown: usize,
    bad: usize,
    contract: usize,
    strict: usize,
    images: usize,
}

impl Report {
    pub(crate) fn has_bad_events(&self) -> bool {
        self.bad > 0
    }

    pub(crate) fn header() -> io::Result<()> {
        print_row("seq", "event", "index", "image")
    }

    pub(crate) fn event<E: EventFamily>(
        &mut self,
        event: &E,
        image: Option<&str>,
        violations: Option<Violations>,
    ) -> io::Result<()> {
        if E::TYPES.contains(&event.event_type()) {
            self.known += 1;
        } else {
            self.unknown += 1;
        }
        self.images += usize::from(image.is_some());
        let number = |number: Option<Number>| number.map_or_else(|| String::from("-"), |number| number.to_string());
        let [sequence, index] = [event.sequence_number(), event.output_index()].map(number);
        // The type of an unknown event is any text, which must not control the terminal.
        print_row(&sequence, &event.event_type().escape_debug().to_string(), &index, image.unwrap_or_default())?;
        for violation in violations.into_iter().flatten() {
            let count = if violation.level() == Level::Contract { &mut self.contract } else { &mut self.strict };
            *count += 1;
            writeln!(io::stdout(), "      {violation}")?;
        }
        Ok(())
    }

    pub(crate) fn bad_event(&mut self, problem: &str) -> io::Result<()> {
        self.bad += 1;
        writeln!(io::stdout(), "   !  bad event: {problem}")
    }

    pub(crate) fn summary(&self, folder: Option<&Path>) -> io::Result<()> {
        let Self { known, unknown, bad, contract, strict, images } = self;
        let events = known + unknown + bad;
        let mut out = io::stdout();
        writeln!(out, "\n{events} events: {known} known, {unknown} unknown, {bad} bad")?;
        writeln!(out, "violations: {contract} contract, {strict} strict")?;
        match folder {
            Some(folder) => writeln!(out, "{images} images in {}", folder.display()),
            None => writeln!(out, "no images"),
        }
    }
}

fn print_row(sequence: &str, event: &str, index: &str, image: &str) -> io::Result<()> {
    let row = format!("{sequence:>4}  {event:<44} {index:>5}  {image}");
    writeln!(io::stdout(), "{}", row.trim_end())
}
