//! Lines of any bytes as the events of a stream: nothing panics, both readers of JSON agree on what is an event, what was
//! read is written and read again, and snapshots take all of it, also what is bad. After an empty line the stream is
//! resumed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::events::StreamEvent;
use response_event::payload::{ContentPart, OutputItem};
use response_event::{EventFamily, PartialJson, Snapshot, Snapshots, Validate, from_slice};

/// Items whose JSON is read after each event.
const READ: usize = 3;

fuzz_target!(|bytes: &[u8]| {
    let (mut snapshot, mut snapshots) = (Snapshot::new(), Snapshots::new());
    for line in bytes.split(|byte| *byte == b'\n') {
        if line.is_empty() {
            snapshot.resume();
            snapshots.resume();
            continue;
        }
        let ours = from_slice::<StreamEvent>(line);
        let theirs = core::str::from_utf8(line).ok().and_then(|text| serde_json::from_str::<StreamEvent>(text).ok());
        assert_eq!(ours.is_ok(), theirs.is_some(), "from_slice: {ours:?}\nserde_json: {theirs:?}");
        let applied = match ours {
            Ok(event) => {
                let json = serde_json::to_string(&event).expect("an event is written");
                assert_eq!(from_slice::<StreamEvent>(json.as_bytes()).expect("what was written is read"), event);
                let _ = (event.validate_strict(), event.event_position());
                snapshots.apply(&event);
                snapshot.apply(&event)
            }
            Err(error) => {
                drop((error.to_string(), error.event_position().clone()));
                snapshots.apply_error(&error, line);
                let applied = snapshot.apply_error(&error, line);
                assert!(!applied.is_own() || !error.is_terminal() || snapshot.is_done(), "the last event ends it: {error}");
                applied
            }
        };
        if applied.is_own() {
            assert!(snapshot.is_done() != snapshot.is_truncated(), "a stream that has begun is one of the two");
            check_partial_json(&mut snapshot, line);
        }
    }
    for (lane, snapshot) in snapshots.iter() {
        assert!(snapshot.stream_id() == lane || snapshot.stream_id().is_none(), "the lane has its own events");
        check_output(snapshot.clone());
    }
    check_output(snapshot);
});

/// The JSON that was read while it came is as if it were read at once, and wherever it is cut.
fn check_partial_json(snapshot: &mut Snapshot, line: &[u8]) {
    for index in 0..READ {
        let text = snapshot.item(index).and_then(json_text).map(String::from);
        let at_once = text.as_deref().map(|text| read(&[text]));
        assert_eq!(snapshot.partial_value(index), at_once.as_ref().and_then(PartialJson::value), "{text:?}");
    }
    if let Ok(text) = core::str::from_utf8(line) {
        let whole = read(&[text]);
        let (head, tail) = text.split_at(text.floor_char_boundary(text.len() / 2));
        let pieces = read(&[head, tail]);
        assert_eq!((pieces.value(), pieces.is_complete()), (whole.value(), whole.is_complete()), "{text}");
        assert!(pieces.scanned() <= text.len() && pieces.is_invalid() == whole.is_invalid(), "{text}");
    }
}

fn read(pieces: &[&str]) -> PartialJson {
    let mut partial = PartialJson::new();
    pieces.iter().for_each(|piece| partial.push(piece));
    partial
}

fn json_text(item: &OutputItem) -> Option<&str> {
    match item {
        OutputItem::Message(message) => message.content().iter().find_map(|part| match part {
            ContentPart::OutputText(part) => part.text.as_deref(),
            _ => None,
        }),
        OutputItem::FunctionCall(call) => call.arguments.as_deref(),
        OutputItem::McpCall(call) => call.arguments.as_deref(),
        OutputItem::CustomToolCall(call) => call.input.as_deref(),
        _ => None,
    }
}

/// The output that is read is the output that the response gets.
fn check_output(snapshot: Snapshot) {
    let _ = (snapshot.output_text(), snapshot.is_head_missing(), snapshot.last_sequence_number());
    assert!(snapshot == snapshot.clone());
    let output: Vec<_> = snapshot.output().cloned().collect();
    if let Some(response) = snapshot.into_response() {
        assert_eq!(response.items(), output);
    }
}
