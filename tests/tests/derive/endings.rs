//! `#[event(terminal("…"), failure("…"))]`: the family says what ends and what fails a stream.

use response_event::{EventFamily, ResponseEvent, UnknownEvent, from_str};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "message_stop")]
struct MessageStop;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "error")]
struct Failed {
    message: String,
}

/// As Anthropic's Messages API has it: an error is not the last word.
#[derive(Debug, PartialEq, EventFamily)]
#[event(terminal("message_stop", "message_cut"), failure("error"))]
enum Messages {
    MessageStop(MessageStop),
    Failed(Failed),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, EventFamily)]
#[event(terminal("response.done"))]
enum Realtime {
    Failed(Failed),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, EventFamily)]
enum Responses {
    Failed(Failed),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn ends<F: EventFamily + for<'de> response_event::Decode<'de>>(json: &str) -> (bool, bool) {
    let event: F = from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    (event.is_terminal(), event.is_failure())
}

#[test]
fn typed_and_unknown_events_end_a_stream_alike() {
    assert_eq!(ends::<Messages>(r#"{"type":"message_stop"}"#), (true, false));
    assert_eq!(ends::<Messages>(r#"{"type":"message_cut"}"#), (true, false));
    assert_eq!(ends::<Messages>(r#"{"type":"error","message":"no"}"#), (false, true));
    assert_eq!(ends::<Messages>(r#"{"type":"response.completed"}"#), (false, false));
}

#[test]
fn a_list_that_is_left_out_is_that_of_the_responses_api() {
    assert_eq!(ends::<Realtime>(r#"{"type":"response.done"}"#), (true, false));
    assert_eq!(ends::<Realtime>(r#"{"type":"error","message":"no"}"#), (false, true));
    assert_eq!(ends::<Realtime>(r#"{"type":"response.completed"}"#), (false, false));
    for (event_type, ending) in [
        ("response.completed", (true, false)),
        ("response.incomplete", (true, false)),
        ("response.failed", (true, true)),
        ("error", (true, true)),
        ("response.created", (false, false)),
    ] {
        assert_eq!(ends::<Responses>(&format!(r#"{{"type":"{event_type}","message":""}}"#)), ending, "{event_type}");
    }
}

#[test]
fn an_error_of_decoding_asks_the_family_too() {
    let bad = r#"{"type":"error","message":1}"#;
    let error = from_str::<Messages>(bad).unwrap_err();
    assert!(error.is_failure() && !error.is_terminal());
    let error = from_str::<Responses>(bad).unwrap_err();
    assert!(error.is_failure() && error.is_terminal());
    let error = from_str::<Failed>(bad).unwrap_err();
    assert!(error.is_failure() && error.is_terminal());
}

#[test]
fn an_alias_ends_a_stream_as_the_type_that_it_stands_for() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "message_stop", alias = "message_end")]
    struct Stop {
        reason: String,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    #[event(terminal("message_stop"), failure("error"))]
    enum Family {
        Stop(Stop),
        Failed(Failed),
    }

    assert_eq!(ends::<Family>(r#"{"type":"message_end","reason":"length"}"#), (true, false));
    let error = from_str::<Family>(r#"{"type":"message_end"}"#).unwrap_err();
    assert_eq!((error.event_type(), error.is_terminal(), error.is_failure()), (Some("message_end"), true, false));
}
