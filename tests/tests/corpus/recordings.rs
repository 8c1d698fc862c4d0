//! The recorded streams, file by file and event by event.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::Path;

use sse_core::{SseDecoder, SseEvent};

use crate::check::{Broken, Counts, check};
use crate::exceptions::{EXCEPTIONS, EXPLAINED};
use response_event_tests::json::bounded;

/// From the folder of this package.
const RECORDINGS: &str = "../../shared/corpus";

/// A picture of several megapixels fits.
const LARGEST_EVENT: NonZeroUsize = NonZeroUsize::new(16 * 1024 * 1024).unwrap();

/// The streams in a folder: their names from there on, and their bytes.
fn streams(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut streams = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = self::streams(&path)?;
            streams.extend(inner.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else if path.extension().is_some_and(|extension| extension == "sse" || extension == "jsonl") {
            streams.insert(name, fs::read(&path)?);
        }
    }
    Ok(streams)
}

/// The JSON of each event of a stream.
fn events(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut events = if is_json_lines(name) {
        String::from_utf8_lossy(bytes).lines().map(|line| line.trim().to_owned()).collect()
    } else {
        data_of_messages(bytes)
    };
    // The end mark of some servers, and what has no data at all, are no events.
    events.retain(|event| !matches!(event.trim(), "" | "[DONE]"));
    events
}

fn is_json_lines(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "jsonl")
}

fn data_of_messages(bytes: &[u8]) -> Vec<String> {
    // Recordings may lack the blank line behind the last event, without which it would not count.
    let bytes = [bytes, b"\n\n"].concat();
    let mut rest = &bytes[..];
    let mut decoder = SseDecoder::with_limit(LARGEST_EVENT);
    let mut events = Vec::new();
    while let Some(item) = decoder.next(&mut rest) {
        match item.expect("an event is larger than `LARGEST_EVENT`; raise that") {
            SseEvent::Message(message) => events.push(message.data),
            SseEvent::Retry(_) => {}
        }
    }
    events
}

/// Says it even if the test passes: what `println!` writes is then not shown.
fn say(line: &str) {
    // A closed standard error is no failure of the test.
    drop(writeln!(io::stderr(), "{line}"));
}

#[test]
fn every_recorded_event_is_read_and_written_back_without_a_loss() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(RECORDINGS);
    if !folder.is_dir() {
        say(&format!("corpus: nothing read, there is no {}", folder.display()));
        return;
    }
    let streams = streams(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut counts = Counts::default();
    let mut failed = Vec::new();
    let mut excepted = BTreeSet::new();
    // Each broken rule of the contract, how often, and where first.
    let mut broken = BTreeMap::<(String, Broken), (usize, String)>::new();
    for (name, bytes) in &streams {
        for (index, json) in events(name, bytes).iter().enumerate() {
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
    say(&format!("corpus: {} streams, {} events, exceptions: {}", streams.len(), counts.total(), excepted.len()));
    say(&counts.table());
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
    assert!(!streams.is_empty(), "there is no stream in {}", folder.display());
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

#[test]
fn a_stream_is_cut_into_the_json_of_its_events() {
    let sse = b"event: a\ndata: {\"type\":\"a\"}\n\n: comment\n\ndata: [DONE]\n\ndata: {\"type\":\ndata: \"b\"}\r\n";
    assert_eq!(events("a.sse", sse), ["{\"type\":\"a\"}", "{\"type\":\n\"b\"}"]);
    assert_eq!(events("a.jsonl", b"{}\r\n\n [] \n"), ["{}", "[]"]);
}
