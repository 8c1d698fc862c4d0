//! Instructions of one event, by valgrind: the same on every run, whatever else the machine does.

use std::env;
use std::process::{Command, Stdio};

use crate::contender::Contender;

/// The difference of two lengths of run is the cost of the work alone, without that of the start.
pub(crate) fn per_event(
    group: &str,
    contender: &Contender,
    input: &str,
    events: usize,
    bytes: usize,
) -> Result<f64, String> {
    let few = 2;
    let many = few + (300_000 / bytes).clamp(10, 500);
    let short = start(group, contender, input, few)?;
    let long = start(group, contender, input, many)?;
    let (short, long) = (collected(short)?, collected(long)?);
    Ok(long.saturating_sub(short) as f64 / ((many - few) * events) as f64)
}

/// Both runs at once, as a second core has nothing else to do.
fn start(group: &str, contender: &Contender, input: &str, times: usize) -> Result<std::process::Child, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["repeat", group, contender.name, input, &times.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("valgrind, which counts the instructions, does not run: {error}"))
}

fn collected(run: std::process::Child) -> Result<u64, String> {
    let output = run.wait_with_output().map_err(|error| error.to_string())?;
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.lines().find_map(|line| line.split_once("Collected : "));
    let count = count.and_then(|(_, count)| count.trim().parse().ok());
    count.filter(|_| output.status.success()).ok_or_else(|| format!("valgrind failed:\n{report}"))
}
