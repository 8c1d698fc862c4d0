//! Watches the pictures of an image generation call take shape, and writes each of them to a file.
//!
//! ```text
//! cargo run --example image_stream                  the bundled stream
//! cargo run --example image_stream -- stream.sse    a recorded one
//! curl -N … | cargo run --example image_stream -- -
//! ```
//!
//! What the crate is used for stands in this file: a family of events of our own making, and the loop that decodes
//! each event into it. The rest is what any program needs around that: `frames` cuts the input into events, `images`
//! writes files, `report` prints the table.

mod arguments;
mod frames;
mod images;
mod report;

use std::env;
use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;

use response_event::events::{
    ImageGenCallCompleted, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage,
};
use response_event::{EventFamily, Number, UnknownEvent, from_str};
use serde::Deserialize;

use crate::arguments::{Arguments, Command, HELP, USAGE};
use crate::frames::{Frame, Frames};
use crate::images::Pictures;
use crate::report::{Report, Row};

/// The events this program cares for. All others are `Unknown`: counted, and nothing of them is lost.
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
    let arguments = match arguments::parse(env::args_os().skip(1)) {
        Ok(Command::Run(arguments)) => arguments,
        Ok(Command::Help) => return print_help(),
        Err(problem) => return fail(&format_args!("{problem}\n{USAGE}; `--help` tells more")),
    };
    let mut report = Report::to_stdout();
    match run(&arguments, &mut report) {
        // Whoever was reading has seen enough, as in `image_stream | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            let _ = report.wipe_progress();
            return fail(&error);
        }
        Ok(()) => {}
    }
    if report.bad_events() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(arguments: &Arguments, report: &mut Report) -> io::Result<()> {
    let mut frames = Frames::open(&arguments.input)?;
    let mut pictures = Pictures::new(arguments.out.clone());
    let pause = arguments.pause(report.is_live());
    while let Some(frame) = frames.next()? {
        let place = frame.place;
        match decode(frame) {
            Ok(event) => {
                if let Event::PartialImage(partial) = &event {
                    // If the text is no picture, that is among the broken rules in the report.
                    if let Ok(image) = partial.decode_image() {
                        pictures.save(partial, &image)?;
                    }
                }
                report.event(&row(&event, &pictures))?;
            }
            Err(error) => report.bad_event(place, &*error)?,
        }
        report.progress(frames.progress())?;
        thread::sleep(pause);
    }
    report.summary(&pictures)
}

/// One event. A picture is megabytes of text, which is dropped here, as soon as it has been read.
fn decode(frame: Frame) -> Result<Event, Box<dyn Error>> {
    let json = frame.json?;
    Ok(from_str(&json)?)
}

/// What the table tells about an event.
fn row<'a>(event: &'a Event, pictures: &Pictures) -> Row<'a> {
    let position = Position::of(event);
    let partial_index = match event {
        Event::PartialImage(event) => Some(event.partial_image_index),
        _ => None,
    };
    Row {
        known: !matches!(event, Event::Unknown(_)),
        event_type: event.event_type(),
        sequence_number: position.sequence_number,
        output_index: position.output_index,
        partial_index,
        size: position.output_index.and_then(|index| pictures.size(index)),
        violations: event.validate_strict().err(),
    }
}

/// Where an event stands in its response. An event of a type we do not know may have these members all the same.
#[derive(Default, Deserialize)]
struct Position {
    sequence_number: Option<Number>,
    output_index: Option<Number>,
}

impl Position {
    fn of(event: &Event) -> Self {
        let (sequence_number, output_index) = match event {
            Event::InProgress(event) => (event.sequence_number, event.output_index),
            Event::Generating(event) => (event.sequence_number, event.output_index),
            Event::PartialImage(event) => (event.sequence_number, event.output_index),
            Event::Completed(event) => (event.sequence_number, event.output_index),
            Event::Unknown(event) => return serde_json::from_str(event.json()).unwrap_or_default(),
        };
        Self { sequence_number: Some(sequence_number), output_index: Some(output_index) }
    }
}

fn print_help() -> ExitCode {
    // Nobody can be told that the help could not be printed.
    let _ = writeln!(io::stdout(), "{USAGE}\n{HELP}");
    ExitCode::SUCCESS
}

fn fail(problem: &dyn fmt::Display) -> ExitCode {
    let _ = writeln!(io::stderr(), "image_stream: {problem}");
    ExitCode::from(2)
}
