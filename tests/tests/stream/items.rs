//! The items of a stream: events, bad events, and the errors of the body.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use futures_core::FusedStream;
use response_event::EventFamily;
use response_event::events::StreamEvent;
use response_event::sse::StreamErrorKind;
use response_event::stream::{Error, Events, StreamEnd, events};

use crate::body::{Body, Step, block_on, bytes, read};

const STREAM: &str = "event: response.created\ndata: {\"type\":\"response.created\"}\n\nid: 3\ndata: {\"sequence_number\":7,\
    \"type\":\"keepalive\"}\r\n\r\ndata: {\"type\":\"response.completed\"}\n\ndata: [DONE]\n\n";

#[test]
fn a_body_is_the_same_events_in_any_chunks() {
    let (whole, end) = read([bytes(STREAM)]);
    let types: Vec<_> = whole.iter().flatten().map(|received| received.event.event_type()).collect();
    assert_eq!(types, ["response.created", "keepalive", "response.completed"]);
    assert_eq!(end, StreamEnd::Done);
    for size in 1..STREAM.len() {
        let steps = STREAM.as_bytes().chunks(size).flat_map(|chunk| [bytes(chunk), Step::Wait, bytes("")]);
        assert_eq!(read(steps), (whole.clone(), StreamEnd::Done), "in chunks of {size}");
    }
}

#[test]
fn a_bad_event_does_not_end_the_stream() {
    let (items, end) = read([
        bytes("data: {\"type\":\"keepalive\",\"sequence_number\":[]}\n\ndata: ping\n\ndata: {\"type\":\"a\"}\n\n"),
        bytes(b"data: \"\xff\"\n\n"),
        bytes("data: {\"type\":\"response.completed\"}\n\n"),
    ]);
    let kinds: Vec<_> = items
        .iter()
        .map(|item| match item {
            Ok(received) => Ok(received.event.event_type()),
            Err(Error::Event(error)) => Err(error.kind()),
            Err(error) => panic!("the body did not fail: {error}"),
        })
        .collect();
    let bad = Err(StreamErrorKind::Decode);
    assert_eq!(kinds, [bad, bad, Ok("a"), Err(StreamErrorKind::InvalidUtf8), Ok("response.completed")]);
    assert_eq!(end, StreamEnd::Done);
}

#[test]
fn the_error_of_the_body_is_passed_through() {
    let (items, end) = read([
        bytes("data: {\"type\":\"a\"}\n\ndata: {\"ty"),
        Step::Fail("reset"),
        bytes("pe\":\"b\"}\n\n"),
        Step::Fail("broken"),
    ]);
    assert!(matches!(&items[..], [Ok(_), Err(Error::Body("reset")), Ok(_), Err(Error::Body("broken"))]), "{items:?}");
    assert_eq!(end, StreamEnd::Truncated);
}

#[test]
fn an_error_says_if_it_is_about_the_body() {
    let error = Error::Body(io::Error::other("reset by peer"));
    assert_eq!(error.to_string(), "the body of the stream failed: reset by peer");
    assert_eq!(error.source().expect("the error of the body").to_string(), "reset by peer");

    let (items, _) = read([bytes("data: {\"type\":\"a\"")]);
    let [Err(error @ Error::Event(cut_off))] = &items[..] else { panic!("one bad event, not {items:?}") };
    assert_eq!(error.to_string(), cut_off.to_string());
}

#[test]
fn a_larger_event_needs_a_larger_limit() {
    let json = format!("data: {{\"type\":\"{}\"}}\n\n", "a".repeat(100));
    for (limit, is_ok) in [(111, true), (110, false)] {
        let mut events: Events<StreamEvent, _> = events(Body::new([bytes(&json)])).with_max_event_size(limit);
        assert_eq!(block_on(events.next()).expect("an event").is_ok(), is_ok, "{limit}");
    }
}

#[test]
fn the_decoder_knows_ids_and_retry() {
    let mut events: Events<StreamEvent, _> =
        events(Body::new([bytes("id: 9\nretry: 20\ndata: {\"type\":\"a\"}\n\ndata: [DONE]\n\n")]));
    assert!(!events.is_terminated());
    assert!(block_on(events.next()).is_some());
    assert!(block_on(events.next()).is_none());
    assert!(events.is_terminated());
    assert_eq!((events.decoder().last_event_id(), events.decoder().retry()), ("9", Some(Duration::from_millis(20))));
    assert_eq!(events.decoder().skipped(), 1);
    assert_eq!(format!("{events:?}").matches("Truncated").count(), 1, "{events:?}");
}

#[test]
fn the_body_can_be_seen_and_taken_back() {
    let mut events: Events<StreamEvent, _> = events(Body::new([bytes("data: {\"type\":\"a\"}\n\n"), bytes("rest")]));
    assert!(block_on(events.next()).is_some());
    assert_eq!(format!("{:?}", events.get_ref()), format!("{:?}", Body::new([bytes("rest")])));
    assert_eq!(format!("{:?}", events.into_inner()), format!("{:?}", Body::new([bytes("rest")])));
}

#[test]
fn a_stream_can_be_sent_and_need_not_be_pinned() {
    fn is_plain<T: Send + Unpin>(_: &T) {}

    let events: Events<StreamEvent, _> = events(Body::default());
    is_plain(&events);
}
