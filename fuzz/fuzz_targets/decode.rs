//! Any bytes at all: nothing panics, both readers of JSON agree, and what was read is written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::events::ImageGenCallEvent;
use response_event::{EventFamily, Lossless, UnknownEvent, Validate, from_slice, peek_type};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let ours = from_slice::<ImageGenCallEvent>(bytes);
    let theirs = core::str::from_utf8(bytes).ok().and_then(|text| serde_json::from_str::<ImageGenCallEvent>(text).ok());
    match (&ours, &theirs) {
        (Ok(ours), Some(theirs)) => same(ours, theirs),
        (Err(error), None) => drop(error.to_string()),
        _ => panic!("from_slice: {ours:?}\nserde_json: {theirs:?}"),
    }
    if let Ok(event) = ours {
        assert_eq!(peek_type(bytes).expect("an event has a type"), event.event_type());
        let _ = event.validate_strict();
        let json = serde_json::to_string(&event).expect("an event is written");
        same(&event, &from_slice(json.as_bytes()).expect("what was written is read"));
        let lossless: Lossless<ImageGenCallEvent> = from_slice(bytes).expect("an event is kept");
        let kept = serde_json::to_string(&lossless).expect("what was kept is written");
        same(&event, &from_slice(kept.as_bytes()).expect("what was kept is read"));
    }
    // A `Value` is built as a whole, so it refuses lone surrogates and floats out of range, which an event may skip.
    if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
        let has_type = value.get("type").is_some_and(Value::is_string);
        assert!(from_slice::<UnknownEvent>(bytes).is_err() || has_type, "an event has a type");
    }
});

/// Unknown events may differ in white space: only one of the readers keeps it.
fn same(one: &ImageGenCallEvent, other: &ImageGenCallEvent) {
    match (one, other) {
        (ImageGenCallEvent::Unknown(one), ImageGenCallEvent::Unknown(other)) => {
            assert_eq!(one.event_type(), other.event_type());
        }
        _ => assert_eq!(one, other),
    }
}
