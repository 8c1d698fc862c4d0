//! `UnknownEvent`: built from a `type` and fields, or from the text of the whole event.

use response_event::events::StreamEvent;
use response_event::{DecodeErrorKind, ExtraFields, RawJson, UnknownEvent, from_str, to_string};

fn fields(json: &str) -> ExtraFields {
    json.parse().unwrap()
}

#[test]
fn a_type_and_fields_make_an_event_that_is_kept_to_the_byte() {
    let event = UnknownEvent::new("response.new", &fields(r#"{"sequence_number": 3.0, "a": [ null ]}"#)).unwrap();
    let json = r#"{"type":"response.new","sequence_number":3.0,"a":[ null ]}"#;
    assert_eq!(event.event_type(), "response.new");
    assert_eq!(event.json(), json);
    assert_eq!(event.event_position().sequence_number, Some(3.into()));
    assert_eq!(to_string(&event).unwrap(), json);
    assert_eq!(event, from_str(json).unwrap());
    assert_eq!(from_str::<StreamEvent>(json).unwrap(), StreamEvent::Unknown(event));
}

#[test]
fn a_type_alone_is_an_event() {
    assert_eq!(UnknownEvent::new("ping", &ExtraFields::new()).unwrap().json(), r#"{"type":"ping"}"#);
}

#[test]
fn any_type_and_name_are_escaped() {
    let event = UnknownEvent::new("a\"\n\\é", &fields(r#"{"\"\\":1}"#)).unwrap();
    assert_eq!(event.event_type(), "a\"\n\\é");
    assert_eq!(event.json(), r#"{"type":"a\"\n\\é","\"\\":1}"#);
}

#[test]
fn a_second_type_among_the_fields_is_refused() {
    for json in [r#"{"type":"other"}"#, r#"{"type":"response.new"}"#, r#"{"n":1,"type":null}"#] {
        let error = UnknownEvent::new("response.new", &fields(json)).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert!(error.to_string().starts_with("`response.new`: duplicate field `type`"), "{json}: {error}");
    }
}

#[test]
fn the_text_of_the_whole_event_is_kept_to_the_byte() {
    let json = r#"{"n" : 1.0, "type":"response.new"}"#;
    let event: UnknownEvent = json.parse().unwrap();
    assert_eq!((event.event_type(), event.json()), ("response.new", json));
    let raw: RawJson = json.parse().unwrap();
    assert_eq!(UnknownEvent::try_from(raw.clone()).unwrap(), event);
    assert_eq!(RawJson::from(event), raw);
}

#[test]
fn what_is_no_event_is_refused_as_by_from_str() {
    for json in ["", "[]", "{", r#"{"n":1}"#, r#"{"type":1}"#, r#"{"type":"a","type":"a"}"#] {
        let expected = from_str::<UnknownEvent>(json).unwrap_err();
        assert_eq!(json.parse::<UnknownEvent>().unwrap_err(), expected);
        if let Ok(raw) = json.parse::<RawJson>() {
            assert_eq!(UnknownEvent::try_from(raw).unwrap_err(), expected);
        }
    }
}
