//! The command `diff`: the differences between two recordings.

mod alignment;
mod comparison;
mod difference;
mod ids;
mod recording;
mod sequence;

use std::io::{self, Write};

use serde_json::Value;

use self::comparison::Comparison;
use self::difference::{Difference, Kind, Place};
use self::ids::Ids;
use self::recording::{Lane, Recorded, Recording};
use crate::arguments::Diff;
use crate::failure::Failure;

/// Prints the differences. Returns `true` if there is none.
pub(crate) fn run(diff: &Diff, output: &mut impl Write) -> Result<bool, Failure> {
    let [a, b] = &diff.inputs;
    let [a, b] = [Recording::read(a, diff.has_deltas)?, Recording::read(b, diff.has_deltas)?];
    let mut is_equal = true;
    let mut written = Ok(());
    compare(&a, &b, &mut |place, difference| {
        is_equal = false;
        if written.is_ok() {
            written = print(diff.is_json, place, &difference, output);
        }
    });
    written.map_err(Failure::Output)?;
    Ok(is_equal)
}

fn print(is_json: bool, place: Place, difference: &Difference, output: &mut impl Write) -> io::Result<()> {
    if is_json {
        writeln!(output, "{}", difference.json(place))
    } else {
        writeln!(output, "{}", difference.line(place))
    }
}

fn compare(a: &Recording, b: &Recording, found: &mut dyn FnMut(Place, Difference)) {
    let none = Lane::none();
    let lanes = a.lanes.len().max(b.lanes.len());
    let mut ids = Ids::default();
    for number in 0..lanes {
        let [a, b] = [a, b].map(|recording| recording.lanes.get(number).unwrap_or(&none));
        let lane = (number > 0).then_some(number);
        compare_lanes(a, b, lane, &mut ids, found);
    }
}

fn compare_lanes(a: &Lane, b: &Lane, lane: Option<usize>, ids: &mut Ids, found: &mut dyn FnMut(Place, Difference)) {
    let counts = [a, b].map(|lane| lane.responses.len());
    let is_one = counts.iter().all(|count| *count <= 1);
    let place = |response: usize| Place { lane, response: (!is_one).then_some(response + 1) };
    if counts[0] != counts[1] {
        let [a, b] = counts.map(|count| Some(Value::from(count)));
        found(Place { lane, response: None }, Difference { kind: Kind::Responses, a, b });
    }
    for (response, (a, b)) in a.responses.iter().zip(&b.responses).enumerate() {
        compare_responses(a, b, ids, &mut |difference| found(place(response), difference));
    }
    a.sequence.compare(&b.sequence, &mut |response, difference| {
        let place = response.map_or(Place { lane, response: None }, place);
        found(place, difference);
    });
}

fn compare_responses(a: &Recorded, b: &Recorded, ids: &mut Ids, found: &mut dyn FnMut(Difference)) {
    Comparison::new(ids, found).compare(&a.json, &b.json, false);
    if a.end != b.end {
        found(Difference { kind: Kind::End, a: Some(a.end.into()), b: Some(b.end.into()) });
    }
    if a.error != b.error {
        let [a, b] = [a, b].map(|one| one.error.clone().map(Value::from));
        found(Difference { kind: Kind::Error, a, b });
    }
}
