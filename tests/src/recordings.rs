//! The recorded streams, as they were sent and cut into the JSON of their events.

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
    files()
        .into_iter()
        .map(|(name, bytes)| (events(&name, &bytes), name))
        .map(|(events, name)| (name, events))
        .collect()
}

/// Reads the recorded streams of server-sent events as they were sent, by the name of the file from `../shared/corpus` on.
///
/// # Panics
///
/// As [`recordings`].
#[track_caller]
pub fn recorded_bytes() -> BTreeMap<String, Vec<u8>> {
    let mut streams = files();
    streams.retain(|name, _| !is_json_lines(name));
    streams
}

#[track_caller]
fn files() -> BTreeMap<String, Vec<u8>> {
    let folder = shared("corpus");
    let mut files = BTreeMap::new();
    read(&folder, "", &mut files);
    assert!(!files.is_empty(), "there is no stream in {}", folder.display());
    files
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if path.extension().is_some_and(|extension| extension == "sse" || extension == "jsonl") {
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.insert(name, bytes);
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
