//! Wall time: the fastest of many short rounds, in which the contenders take turns, so that all see the same noise.

use std::time::{Duration, Instant};

use crate::contender::{Contender, Group};
use crate::input::INPUTS;

/// The time that a round of one contender should take: shorter than most interruptions.
const ROUND: Duration = Duration::from_millis(2);
const ROUNDS: usize = 200;

/// Prints a table for each group and input whose names contain the filters.
pub(crate) fn print(groups: &[Group], filters: &[&str]) {
    let fits = |name: &str, place: usize| filters.get(place).is_none_or(|filter| name.contains(filter));
    for group in groups.iter().filter(|group| fits(group.name, 0)) {
        for input in INPUTS.iter().filter(|input| fits(input.name, 1) && !group.skips.contains(&input.name)) {
            let events = (input.events)();
            if events.is_empty() {
                println!("\n{}: {}: ../shared is not beside the project", group.name, input.name);
                continue;
            }
            println!("\n{}: {}, wall time", group.name, input.name);
            print_rows(&rows(group, &events), events.len());
        }
    }
}

struct Row<'g> {
    contender: &'g Contender,
    times: usize,
    fastest: Duration,
}

fn rows<'g>(group: &'g Group, events: &[String]) -> Vec<Row<'g>> {
    let able = group.contenders.iter().filter(|contender| (contender.run)(events, 1).is_some());
    let mut rows: Vec<_> =
        able.map(|contender| Row { contender, times: times(contender, events), fastest: Duration::MAX }).collect();
    for _ in 0..ROUNDS {
        for row in &mut rows {
            row.fastest =
                row.fastest.min(time(row.contender, events, row.times) / u32::try_from(row.times).unwrap_or(1));
        }
    }
    rows
}

/// Returns how often the work fits into a round.
fn times(contender: &Contender, events: &[String]) -> usize {
    let mut times = 1;
    while time(contender, events, times) < ROUND && times < 1 << 20 {
        times *= 2;
    }
    times
}

fn time(contender: &Contender, events: &[String], times: usize) -> Duration {
    let start = Instant::now();
    (contender.run)(events, times);
    start.elapsed()
}

fn print_rows(rows: &[Row<'_>], events: usize) {
    let nanoseconds = |row: &Row<'_>| row.fastest.as_secs_f64() * 1e9 / events as f64;
    let Some(first) = rows.first().map(nanoseconds) else { return };
    for row in rows {
        println!("{:44} {:>12.1} ns  {:>6.3}", row.contender.name, nanoseconds(row), nanoseconds(row) / first);
    }
}
