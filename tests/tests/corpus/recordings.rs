//! The recorded streams, file by file and event by event.

use std::collections::{BTreeMap, BTreeSet};

use response_event_tests::json::bounded;
use response_event_tests::recordings::recordings;

use crate::check::{Broken, Counts, check};
use crate::exceptions::{EXCEPTIONS, EXPLAINED};

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn every_recorded_event_is_read_and_written_back_without_a_loss() {
    let streams = recordings();
    let mut counts = Counts::default();
    let mut failed = Vec::new();
    let mut excepted = BTreeSet::new();
    // Each broken rule of the contract, how often, and where first.
    let mut broken = BTreeMap::<(String, Broken), (usize, String)>::new();
    for (name, events) in &streams {
        for (index, json) in events.iter().enumerate() {
            let place = format!("{name}, event {}", index + 1);
            let checked = match check(json) {
                Ok(checked) => checked,
                Err((pointer, difference)) => {
                    let event_type = response_event::peek_type(json.as_bytes()).ok().unwrap_or_default();
                    let row = EXCEPTIONS
                        .iter()
                        .position(|(what, at, _)| (what == name || *what == event_type) && *at == pointer);
                    match row {
                        Some(row) => drop(excepted.insert(row)),
                        None => failed.push(format!("{place}: {difference}\n  {}", bounded(json))),
                    }
                    continue;
                }
            };
            counts.add(&checked);
            for rule in checked.contract {
                broken.entry((checked.event_type.clone(), rule)).or_insert_with(|| (0, place.clone())).0 += 1;
            }
        }
    }
    println!("corpus: {} streams, {} events, exceptions: {}", streams.len(), counts.total(), excepted.len());
    println!("{}", counts.table());
    failed.extend(counts.unknown().map(|event_type| {
        format!(
            "`{event_type}` has no struct; add one to `core/src/events` and its row to the table in `events/mod.rs`"
        )
    }));
    for (row, (what, pointer, _)) in EXCEPTIONS.iter().enumerate() {
        if !excepted.contains(&row) {
            failed.push(format!(
                "nothing is wrong with `{what}` at `{pointer}` any more; remove the row from `EXCEPTIONS`"
            ));
        }
    }
    failed.extend(unexplained(&broken));
    failed.extend(unused(&broken));
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

/// The broken rules that no row explains.
fn unexplained(broken: &BTreeMap<(String, Broken), (usize, String)>) -> impl Iterator<Item = String> {
    broken.iter().filter_map(|((event_type, Broken { pointer, rule }), (count, place))| {
        let explained = EXPLAINED
            .iter()
            .any(|row| row.types.contains(&event_type.as_str()) && row.pointer == pointer && row.rule == *rule);
        (!explained).then(|| {
            format!(
                "{count} of `{event_type}` break the rule `{rule}` at `{pointer}`, first in {place}: relax the rule in \
                 the struct, or explain it in `EXPLAINED`"
            )
        })
    })
}

/// The rows, type by type, that explain nothing any more.
fn unused(broken: &BTreeMap<(String, Broken), (usize, String)>) -> impl Iterator<Item = String> {
    let rows = EXPLAINED.iter().flat_map(|row| row.types.iter().map(move |event_type| (row, *event_type)));
    rows.filter_map(|(row, event_type)| {
        let key = (event_type.to_owned(), Broken { pointer: row.pointer.to_owned(), rule: row.rule });
        (!broken.contains_key(&key)).then(|| {
            format!(
                "no `{event_type}` breaks the rule `{}` at `{}` any more ({}); remove it from `EXPLAINED`",
                row.rule, row.pointer, row.reason
            )
        })
    })
}
