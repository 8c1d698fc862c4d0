//! An event that is written in any way: fields permuted, spaced, repeated, escaped and cut, decoded as serde's derive does.

#![no_main]

#[path = "../../tests/src/written.rs"]
mod written;

use libfuzzer_sys::fuzz_target;
use response_event::events::OutputTextDelta;
use response_event::{Number, ResponseEvent};
use serde_json::{Map, Value};

fuzz_target!(|choices: &[u8]| {
    let json = written::text_delta(choices);
    let ours = response_event::from_str::<OutputTextDelta>(&json);
    let Ok(Value::Object(theirs)) = serde_json::from_str::<Value>(&json) else {
        // A value that an event skips or keeps may hold what no `Value` does.
        drop(ours.map_err(|error| error.to_string()));
        return;
    };
    if let Ok(ours) = ours {
        assert_eq!(theirs["type"], OutputTextDelta::TYPE, "{json}");
        assert_eq!(theirs["delta"], *ours.delta, "{json}");
        assert_eq!(text(&theirs, "item_id"), ours.item_id.as_deref(), "{json}");
        for (name, number) in [("output_index", ours.output_index), ("sequence_number", ours.sequence_number)] {
            let theirs = theirs.get(name).cloned().unwrap_or_default();
            assert_eq!(serde_json::from_value::<Option<Number>>(theirs).expect("a number"), number, "{json}");
        }
    }
});

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}
