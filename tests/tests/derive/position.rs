//! `position`: the members that place an event, read alike from structs, families, unknown events and errors.

use std::borrow::Cow;
use std::error::Error;

use response_event::{EventFamily, EventPosition, Number, ResponseEvent, UnknownEvent, rule};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "response.delta")]
struct Delta<'a> {
    sequence_number: Option<u64>,
    output_index: Number,
    #[serde(borrow)]
    item_id: Cow<'a, str>,
    stream_id: Option<Box<str>>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "response.completed")]
struct Completed {
    #[serde(rename = "sequence_number")]
    number: i128,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "response.other")]
struct Other<T> {
    sequence_number: T,
    item_id: bool,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event<'a> {
    Delta(Delta<'a>),
    Completed(Box<Completed>),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn number(value: i32) -> Number {
    value.into()
}

#[test]
fn an_event_and_its_family_say_where_they_stand() {
    let json = r#"{"type":"response.delta","sequence_number":7,"output_index":1,"item_id":"msg_1"}"#;
    let event: Event<'_> = response_event::from_str(json).unwrap();
    assert_eq!(
        (event.sequence_number(), event.output_index(), event.item_id().as_deref()),
        (Some(number(7)), Some(number(1)), Some("msg_1")),
    );
    let Event::Delta(delta) = &event else { panic!("{event:?}") };
    assert_eq!(delta.event_position(), event.event_position());
    assert_eq!(event.stream_id(), None);
    // By its name on the wire, through a box, and as far as JSON has it for a number.
    let event = Event::from(Completed { number: 8 });
    assert_eq!((event.sequence_number(), event.output_index(), event.item_id()), (Some(number(8)), None, None));
    assert_eq!(Completed { number: i128::MAX }.event_position(), EventPosition::default());
}

#[test]
fn an_unknown_event_is_read_as_far_as_it_has_them() {
    for (json, expected) in [
        (r#"{"type":"x","output_index":1e0,"item_id":"a\/b","sequence_number":7.5}"#, ("7.5", "1", "a/b")),
        (r#"{"type":"x","item_id":7,"sequence_number":null,"output_index":"1"}"#, ("", "", "")),
        (r#"{"item":{"item_id":"no"},"type":"x"}"#, ("", "", "")),
    ] {
        let event: Event<'_> = response_event::from_str(json).unwrap();
        let shown = |number: Option<Number>| number.map(|number| number.to_string()).unwrap_or_default();
        let found = (shown(event.sequence_number()), shown(event.output_index()), event.item_id().unwrap_or_default());
        assert_eq!((&*found.0, &*found.1, &*found.2), expected, "{json}");
    }
}

#[test]
fn the_lane_is_read_from_an_event_an_unknown_one_and_an_error() {
    let json = r#"{"type":"response.delta","output_index":1,"item_id":"msg_1","stream_id":"lane_1"}"#;
    let event: Event<'_> = response_event::from_str(json).unwrap();
    assert_eq!(event.stream_id().as_deref(), Some("lane_1"));
    assert_eq!(response_event::to_string(&event).unwrap(), json);
    let event: Event<'_> = response_event::from_str(r#"{"stream_id":"lane\u005f1","type":"x"}"#).unwrap();
    assert_eq!(event.stream_id().as_deref(), Some("lane_1"));
    let event: Event<'_> = response_event::from_str(r#"{"type":"x","stream_id":1}"#).unwrap();
    assert_eq!(event.stream_id(), None);
    let error = response_event::from_str::<Event<'_>>(r#"{"type":"response.delta","stream_id":"lane_1"}"#).unwrap_err();
    assert_eq!(error.stream_id(), Some("lane_1"));
}

#[test]
fn an_error_is_read_as_far_as_the_input_has_them() {
    let refuse = |json: &str| response_event::from_str::<Event<'_>>(json).map(drop).unwrap_err();
    let error = refuse(r#"{"type":"response.completed","sequence_number":"9","item_id":"msg_1","output_index":2}"#);
    assert_eq!(
        (error.sequence_number(), error.output_index(), error.item_id()),
        (None, Some(number(2)), Some("msg_1"))
    );
    assert_eq!((error.is_terminal(), error.is_failure()), (true, false));
    // Cut off.
    let error = refuse(r#"{"type":"response.delta","sequence_number":9,"delta":"cut of"#);
    assert_eq!((error.sequence_number(), error.item_id()), (Some(number(9)), None));
    assert!(!error.is_terminal());
    assert!(refuse("[]").event_position() == &EventPosition::default());
}

#[test]
fn the_source_of_an_error_is_what_the_bytes_are_not() {
    let error = response_event::from_slice::<Event<'_>>(b"{\"type\":\"\xff\"}").unwrap_err();
    let source = error.source().expect("a source").to_string();
    assert_eq!(source, "invalid utf-8 sequence of 1 bytes from index 9");
    assert!(response_event::from_str::<Event<'_>>("[]").unwrap_err().source().is_none());
}

#[test]
fn bytes_that_are_not_utf8_still_place_the_event() {
    let json =
        b"{\"x\":\"\xff\",\"type\":\"response.failed\",\"sequence_number\":9,\"item_id\":\"a\",\"stream_id\":\"\xff\"}";
    let error = response_event::from_slice::<Event<'_>>(json).unwrap_err();
    assert_eq!(error.event_type(), Some("response.failed"));
    assert_eq!((error.sequence_number(), error.item_id()), (Some(number(9)), Some("a")));
    assert_eq!(error.stream_id(), None, "half of it cannot be read");
    assert!(error.is_terminal() && error.is_failure());
}

#[test]
fn the_last_event_and_a_failure_are_told_by_their_type() {
    for (event_type, is_terminal, is_failure) in [
        ("response.completed", true, false),
        ("response.incomplete", true, false),
        ("response.failed", true, true),
        ("response.cancelled", true, false),
        ("response.done", true, false),
        ("error", true, true),
        ("response.error", true, true),
        ("response.mcp_call.failed", false, false),
        ("response.created", false, false),
    ] {
        let json = format!(r#"{{"type":"{event_type}","sequence_number":0}}"#);
        let event: Event<'_> = response_event::from_str(&json).unwrap();
        assert_eq!((event.is_terminal(), event.is_failure()), (is_terminal, is_failure), "{event_type}");
    }
}

#[test]
fn a_member_of_another_type_places_nothing() {
    let event = Other { sequence_number: "text", item_id: true };
    assert_eq!(event.event_position(), EventPosition::default());
    // Whatever `T` is: the code is written once for all.
    assert_eq!(Other { sequence_number: 7, item_id: true }.event_position(), EventPosition::default());
}

/// An id of a user's own, with the trait that makes it text for the rules.
#[derive(Clone, Debug, PartialEq)]
struct ItemId(String);

impl rule::Text for ItemId {
    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

#[test]
fn an_id_of_a_type_of_ones_own_counts_if_it_is_text() {
    #[derive(ResponseEvent)]
    #[event(type = "t")]
    struct Event {
        #[serde(with = "as_text")]
        item_id: ItemId,
    }

    mod as_text {
        use super::ItemId;

        pub(super) fn serialize<S: serde::Serializer>(id: &ItemId, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&id.0)
        }

        pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<ItemId, D::Error> {
            serde::Deserialize::deserialize(deserializer).map(ItemId)
        }
    }

    let event: Event = response_event::from_str(r#"{"type":"t","item_id":"msg_1"}"#).unwrap();
    assert_eq!(event.event_position().item_id.as_deref(), Some("msg_1"));
}
