//! Bad events: what is known of each, and that the stream goes on.

use std::error::Error as _;
use std::time::Duration;

use response_event::events::StreamEvent;
use response_event::sse::{Decoder, Received, StreamError, StreamErrorKind};
use response_event::{DecodeErrorKind, EventFamily, Snapshot};

use crate::chunks::{decode, in_chunks};

const GOOD: &str = "data: {\"type\":\"keepalive\"}\n\n";

/// Decodes a bad event between two good ones, in every split. Returns the error.
#[track_caller]
fn between_good_ones(bad: &[u8]) -> StreamError {
    let stream = [GOOD.as_bytes(), bad, GOOD.as_bytes()].concat();
    let whole = decode::<StreamEvent>([&*stream]);
    in_chunks(&stream, |chunks| assert_eq!(decode::<StreamEvent>(chunks), whole));
    let [Ok(_), Err(error), Ok(_)] = &*whole else { panic!("one of three events is bad, not: {whole:?}") };
    assert_eq!(error.position().index, 1);
    error.clone()
}

#[test]
fn a_bad_body_is_an_error_about_one_event() {
    let json = r#"{"type":"response.output_text.delta","output_index":0,"delta":7}"#;
    let error = between_good_ones(format!("event: e\nid: 5\ndata: {json}\n\n").as_bytes());
    assert_eq!(
        (error.kind(), error.data(), &*error.json()),
        (StreamErrorKind::Decode, json.as_bytes(), json.as_bytes())
    );
    assert_eq!((error.event_name(), error.id(), error.position().line), (Some("e"), Some("5"), 5));
    assert_eq!(error.event_type().as_deref(), Some("response.output_text.delta"));
    assert_eq!(
        error.to_string(),
        "event 1, line 5 of the stream: `response.output_text.delta` at `/delta`: invalid type: integer `7`, expected a \
         string (line 1, column 63)"
    );
    assert_eq!(format!("{error:?}"), format!("StreamError({error})"));
    assert!(error.source().is_none(), "the message says it all");
    assert_eq!(error.into_data(), json.as_bytes());
}

#[test]
fn lines_of_data_are_one_json() {
    let received = decode::<StreamEvent>([&b"data: {\"type\":\ndata: \"keepalive\"\ndata: }\n\n"[..]]);
    let [Ok(Received { event, data, .. })] = &*received else { panic!("{received:?}") };
    assert_eq!((event.event_type(), &**data), ("keepalive", "{\"type\":\n\"keepalive\"\n}"));
}

#[test]
fn what_is_not_utf8_is_an_error_and_not_replaced() {
    for (bad, data) in [
        (&b"data: {\"type\":\"response.failed\",\"sequence_number\":3,\"x\":\"\xff\"}\n\n"[..], None),
        // Cut in the middle of a character.
        (b"data: {\"type\":\"response.failed\",\"sequence_number\":3,\"x\":\"\xe6\xbc\"}\n\n", None),
        (b"event: \xff\ndata: {\"type\":\"response.failed\"}\n\n", Some("{\"type\":\"response.failed\"}")),
        (b"id: \xff\ndata: {\"type\":\"response.failed\"}\n\n", Some("{\"type\":\"response.failed\"}")),
    ] {
        let error = between_good_ones(bad);
        assert_eq!(error.kind(), StreamErrorKind::InvalidUtf8, "{}", bad.escape_ascii());
        assert_eq!(error.event_type().as_deref(), Some("response.failed"), "{}", bad.escape_ascii());
        assert_eq!((error.event_name(), error.id()), (None, None));
        assert!(bad.windows(error.data().len()).any(|window| window == error.data()), "the bytes as they were sent");
        if let Some(data) = data {
            assert_eq!(error.data(), data.as_bytes());
        } else {
            assert!(error.is_terminal() && error.is_failure());
            let decode_error = error.decode_error().expect("the error of decoding");
            assert_eq!(decode_error.kind(), DecodeErrorKind::Json);
            assert_eq!(decode_error.sequence_number(), Some(3.into()));
            assert!(error.source().is_some());
        }
        let message =
            "event 1, line 3 of the stream: `response.failed`: the event is not UTF-8, as server-sent events must be";
        assert_eq!(error.to_string().replace("line 4", "line 3"), message);
    }
}

#[test]
fn the_name_of_a_frame_that_is_not_utf8_tells_what_failed() {
    let error = between_good_ones(b"event: error\ndata: {\"sequence_number\":4,\"message\":\"m\",\"x\":\"\xff\"}\n\n");
    let decode_error = error.decode_error().expect("the error of decoding");
    assert_eq!((decode_error.event_type(), decode_error.sequence_number()), (Some("error"), Some(4.into())));
    assert_eq!(decode_error.error_details().expect("the failure").message.as_deref(), Some("m"));
}

#[test]
fn a_name_with_a_bad_byte_names_nothing() {
    for (json, event_type, item_id) in [
        (&b"{\"type\":\"a?\",\"item_id\":\"?!\",\"x\":\"\xff\"}"[..], Some("a?"), Some("?!")),
        (b"{\"type\":\"a\xff\",\"item_id\":\"b\xff\"}", None, None),
    ] {
        let error = response_event::from_slice::<StreamEvent>(json).expect_err("not UTF-8");
        assert_eq!((error.event_type(), error.item_id()), (event_type, item_id), "{}", json.escape_ascii());
    }
}

