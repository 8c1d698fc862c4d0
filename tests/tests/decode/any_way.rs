//! An event that is written in any way: decoded as serde's derive does, wherever its fields stand.

use proptest::collection::vec;
use proptest::prelude::*;
use response_event::{EventFamily, ResponseEvent, UnknownEvent};
use response_event_tests::written::text_delta;
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "response.output_text.delta")]
struct TextDelta {
    item_id: String,
    output_index: u64,
    content_index: Option<u8>,
    delta: String,
    sequence_number: f64,
}

#[derive(Debug, PartialEq, EventFamily)]
enum Family {
    TextDelta(TextDelta),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

/// The same by serde's derive, which does not know that the `type` is one.
#[derive(Debug, Deserialize)]
struct Theirs {
    r#type: String,
    item_id: String,
    output_index: u64,
    content_index: Option<u8>,
    delta: String,
    sequence_number: f64,
}

fn theirs(json: &str) -> Result<TextDelta, String> {
    let theirs: Theirs = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let Theirs { r#type, item_id, output_index, content_index, delta, sequence_number } = theirs;
    if r#type == TextDelta::TYPE {
        Ok(TextDelta { item_id, output_index, content_index, delta, sequence_number })
    } else {
        Err(format!("the type is {type}"))
    }
}

/// As many cases as `PROPTEST_CASES` says, or as many as a debug build tries in a second or two.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { config } else { ProptestConfig { cases: 20_000, ..config } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_event_that_is_written_in_any_way_is_read_as_by_serde(choices in vec(any::<u8>(), 0..120)) {
        let json = text_delta(&choices);
        let expected = theirs(&json);
        let ours = response_event::from_str::<TextDelta>(&json);
        match (&ours, &expected) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours, theirs, "{}", json),
            (Err(_), Err(_)) => {}
            _ => prop_assert!(false, "{json}\n  ours: {ours:?}\n  serde's: {expected:?}"),
        }
        match (response_event::from_str::<Family>(&json), &expected) {
            (Ok(Family::TextDelta(ours)), Ok(theirs)) => prop_assert_eq!(&ours, theirs, "{}", json),
            (Ok(Family::Unknown(event)), Err(_)) => {
                prop_assert!(event.event_type() != TextDelta::TYPE, "{json}");
                // It may hold what no `Value` does, but only where nobody looks.
                if let Ok(value) = serde_json::from_str::<Value>(&json) {
                    prop_assert_eq!(&value["type"], event.event_type(), "{}", json);
                }
            }
            (Err(_), Err(_)) => {}
            (ours, _) => prop_assert!(false, "{json}\n  ours: {ours:?}\n  serde's: {expected:?}"),
        }
    }
}
