//! One table for each input: instructions and allocations per event, ratios, bars.

use crate::allocations;
use crate::contender::{Allocations, Contender, Group, Run};
use crate::input::{INPUTS, Input, RECORDED};
use crate::instructions;

/// Of the groups and inputs whose names contain what is asked for.
pub(crate) fn print(groups: &[Group], asked: &[&str], with_instructions: bool) -> Result<(), String> {
    let wanted = |at: usize, name: &str| asked.get(at).is_none_or(|part| name.contains(part));
    println!("per event; the ratio is to the first row of each table\n");
    let mut bars = Bars::default();
    for group in groups.iter().filter(|group| wanted(0, group.name)) {
        let inputs = INPUTS.iter().filter(|input| wanted(1, input.name) && !group.skips.contains(&input.name));
        for input in inputs {
            table(group, input, with_instructions, &mut bars)?;
        }
    }
    println!("{} of {} bars missed", bars.missed.len(), bars.count);
    bars.missed.iter().for_each(|line| println!("  {line}"));
    Ok(())
}

#[derive(Default)]
struct Bars {
    count: usize,
    missed: Vec<String>,
}

fn table(group: &Group, input: &Input, with_instructions: bool, bars: &mut Bars) -> Result<(), String> {
    let events = (input.events)();
    if events.is_empty() {
        println!("{}: {}: not measured, there are no recordings here\n", group.name, input.name);
        return Ok(());
    }
    let bytes: usize = events.iter().map(String::len).sum();
    let own = group.own.map_or(0.0, |own| allocations(own, &events));
    let mut base: Option<Row> = None;
    for (at, contender) in group.contenders.iter().enumerate() {
        let Some(refused) = (contender.run)(&events, 1) else { continue };
        let instructions = if with_instructions {
            instructions::per_event(group.name, contender, input.name, events.len(), bytes)?
        } else {
            f64::NAN
        };
        let row = Row { first: at == 0, instructions, allocations: allocations(contender.run, &events) };
        if base.is_none() {
            let count = if input.name == RECORDED { format!("{} events of ", events.len()) } else { String::new() };
            println!("{}: {} ({count}{} bytes)", group.name, input.name, bytes / events.len());
            println!("  {:<36} {:>12} {:>8} {:>11}  bars", "", "instructions", "ratio", "allocations");
        }
        let base = base.get_or_insert(row);
        let ratio = instructions / base.instructions;
        let mut notes = Vec::new();
        let mut note = |is: f64, most: f64, what: &str| {
            // To the digits that a missed bar shows: one instruction of 304,000 is none of them.
            let is = (is * 1e4).round() / 1e4;
            let verdict = if is <= most { "within" } else { "MISSED" };
            bars.count += 1;
            if is > most {
                bars.missed
                    .push(format!("{}: {}: {}: {is:.4}{what} > {most:.2}", group.name, input.name, contender.name));
            }
            notes.push(format!("{verdict} {most:.2}{what}"));
        };
        if base.first && with_instructions {
            contender.bars(input).for_each(|most| note(ratio, most, ""));
        }
        match contender.allocations {
            Allocations::Own if refused == 0 => {
                let most = if base.first { own.max(base.allocations) } else { own };
                note(row.allocations, most, " allocations");
            }
            Allocations::Nothing => note(row.allocations, 0.0, " allocations"),
            Allocations::Any | Allocations::Own => {}
        }
        match refused {
            0 => {}
            all if all == events.len() => notes.push("refused".into()),
            some => notes.push(format!("refuses {some} of {}", events.len())),
        }
        let (name, notes) = (contender.name, notes.join(", "));
        println!(
            "{}",
            format!("  {name:<36} {instructions:>12.0} {ratio:>8.3} {:>11.2}  {notes}", row.allocations).trim_end()
        );
    }
    if base.is_some() {
        println!();
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Row {
    /// The row is the group's first, of which the bars speak.
    first: bool,
    instructions: f64,
    allocations: f64,
}

/// By the difference of two lengths of run.
fn allocations(work: Run, events: &[String]) -> f64 {
    let run = |times| {
        let before = allocations::count();
        work(events, times);
        allocations::count() - before
    };
    let once = run(1);
    (run(2) - once) as f64 / events.len() as f64
}

impl Contender {
    fn bars(&self, input: &Input) -> impl Iterator<Item = f64> {
        self.bars.iter().filter(|bar| input.name.starts_with(bar.inputs)).map(|bar| bar.most)
    }
}