#[test]
fn a_replacement_character_that_was_sent_is_no_error() {
    let received = decode::<StreamEvent>(["data: {\"type\":\"\u{fffd}\"}\n\n".as_bytes()]);
    assert_eq!(received[0].as_ref().expect("an event").event.event_type(), "\u{fffd}");
    // Nor are bytes that are no part of an event.
    assert!(decode::<StreamEvent>([&b": \xff\nwhat: \xff\ndata: {\"type\":\"a\"}\n\n"[..]])[0].is_ok());
}

#[test]
fn an_id_that_is_not_utf8_does_not_count() {
    let mut decoder = Decoder::<StreamEvent>::new();
    decoder.push(b"id: 1\n\nid: \xff\n\n");
    assert!(decoder.next().is_none());
    assert_eq!(decoder.last_event_id(), "1");
}

#[test]
fn a_cut_off_event_is_reported_once() {
    let mut decoder = Decoder::<StreamEvent>::new();
    decoder.push(b"id: 1\nretry: 9\n\nevent: response.completed\ndata: {\"type\":\"response.completed\"}\n");
    assert!(decoder.next().is_none());
    let error = decoder.finish().unwrap_err();
    assert_eq!(error.kind(), StreamErrorKind::CutOff);
    assert_eq!(error.data(), br#"{"type":"response.completed"}"#);
    assert_eq!(error.decode_error(), None);
    assert!(!error.is_terminal(), "it may come again when the stream is resumed");
    assert_eq!(
        error.to_string(),
        "event 0, line 5 of the stream: `response.completed`: the stream ended in the middle of the event"
    );

    // Another connection.
    assert_eq!((decoder.last_event_id(), decoder.retry()), ("1", Some(Duration::from_millis(9))));
    decoder.push("\u{feff}".as_bytes());
    decoder.push(GOOD.as_bytes());
    let received = decoder.next().expect("an event").expect("a good one");
    assert_eq!((received.event.event_type(), received.position.index, received.position.line), ("keepalive", 0, 1));
    assert_eq!(decoder.finish(), Ok(()));
    assert_eq!(decoder.finish(), Ok(()));
}

#[test]
fn what_was_skipped_is_known_until_the_next_connection() {
    let mut decoder = Decoder::<StreamEvent>::new();
    for _ in 0..2 {
        decoder.push(b"event: ping\n\ndata: {\"type\":\"a\"}\n\ndata: [DONE]\n\n");
        assert_eq!((decoder.by_ref().count(), decoder.skipped()), (1, 2));
        for _ in 0..2 {
            assert_eq!((decoder.finish(), decoder.skipped()), (Ok(()), 2));
            assert!(decoder.next().is_none());
        }
    }
}

#[test]
fn an_event_that_was_not_taken_is_reported() {
    let mut decoder = Decoder::<StreamEvent>::new();
    decoder.push(b"id: 1\ndata: {\"type\":\"a\"}\n\nid: 2\ndata: {\"type\":\"b\"}\n\nid: 3\ndata: {}\n\n");
    assert!(decoder.next().expect("an event").is_ok());
    let error = decoder.finish().unwrap_err();
    assert_eq!(
        (error.kind(), error.data(), error.id()),
        (StreamErrorKind::Unread, &b"{\"type\":\"b\"}"[..], Some("2"))
    );
    assert_eq!(
        error.to_string(),
        "event 1, line 5 of the stream: `b`: the event was not taken from the decoder before `finish`"
    );
    assert_eq!(decoder.last_event_id(), "1", "the server sends the others again");
    assert_eq!(decoder.finish(), Ok(()));

    // Nothing that is no event is missed.
    decoder.push(b"data: {\"type\":\"a\"}\n\n: end\n\ndata: [DONE]\n\n\n");
    assert!(decoder.next().expect("an event").is_ok());
    assert_eq!((decoder.finish(), decoder.skipped()), (Ok(()), 1));

    // The end of an event may be unread.
    decoder.push(b"data: {");
    assert!(decoder.next().is_none());
    decoder.push(b"}\n");
    assert_eq!(decoder.finish().unwrap_err().data(), b"{}");
}

#[test]
fn half_a_name_or_half_a_type_is_none() {
    for (stream, event_type) in [
        ("event: pin", None),
        ("event: ping\n", Some("ping")),
        ("data: {\"type\":\"pin", None),
        ("data: {\"type\":\"ping\"", Some("ping")),
    ] {
        let error = decode::<StreamEvent>([stream.as_bytes()]).remove(0).unwrap_err();
        assert_eq!((error.kind(), error.event_type().as_deref()), (StreamErrorKind::CutOff, event_type), "{stream:?}");
    }
}

#[test]
fn a_snapshot_takes_a_bad_event() {
    let stream = b"event: response.output_text.delta\ndata: {\"output_index\":0,\"delta\":\"Hi\",\"logprobs\":7}\n\n\
        data: {\"type\":\"response.completed\",\"x\":\"\xff\"}\n\n";
    let mut snapshot = Snapshot::new();
    for received in decode::<StreamEvent>([&stream[..]]) {
        let error = received.expect_err("a bad event");
        snapshot.apply_error(error.decode_error().expect("the error of decoding"), error.json());
    }
    assert_eq!(snapshot.output_text(), "Hi");
    assert!(snapshot.is_done());
}

#[test]
fn errors_are_kept_when_the_decoder_is_gone() {
    fn is_static<T: Send + Sync + Clone + std::error::Error + 'static>() {}
    fn is_plain<T: Send + Sync + Unpin + Clone + std::fmt::Debug + Default>() {}

    is_static::<StreamError>();
    is_plain::<Decoder<StreamEvent>>();
}
