//! What the program prints: a table that grows by a line per event, and a summary.
//!
//! On a terminal the table is coloured, repeated events share a line, and a bar below shows how far the input has been
//! read. In a pipe it is plain lines.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::{self, IsTerminal, StdoutLock, Write};

use response_event::{DecodeError, Level, Number, Violations};

use crate::frames::{Place, Progress};
use crate::images::Pictures;

/// One line of the table.
pub(crate) struct Row<'a> {
    pub(crate) known: bool,
    pub(crate) event_type: &'a str,
    pub(crate) sequence_number: Option<Number>,
    pub(crate) output_index: Option<Number>,
    pub(crate) partial_index: Option<Number>,
    /// Of the item's picture so far, in bytes.
    pub(crate) size: Option<usize>,
    pub(crate) violations: Option<Violations>,
}

pub(crate) struct Report {
    out: StdoutLock<'static>,
    terminal: Terminal,
    tally: Tally,
    /// The event in the last line of the table and how often it has come, if another one may share the line.
    shared: Option<(String, u64)>,
}

#[derive(Default)]
struct Tally {
    /// How many events there were of each type, and whether the family knows it.
    types: BTreeMap<String, (bool, u64)>,
    good: u64,
    bad: u64,
    contract: usize,
    strict: usize,
}

impl Report {
    pub(crate) fn to_stdout() -> Self {
        Self { out: io::stdout().lock(), terminal: Terminal::of_stdout(), tally: Tally::default(), shared: None }
    }

    /// Whether somebody is watching.
    pub(crate) fn is_live(&self) -> bool {
        self.terminal.live
    }

    pub(crate) fn bad_events(&self) -> u64 {
        self.tally.bad
    }

    pub(crate) fn event(&mut self, row: &Row<'_>) -> io::Result<()> {
        self.header()?;
        let event_type = printable(row.event_type);
        self.tally.event(row, &event_type);
        let times = self.times(row, &event_type);
        let line = self.terminal.row(row, &event_type, times);
        if times > 1 {
            self.out.write_all(UP.as_bytes())?;
        }
        self.line(&line)?;
        for violation in row.violations.iter().flatten() {
            let violation = printable(&violation.to_string());
            let violation = self.terminal.paint(Paint::Warning, &violation);
            self.line(&format!("      {violation}"))?;
        }
        Ok(())
    }

    pub(crate) fn bad_event(&mut self, place: Place, error: &(dyn Error + 'static)) -> io::Result<()> {
        self.header()?;
        self.tally.bad += 1;
        let kind = match error.downcast_ref::<DecodeError>() {
            Some(error) => format!("{:?}: ", error.kind()),
            None => String::new(),
        };
        let text = format!("bad {place}: {kind}{}", printable(&error.to_string()));
        let text = self.terminal.paint(Paint::Error, &text);
        self.shared = None;
        self.line(&format!("   !  {text}"))
    }

    /// Redraws the bar.
    pub(crate) fn progress(&mut self, progress: Progress) -> io::Result<()> {
        if !self.terminal.live {
            return Ok(());
        }
        let Tally { good, bad, .. } = self.tally;
        let bar = match progress.total {
            Some(total) => bar(progress.read, total),
            None => size(progress.read),
        };
        write!(self.out, "{CLEAR}{bar}  {}", count(good + bad, "event"))?;
        self.out.flush()
    }

    pub(crate) fn summary(&mut self, pictures: &Pictures) -> io::Result<()> {
        let mut text = self.tally.to_string();
        // Writing to a `String` cannot fail.
        let _ = match pictures.written() {
            Some((number, bytes, folder)) => {
                let number = count(number as u64, "picture");
                writeln!(text, "{number} ({}) in {}", size(bytes as u64), folder.display())
            }
            None => writeln!(text, "no pictures"),
        };
        self.wipe_progress()?;
        write!(self.out, "\n{text}")?;
        self.out.flush()
    }

    pub(crate) fn wipe_progress(&mut self) -> io::Result<()> {
        if self.terminal.live {
            self.out.write_all(CLEAR.as_bytes())?;
        }
        self.out.flush()
    }

    /// Prints the head of the table before its first line.
    fn header(&mut self) -> io::Result<()> {
        if self.tally.good + self.tally.bad > 0 {
            return Ok(());
        }
        let head = cells(["seq", "event", "index", "picture", "contract", "strict"]);
        let head = self.terminal.paint(Paint::Heading, &head.join(" "));
        self.line(&head)
    }

    /// How often this event has come in a row: more than once if it goes into the line of the last one.
    fn times(&mut self, row: &Row<'_>, event_type: &str) -> u64 {
        let may_share = self.terminal.live && !row.known;
        let times = match self.shared.take() {
            Some((last, times)) if may_share && last == event_type => times + 1,
            _ => 1,
        };
        self.shared = may_share.then(|| (event_type.to_owned(), times));
        times
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        // The bar is written over.
        let clear = if self.terminal.live { CLEAR } else { "" };
        writeln!(self.out, "{clear}{text}")
    }
}

impl Tally {
    fn event(&mut self, row: &Row<'_>, event_type: &str) {
        self.good += 1;
        self.types.entry(event_type.to_owned()).or_insert((row.known, 0)).1 += 1;
        self.contract += broken(row, Level::Contract);
        self.strict += broken(row, Level::Strict);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (event_type, (known, number)) in &self.types {
            let unknown = if *known { "" } else { "  (unknown)" };
            writeln!(f, "{number:>5}  {event_type}{unknown}")?;
        }
        let known: u64 = self.types.values().filter(|(known, _)| *known).map(|(_, number)| number).sum();
        let Self { good, bad, contract, strict, .. } = self;
        write!(f, "{}: {known} known, {} unknown, {bad} bad", count(good + bad, "event"), good - known)?;
        writeln!(f, "; rules broken: {contract} contract, {strict} strict")
    }
}

fn broken(row: &Row<'_>, level: Level) -> usize {
    row.violations.iter().flatten().filter(|violation| violation.level() == level).count()
}

/// Pads each cell to the width of its column. The line is 80 wide, with the longest type we know and the gaps of
/// [`Terminal::row`].
fn cells([sequence, event, index, picture, contract, strict]: [&str; 6]) -> [String; 6] {
    [
        format!("{sequence:>4} "),
        format!("{event:<44}"),
        format!("{index:>5}"),
        format!("{picture:>7}"),
        format!("{contract:>8}"),
        format!("{strict:>6}"),
    ]
}

/// What standard output can show.
struct Terminal {
    live: bool,
    colour: bool,
}

#[derive(Clone, Copy)]
enum Paint {
    Heading,
    Strong,
    Faint,
    Warning,
    Error,
}

/// To the start of the line, and wipe it.
const CLEAR: &str = "\r\x1b[K";
/// To the line above.
const UP: &str = "\x1b[A";
const NO_WRAP: &str = "\x1b[?7l";
const WRAP: &str = "\x1b[?7h";

impl Terminal {
    fn of_stdout() -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
        let live = io::stdout().is_terminal() && !dumb;
        Self { live, colour: live && !set("NO_COLOR") }
    }

