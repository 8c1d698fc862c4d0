//! The command `response-event`: checks the streams of a server.
//!
//! ```text
//! response-event check stream.sse
//! curl -N … | response-event check --json -
//! ```
//!
//! This file is the way through the program: `arguments` reads the command line, `input` cuts files into events, `report` and
//! `json` print what the checker finds, `rules` lists its rules, `colors` and `progress` are for terminals.

mod arguments;
mod colors;
mod failure;
mod input;
mod json;
mod progress;
mod report;
mod rules;

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use response_event::checker::{Severity, StreamChecker};

use crate::arguments::{Arguments, Check, Command, HELP, USAGE};
use crate::colors::Colors;
use crate::failure::Failure;
use crate::input::{Input, Piece};
use crate::progress::Progress;
use crate::report::{Report, Totals};

/// The arguments are wrong, or an input cannot be read.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = match Arguments::parse(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(error) => {
            complain(format_args!("{error}\n{USAGE}"));
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let done = match arguments.command {
        Command::Help => writeln!(output, "{HELP}").map(|()| ExitCode::SUCCESS),
        Command::Version => {
            writeln!(output, "response-event {}", env!("CARGO_PKG_VERSION")).map(|()| ExitCode::SUCCESS)
        }
        Command::Rules => rules::print(&mut output).map(|()| ExitCode::SUCCESS),
        Command::Check(check) => run(&check, &mut output),
    };
    match done.and_then(|code| output.flush().map(|()| code)) {
        Ok(code) => code,
        // The reader of the output has seen enough, as in `response-event check … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
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

/// Checks every input.
fn run(check: &Check, output: &mut impl Write) -> io::Result<ExitCode> {
    let colors = Colors::new(!check.is_json && io::stdout().is_terminal());
    let mut totals = Totals::default();
    let mut is_any_unusable = false;
    for path in &check.inputs {
        let mut report = Report::new(path, colors);
        match check_input(check, path, &mut report, output) {
            Ok(()) if check.is_json => {}
            Ok(()) => report.print(output)?,
            Err(Failure::Output(error)) => return Err(error),
            Err(Failure::Input(error)) => {
                // The findings so far stand.
                if !check.is_json && report.events() > 0 {
                    report.print(output)?;
                }
                output.flush()?;
                complain(format_args!("{}: {error}", input::name(path)));
                is_any_unusable = true;
                continue;
            }
        }
        totals.add(&report);
    }
    if !check.is_json && check.inputs.len() > 1 && totals.inputs() > 0 {
        totals.print(colors, output)?;
    }
    Ok(match (is_any_unusable, totals.worst()) {
        (true, _) => ExitCode::from(UNUSABLE),
        (false, Some(Severity::Error)) => ExitCode::FAILURE,
        (false, _) => ExitCode::SUCCESS,
    })
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
    let mut input = Input::open(path).map_err(Failure::Input)?;
    let mut line = 0;
    let result = input.for_each(|piece| {
        line = piece.line();
        let findings = match piece {
            Piece::Json { json, .. } => checker.check_bytes(json),
            Piece::Frame { event, data, .. } => match std::str::from_utf8(data) {
                Ok(data) => checker.check_frame(event, data),
                Err(_) => checker.check_bytes(data),
            },
            Piece::CutOff { event, data, .. } => checker.check_cut_off_frame(event, &String::from_utf8_lossy(data)),
        };
        progress.show(piece.read(), checker.events());
        report.add(line, findings, check.is_json, output).map_err(Failure::Output)
    });
    progress.clear();
    result?;
    let findings = checker.finish();
    report.add(line, findings, check.is_json, output).map_err(Failure::Output)?;
    report.finish(&checker);
    Ok(())
}
