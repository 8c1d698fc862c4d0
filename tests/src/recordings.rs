//! The recorded streams, cut into the JSON of their events.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use sse_core::{SseDecoder, SseEvent};

use crate::shared::shared;

/// A picture of several megapixels fits.
const LARGEST_EVENT: NonZeroUsize = NonZeroUsize::new(16 * 1024 * 1024).unwrap();

/// Reads the recorded streams: the JSON of each event, by the name of the file from `../shared/corpus` on.
///
/// # Panics
///
/// There is no such folder, no stream in it, or one cannot be read.
#[track_caller]
pub fn recordings() -> BTreeMap<String, Vec<String>> {
    let folder = shared("corpus");
    let mut streams = BTreeMap::new();
    read(&folder, "", &mut streams);
    assert!(!streams.is_empty(), "there is no stream in {}", folder.display());
    streams
}

fn read(folder: &Path, prefix: &str, streams: &mut BTreeMap<String, Vec<String>>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), streams);
        } else if path.extension().is_some_and(|extension| extension == "sse" || extension == "jsonl") {
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let events = events(&name, &bytes);
            streams.insert(name, events);
        }
    }
}

/// Cuts a stream into the JSON of each event.
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

#[test]
fn a_stream_is_cut_into_the_json_of_its_events() {
    let sse = b"event: a\ndata: {\"type\":\"a\"}\n\n: comment\n\ndata: [DONE]\n\ndata: {\"type\":\ndata: \"b\"}\r\n";
    assert_eq!(events("a.sse", sse), ["{\"type\":\"a\"}", "{\"type\":\n\"b\"}"]);
    assert_eq!(events("a.jsonl", b"{}\r\n\n [] \n"), ["{}", "[]"]);
}
