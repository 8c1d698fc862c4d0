//! The end of a stream: done, failed, or truncated.

use response_event::EventFamily;
use response_event::events::StreamEvent;
use response_event::stream::{Error, StreamEnd, events};
use response_event::{ResponseEvent, UnknownEvent};
use response_event_tests::recordings::recorded_bytes;

use crate::body::{Body, Step, block_on, bytes, is_cut_off, read};

fn end(events: &[&str]) -> StreamEnd {
    read(events.iter().map(|data| bytes(format!("data: {data}\n\n")))).1
}

#[test]
fn the_last_event_of_a_response_ends_it() {
    for (events, expected) in [
        (&[r#"{"type":"response.created"}"#, r#"{"type":"response.completed"}"#][..], StreamEnd::Done),
        (&[r#"{"type":"response.incomplete"}"#], StreamEnd::Done),
        (&[r#"{"type":"response.completed"}"#, "[DONE]"], StreamEnd::Done),
        (
            &[r#"{"type":"response.completed"}"#, r#"{"type":"response.done"}"#, r#"{"type":"keepalive"}"#],
            StreamEnd::Done,
        ),
        (&[r#"{"type":"response.failed"}"#], StreamEnd::Failed),
        (&[r#"{"type":"error","message":"m"}"#, r#"{"type":"response.failed"}"#], StreamEnd::Failed),
        (&[r#"{"error":{"message":"m"}}"#], StreamEnd::Failed),
        (&[r#"{"type":"response.failed"}"#, r#"{"type":"response.done"}"#], StreamEnd::Failed),
        (&[], StreamEnd::Truncated),
        (&["[DONE]"], StreamEnd::Truncated),
        (
            &[r#"{"type":"response.created"}"#, r#"{"type":"response.output_text.delta","delta":"Hi"}"#],
            StreamEnd::Truncated,
        ),
    ] {
        assert_eq!(end(events), expected, "{events:?}");
    }
}

#[test]
fn an_event_that_cannot_be_decoded_ends_a_response_all_the_same() {
    assert_eq!(end(&[r#"{"type":"response.completed","response":7}"#]), StreamEnd::Done);
    assert_eq!(end(&[r#"{"type":"response.failed","response":7}"#]), StreamEnd::Failed);
    let (items, end) = read([bytes(b"data: {\"type\":\"response.completed\",\"x\":\"\xff\"}\n\n")]);
    assert!(items[0].is_err() && end == StreamEnd::Done);
}

#[test]
fn a_last_event_that_is_too_large_ends_a_response_all_the_same() {
    let body =
        Body::new([bytes(format!("data: {{\"type\":\"response.completed\",\"x\":\"{}\"}}\n\n", "x".repeat(5000)))]);
    let mut events = events::<StreamEvent, _>(body).with_max_event_size(2000);
    block_on(async {
        assert!(events.next().await.expect("an item").is_err());
        assert!(events.next().await.is_none());
    });
    assert_eq!(events.end(), Some(StreamEnd::Done));
}

#[test]
fn a_last_event_with_its_type_in_the_frame_ends_a_response_all_the_same() {
    let padding = "x".repeat(5000);
    for (name, expected) in [
        ("response.completed", StreamEnd::Done),
        ("response.failed", StreamEnd::Failed),
        ("response.created", StreamEnd::Truncated),
    ] {
        for stream in [
            format!("event: {name}\ndata: {{\"x\":\"{padding}\",\"type\":\"{name}\"}}\n\n").into_bytes(),
            format!("event: {name}\ndata: {{\"x\":\"{padding}\"}}\n\n").into_bytes(),
            format!("event: {name}\ndata: {{}} {padding}\n\n").replace('x', " ").into_bytes(),
            [format!("event: {name}\ndata: {{\"x\":\"").as_bytes(), b"\xff\"}\n\n"].concat(),
            [format!("data: {{\"type\":\"{name}\"}}\nid: ").as_bytes(), b"\xff\n\n"].concat(),
        ] {
            let text = stream.escape_ascii().to_string();
            let mut events = events::<StreamEvent, _>(Body::new([bytes(stream)])).with_max_event_size(2000);
            let Some(Err(Error::Event(error))) = block_on(events.next()) else { panic!("a bad event: {text}") };
            assert_eq!(error.event_type().as_deref(), Some(name), "{text}");
            assert_eq!(error.is_terminal(), expected != StreamEnd::Truncated, "{text}");
            assert_eq!(error.is_failure(), expected == StreamEnd::Failed, "{text}");
            assert!(block_on(events.next()).is_none(), "{text}");
            assert_eq!(events.end(), Some(expected), "{text}");
        }
    }
}

#[test]
fn an_event_that_was_cut_off_is_the_last_item() {
    let (items, end) = read([bytes("data: {\"type\":\"a\"}\n\ndata: {\"type\":\"response.completed\"}\n")]);
    assert!(matches!(&items[..], [Ok(_), Err(Error::Event(error))] if is_cut_off(error)), "{items:?}");
    assert_eq!(end, StreamEnd::Truncated);
    let (_, end) = read([bytes("data: {\"type\":\"response.completed\"}\n\ndata: {"), Step::Fail("reset")]);
    assert_eq!(end, StreamEnd::Done, "the response itself was complete");
}

#[derive(Debug, ResponseEvent)]
#[event(type = "stop")]
struct Stop {}

#[derive(Debug, EventFamily)]
#[event(terminal("stop"), failure("error"))]
enum Other {
    Stop(Stop),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[test]
fn a_family_says_which_events_end_its_streams() {
    let end = |stream: &str| {
        let mut events = events::<Other, _>(Body::new([bytes(stream)]));
        while let Some(item) = block_on(events.next()) {
            let (Other::Stop(Stop {}) | Other::Unknown(_)) = item.expect("a good event").event;
        }
        events.end().expect("the end")
    };
    assert_eq!(end("event: error\ndata: {}\n\nevent: stop\ndata: {}\n\n"), StreamEnd::Done);
    assert_eq!(end("data: {\"type\":\"response.completed\"}\n\n"), StreamEnd::Truncated);
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn a_recording_ends_as_its_snapshot_does() {
    let mut ends = [0; 3];
    for (name, stream) in recorded_bytes() {
        let steps = [&*stream, b"\n\n"].map(bytes);
        let (items, end) = read(steps);
        let mut snapshot = response_event::Snapshot::new();
        for item in items {
            match item {
                Ok(received) => drop(snapshot.apply(&received.event)),
                Err(Error::Event(error)) => {
                    snapshot.apply_error(error.decode_error().expect("the error of decoding"), error.json());
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
        let expected = match (snapshot.is_failed(), snapshot.is_truncated()) {
            (true, _) => StreamEnd::Failed,
            (false, true) => StreamEnd::Truncated,
            (false, false) => StreamEnd::Done,
        };
        assert_eq!(end, expected, "{name}");
        ends[end as usize] += 1;
    }
    println!("stream: {} done, {} failed, {} truncated", ends[0], ends[1], ends[2]);
}
