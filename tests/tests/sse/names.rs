//! The name of a frame as the type of its event.

use response_event::events::StreamEvent;
use response_event::sse::{Received, StreamErrorKind};
use response_event::{DecodeErrorKind, EventFamily, Number, ResponseEvent, UnknownEvent, to_string};

use crate::chunks::{decode, in_chunks};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "queued")]
struct Queued {
    number: Number,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Queued(Queued),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[track_caller]
fn only<F: response_event::DecodeOwned>(stream: &str) -> Received<F> {
    let mut received = decode([stream.as_bytes()]);
    assert_eq!(received.len(), 1, "{stream:?}");
    received.remove(0).unwrap_or_else(|error| panic!("{stream:?}: {error}"))
}

#[test]
fn a_name_is_the_type_of_an_object_without_one() {
    let stream = "event: queued\ndata: { \"number\": 7 }\n\n";
    in_chunks(stream.as_bytes(), |chunks| {
        let received = decode::<Event>(chunks);
        let received = received[0].as_ref().expect("an event");
        assert_eq!(received.event, Event::Queued(Queued { number: 7.into() }));
        assert_eq!(received.event_name.as_deref(), Some("queued"));
        assert_eq!(received.data, "{ \"number\": 7 }", "as it was sent");
        assert_eq!(to_string(&received.event).unwrap(), r#"{"type":"queued","number":7}"#);
    });
    assert_eq!(only::<Queued>(stream).event, Queued { number: 7.into() });
}

#[test]
fn an_unknown_event_is_written_with_its_name_as_type() {
    let event = only::<Event>("event: ping\"\\\ndata: {\"a\":1.0}\n\n").event;
    assert_eq!(event.event_type(), "ping\"\\");
    assert_eq!(to_string(&event).unwrap(), r#"{"type":"ping\"\\","a":1.0}"#);
    assert_eq!(to_string(&only::<Event>("event: a\ndata:  {}\n\n").event).unwrap(), r#"{"type":"a"}"#);
}

#[test]
fn a_type_in_the_body_wins() {
    for body in
        [r#"{"type":"queued","number":7}"#, r#"{"number":7,"type":"queued"}"#, r#"{"number":7,"\u0074ype":"queued"}"#]
    {
        let received = only::<Event>(&format!("event: ping\ndata: {body}\n\n"));
        assert_eq!(received.event, Event::Queued(Queued { number: 7.into() }), "{body}");
        assert_eq!(received.event_name.as_deref(), Some("ping"));
    }
}

#[test]
fn a_bad_type_in_the_body_wins_too() {
    for body in [r#"{"type":null,"number":7}"#, r#"{"number":7,"type":"\ud800"}"#] {
        let stream = format!("event: queued\ndata: {body}\n\n");
        let error = decode::<Event>([stream.as_bytes()]).remove(0).unwrap_err();
        assert_eq!((error.kind(), error.data()), (StreamErrorKind::Decode, body.as_bytes()));
    }
}

#[test]
fn an_error_knows_the_json_that_was_decoded() {
    let error = decode::<Event>([&b"event: queued\ndata: {\"number\":\"7\"}\n\n"[..]]).remove(0).unwrap_err();
    let decode_error = error.decode_error().expect("the error of decoding");
    assert_eq!((decode_error.event_type(), decode_error.pointer()), (Some("queued"), "/number"));
    assert_eq!(error.event_type().as_deref(), Some("queued"));
    assert_eq!(error.event_name(), Some("queued"));
    assert_eq!(error.data(), br#"{"number":"7"}"#);
    assert_eq!(*error.json(), *br#"{"type":"queued","number":"7"}"#);
    assert_eq!(response_event::from_slice::<Event>(&error.json()).as_ref(), Err(decode_error));
}

#[test]
fn a_name_makes_no_event_of_what_is_no_object() {
    for body in ["7", "[]", "ping", "{\"number\":7", "{\"number\":7}{}"] {
        let stream = format!("event: queued\ndata: {body}\n\n");
        let error = decode::<Event>([stream.as_bytes()]).remove(0).unwrap_err();
        assert_eq!(*error.json(), *body.as_bytes(), "as it was sent");
        let kind = error.decode_error().expect("the error of decoding").kind();
        assert!(matches!(kind, DecodeErrorKind::Json | DecodeErrorKind::MissingType), "{body}: {kind:?}");
    }
}

#[test]
fn message_is_the_name_of_events_without_one() {
    // The catalogue knows an error without a type.
    let event = only::<StreamEvent>("event: message\ndata: {\"error\":{\"message\":\"Overloaded.\"}}\n\n").event;
    assert!(matches!(event, StreamEvent::Error(_)), "{event:?}");
    let event = only::<StreamEvent>("event: error\ndata: {\"error\":{\"message\":\"Overloaded.\"}}\n\n").event;
    assert_eq!(to_string(&event).unwrap(), r#"{"type":"error","error":{"message":"Overloaded."}}"#);
    // This family knows none, so the name is better than nothing.
    assert_eq!(only::<Event>("event: message\ndata: {}\n\n").event.event_type(), "message");
}

#[test]
fn without_a_name_or_a_type_there_is_no_event() {
    for stream in ["data: {\"number\":7}\n\n", "event:\ndata: {\"number\":7}\n\n"] {
        let error = decode::<Event>([stream.as_bytes()]).remove(0).unwrap_err();
        assert_eq!(error.decode_error().map(response_event::DecodeError::kind), Some(DecodeErrorKind::MissingType));
        assert_eq!(error.event_type(), None);
    }
}
