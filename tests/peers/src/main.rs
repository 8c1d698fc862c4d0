//! Ours beside serde's derive, on the same input in one run: instructions per event, as a ratio.
//!
//! `cargo run --release` prints the table. It runs itself under `valgrind --tool=callgrind`, once with a hundred and once
//! with eleven hundred decodes: the difference is the cost of a thousand, without that of the start. Instruction counts are
//! the same on every run, whatever else the machine does.

mod catalogue;
mod contender;
mod input;

use std::env;
use std::process::{Command, ExitCode};

use contender::{CONTENDERS, Contender};
use input::{INPUTS, Input};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match &*arguments.iter().map(String::as_str).collect::<Vec<_>>() {
        [] => table(),
        [contender, input, times] => repeat(contender, input, times),
        _ => Err("usage: response-event-peers [CONTENDER INPUT TIMES]".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What valgrind runs: one contender on one input, so many times.
fn repeat(contender: &str, input: &str, times: &str) -> Result<(), String> {
    let Contender { run, .. } = CONTENDERS.iter().find(|row| row.name == contender).ok_or("no such contender")?;
    let Input { json, .. } = INPUTS.iter().find(|row| row.name == input).ok_or("no such input")?;
    run(&json(), times.parse().map_err(|_| "TIMES is not a number")?);
    Ok(())
}

fn table() -> Result<(), String> {
    println!("instructions per event, and the ratio to the first row of each input\n");
    for Input { name, json } in INPUTS {
        println!("{name} ({} bytes)", json().len());
        let mut base = None;
        for contender in CONTENDERS {
            let count = instructions(contender.name, name)?;
            let base = *base.get_or_insert(count);
            println!("  {:<44} {count:>9} {:>6.3}", contender.name, count as f64 / base as f64);
        }
        println!();
    }
    Ok(())
}

/// Instructions of one decode or encode.
fn instructions(contender: &str, input: &str) -> Result<u64, String> {
    let (few, many) = if input.contains("MiB") { (2, 12) } else { (100, 1100) };
    let difference = collected(contender, input, many)?.saturating_sub(collected(contender, input, few)?);
    Ok(difference / (many - few))
}

/// Instructions of a whole run, as callgrind counts them.
fn collected(contender: &str, input: &str, times: u64) -> Result<u64, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([contender, input, &times.to_string()])
        .output()
        .map_err(|error| format!("valgrind, which counts the instructions, does not run: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let collected = report.lines().find_map(|line| line.split_once("Collected : "));
    let count = collected.and_then(|(_, count)| count.trim().parse().ok());
    count.filter(|_| output.status.success()).ok_or_else(|| format!("{contender} on {input} failed:\n{report}"))
}
