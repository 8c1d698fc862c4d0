//! The command line of a measuring program.

use std::env;
use std::process::ExitCode;

use crate::clock;
use crate::contender::Group;
use crate::input::INPUTS;
use crate::table;

const USAGE: &str = "usage: [allocations | clock] [GROUP [INPUT]] (parts of their names)
       repeat GROUP CONTENDER INPUT TIMES (what valgrind runs)";

/// Prints the tables, or does what valgrind counts.
pub fn run(groups: &[Group]) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match &*arguments.iter().map(String::as_str).collect::<Vec<_>>() {
        ["repeat", group, contender, input, times] => repeat(groups, group, contender, input, times),
        ["allocations", rest @ ..] if rest.len() <= 2 => table::print(groups, rest, false),
        ["clock", rest @ ..] if rest.len() <= 2 => {
            clock::print(groups, rest);
            Ok(())
        }
        rest if rest.len() <= 2 => table::print(groups, rest, true),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn repeat(groups: &[Group], group: &str, contender: &str, input: &str, times: &str) -> Result<(), String> {
    let group = groups.iter().find(|row| row.name == group).ok_or(USAGE)?;
    let contender = group.contenders.iter().find(|row| row.name == contender).ok_or(USAGE)?;
    let input = INPUTS.iter().find(|row| row.name == input).ok_or(USAGE)?;
    (contender.run)(&(input.events)(), times.parse().map_err(|_| USAGE)?);
    Ok(())
}
