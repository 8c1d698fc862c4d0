//! The command `response-event`: checks the streams of a server, shows them and compares them.
//!
//! ```text
//! response-event check stream.sse
//! curl -N … | response-event check --json -
//! curl -N … | response-event show
//! response-event diff old.sse new.sse
//! ```
//!
//! This file is the way through the program: `arguments` reads the command line, `input` cuts files into events, `report` and
//! `json` print what the checker finds, `rules` lists its rules, `schema` prints JSON Schemas, `show` draws a stream and `diff` compares two. `decoded` and
//! `picture` read events for these, and `colors`, `progress` and `screen_text` are for terminals.

mod arguments;
mod colors;
mod decoded;
mod diff;
mod failure;
mod input;
mod json;
mod picture;
mod progress;
mod report;
mod rules;
mod schema;
mod screen_text;
mod show;

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use response_event::checker::{Severity, StreamChecker};

use crate::arguments::{Check, Command, HELP, USAGE};
use crate::colors::Colors;
use crate::failure::Failure;
use crate::input::{Content, Input, MAX_EVENT};
use crate::progress::Progress;
use crate::report::{Report, Totals};

/// The arguments are wrong, or an input cannot be read.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let command = match Command::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            complain(format_args!("{error}\n{USAGE}"));
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::default();
    let done = match command {
        Command::Help => writeln!(output, "{HELP}"),
        Command::Version => writeln!(output, "response-event {}", env!("CARGO_PKG_VERSION")),
        Command::Rules => rules::print(&mut output),
        Command::Schema(request) => request.print(&mut output),
        Command::SchemaNames => schema::print_names(&mut output),
        Command::Check(check) => run(&check, &mut outcome, &mut output),
        Command::Show(show) => outcome.take(show::run(&show, &mut output)),
        Command::Diff(diff) => outcome.take(diff::run(&diff, &mut output)),
    };
    match done.and_then(|()| output.flush()) {
        Ok(()) => outcome.code(),
        // The reader of the output has seen enough, as in `response-event check … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => outcome.code(),
        Err(error) => {
            complain(format_args!("cannot write the report: {error}"));
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Writes to standard error, which may be closed.
fn complain(message: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "response-event: {message}");
}

/// The result of all inputs so far.
#[derive(Default)]
struct Outcome {
    totals: Totals,
    is_any_unusable: bool,
    /// The answer is no: there is a problem or a difference.
    is_negative: bool,
}

impl Outcome {
    /// Takes the answer of a command that has one.
    fn take(&mut self, answer: Result<bool, Failure>) -> io::Result<()> {
        match answer {
            Ok(is_positive) => self.is_negative = !is_positive,
            Err(Failure::Output(error)) => {
                // `diff` writes nothing but differences, and `show` did not come to its end.
                self.is_negative = true;
                return Err(error);
            }
            Err(Failure::Input(error)) => {
                self.is_any_unusable = true;
                complain(format_args!("{error}"));
            }
        }
        Ok(())
    }

    fn code(&self) -> ExitCode {
        match (self.is_any_unusable, self.totals.worst()) {
            (true, _) => ExitCode::from(UNUSABLE),
            (false, Some(Severity::Error)) => ExitCode::FAILURE,
            (false, _) if self.is_negative => ExitCode::FAILURE,
            (false, _) => ExitCode::SUCCESS,
        }
    }
}

/// Checks every input.
fn run(check: &Check, outcome: &mut Outcome, output: &mut impl Write) -> io::Result<()> {
    let colors = Colors::new(!check.is_json && io::stdout().is_terminal());
    for path in &check.inputs {
        let mut report = Report::new(path, colors);
        let result = check_input(check, path, &mut report, output);
        // Also if the output is closed.
        if !matches!(result, Err(Failure::Input(_))) {
            outcome.totals.add(&report);
        }
        match result {
            Ok(()) if check.is_json => {}
            Ok(()) => report.print(output)?,
            Err(Failure::Output(error)) => return Err(error),
            Err(Failure::Input(error)) => {
                outcome.is_any_unusable = true;
                // The findings so far stand.
                if !check.is_json && report.events() > 0 {
                    report.print(output)?;
                }
                output.flush()?;
                complain(format_args!("{}: {error}", input::name(path)));
            }
        }
    }
    if !check.is_json && check.inputs.len() > 1 && outcome.totals.inputs() > 0 {
        outcome.totals.print(colors, output)?;
    }
    Ok(())
}

/// Checks one input.
fn check_input(check: &Check, path: &OsStr, report: &mut Report, output: &mut impl Write) -> Result<(), Failure> {
    let mut checker = StreamChecker::new(check.profile);
    if let Some(number) = check.resumed_after {
        checker = checker.resumed_after(number);
    }
    for scenario in &check.scenarios {
        checker = checker.expect(*scenario);
    }
    let mut progress = Progress::new();
    let input = Input::open(path).map_err(Failure::Input)?;
    let mut line = 1;
    let result = input.for_each(|piece| {
        if piece.line > 0 {
            line = piece.line;
        }
        let findings = match piece.content {
            Content::Json(json) => checker.check_bytes(json),
            Content::Frame { event, data } => match std::str::from_utf8(data) {
                Ok(data) => checker.check_frame(event, data),
                Err(_) => checker.check_bytes(data),
            },
            Content::CutOff { event, data } => match std::str::from_utf8(data) {
                Ok(data) => checker.check_cut_off_frame(event, data),
                // The end cuts off a character.
                Err(error) if error.error_len().is_none() => {
                    let (data, _) = data.split_at(error.valid_up_to());
                    checker.check_cut_off_frame(event, std::str::from_utf8(data).unwrap_or_default())
                }
                Err(_) => checker.check_bytes(data),
            },
            Content::DoneMark => checker.check_frame("", "[DONE]"),
            Content::TooLarge => checker.check_too_large(MAX_EVENT),
        };
        progress.show(piece.read, checker.events());
        report.add(line, findings, check.is_json, output).map_err(Failure::Output)
    });
    progress.clear();
    result?;
    let findings = checker.finish();
    report.add(line, findings, check.is_json, output).map_err(Failure::Output)?;
    report.finish(&checker);
    Ok(())
}
