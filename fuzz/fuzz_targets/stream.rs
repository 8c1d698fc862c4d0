//! Lines of any bytes as the events of a stream: nothing panics, both readers of JSON agree on what is an event, what was
//! read is written and read again, and a snapshot takes all of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::events::StreamEvent;
use response_event::{EventFamily, Snapshot, Validate, from_slice};

fuzz_target!(|bytes: &[u8]| {
    let mut snapshot = Snapshot::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let ours = from_slice::<StreamEvent>(line);
        let theirs = core::str::from_utf8(line).ok().and_then(|text| serde_json::from_str::<StreamEvent>(text).ok());
        assert_eq!(ours.is_ok(), theirs.is_some(), "from_slice: {ours:?}\nserde_json: {theirs:?}");
        match ours {
            Ok(event) => {
                let json = serde_json::to_string(&event).expect("an event is written");
                assert_eq!(from_slice::<StreamEvent>(json.as_bytes()).expect("what was written is read"), event);
                let _ = (event.validate_strict(), event.event_position());
                snapshot.apply(&event);
            }
            Err(error) => drop((error.to_string(), error.event_position().clone())),
        }
    }
    let _ = (snapshot.output_text(), snapshot.output().count());
    drop(snapshot.into_response());
});