    fn row(&self, row: &Row<'_>, event_type: &str, times: u64) -> String {
        let event = match times {
            1 => event_type.to_owned(),
            _ => format!("{event_type} ×{times}"),
        };
        let index = match (row.output_index, row.partial_index) {
            (Some(output), Some(partial)) => format!("{output}-{partial}"),
            (Some(output), None) => output.to_string(),
            (None, _) => "-".to_owned(),
        };
        let sequence = row.sequence_number.map_or("-".to_owned(), |number| number.to_string());
        let picture = row.size.map_or("-".to_owned(), |bytes| size(bytes as u64));
        let [contract, strict] = [Level::Contract, Level::Strict].map(|level| broken(row, level));
        let [sequence, event, index, picture, contract_cell, strict_cell] =
            cells([&sequence, &event, &index, &picture, &contract.to_string(), &strict.to_string()]);
        let event = self.paint(if row.known { Paint::Strong } else { Paint::Faint }, &event);
        let contract = self.paint(if contract > 0 { Paint::Error } else { Paint::Faint }, &contract_cell);
        let strict = self.paint(if strict > 0 { Paint::Warning } else { Paint::Faint }, &strict_cell);
        let line = [sequence, event, index, picture, contract, strict].join(" ");
        // A line that wraps at the edge of a narrow terminal could not be replaced.
        if self.live { format!("{NO_WRAP}{line}{WRAP}") } else { line }
    }

    fn paint(&self, paint: Paint, text: &str) -> String {
        let code = match paint {
            _ if !self.colour => return text.to_owned(),
            Paint::Heading => "4",
            Paint::Strong => "1;36",
            Paint::Faint => "2",
            Paint::Warning => "33",
            Paint::Error => "31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

/// A bar of 32 cells, drawn to an eighth of a cell.
fn bar(read: u64, total: u64) -> String {
    const CELLS: u64 = 32;
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = read.min(total) * CELLS * 8 / total.max(1);
    let filled = "█".repeat(usize::try_from(eighths / 8).unwrap_or_default());
    let part = PARTS[usize::try_from(eighths % 8).unwrap_or_default()];
    let percent = read.min(total) * 100 / total.max(1);
    let empty = CELLS - eighths.div_ceil(8);
    format!("▕{filled}{part}{:1$}▏{percent:>3} %", "", usize::try_from(empty).unwrap_or_default())
}

/// A number of bytes for people, in 7 characters at most: `512 B`, `9.5 KiB`, `176 KiB`, `3.1 MiB`.
fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = 1024 * KIB;
    let (unit, name) = match bytes {
        ..KIB => return format!("{bytes} B"),
        KIB..MIB => (KIB, "KiB"),
        MIB.. => (MIB, "MiB"),
    };
    match bytes / unit {
        whole @ ..10 => format!("{whole}.{} {name}", bytes % unit * 10 / unit),
        whole => format!("{whole} {name}"),
    }
}

fn count(number: u64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// Text of the stream that cannot take over the terminal: control characters, and those that turn the direction of
/// writing, are spelled out.
fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => printable.extend(character.escape_unicode()),
            _ if character.is_control() => printable.extend(character.escape_debug()),
            _ => printable.push(character),
        }
    }
    printable
}
