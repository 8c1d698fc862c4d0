//! Decodes a stream of events and writes each partial image of an image generation call to a file.
//!
//! ```text
//! cargo run --example image_stream                  the bundled stream
//! cargo run --example image_stream -- stream.sse    a recorded one
//! curl -N … | cargo run --example image_stream -- -
//! ```
//!
//! This file shows the library: a family of events, the loop that decodes and validates each event, and the error
//! handling. The other files are what any program needs around that: `arguments` reads the command line, `input` pushes
//! the bytes of the input into a decoder, `images` writes files and `report` prints.

mod arguments;
mod images;
mod input;
mod report;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use response_event::events::{
    ImageGenCallCompleted, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage,
};
use response_event::{EventFamily, UnknownEvent, Validate};

use crate::arguments::{Arguments, HELP, USAGE};
use crate::images::Images;
use crate::input::Events;
use crate::report::Report;

/// The events that this program needs. Every other event is `Unknown` and keeps its JSON.
#[derive(Debug, EventFamily)]
enum Event {
    InProgress(ImageGenCallInProgress),
    Generating(ImageGenCallGenerating),
    PartialImage(ImageGenCallPartialImage),
    Completed(ImageGenCallCompleted),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn main() -> ExitCode {
    let arguments = match Arguments::parse(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(error) => return fail(format_args!("{error}\n{USAGE}")),
    };
    let mut report = Report::default();
    match run(arguments, &mut report) {
        // The reader of the output has seen enough, as in `image_stream | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return fail(error),
        Ok(()) => {}
    }
    if report.has_bad_events() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn run(arguments: Arguments, report: &mut Report) -> io::Result<()> {
    if arguments.help {
        return writeln!(io::stdout(), "{USAGE}\n{HELP}");
    }
    let events = Events::<Event>::open(&arguments.input)?;
    let mut images = Images::new(arguments.out);
    Report::header()?;
    for event in events {
        match event? {
            Ok(event) => {
                let image = save_image(&event, &mut images)?;
                report.event(&event, image.as_deref(), event.validate_strict().err())?;
            }
            // The error is about this event, the next one may be good.
            Err(problem) => report.bad_event(&problem)?,
        }
    }
    report.summary(images.folder())
}

fn save_image(event: &Event, images: &mut Images) -> io::Result<Option<String>> {
    let Event::PartialImage(partial) = event else {
        return Ok(None);
    };
    match partial.decode_image() {
        Ok(image) if !image.is_empty() => images.save(partial, &image).map(Some),
        // The report says so, because the event violates a rule.
        _ => Ok(None),
    }
}

fn fail(problem: impl Display) -> ExitCode {
    eprintln!("image_stream: {problem}");
    ExitCode::from(2)
}
