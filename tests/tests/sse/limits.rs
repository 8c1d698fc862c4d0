//! The largest event: an error as soon as it is exceeded, and no more than its start is kept.

use std::time::Duration;

use response_event::UnknownEvent;
use response_event::events::StreamEvent;
use response_event::sse::{Decoder, StreamError, StreamErrorKind};

use crate::chunks::in_chunks;

#[test]
fn an_event_of_the_largest_size_is_decoded() {
    let json = r#"{"type":"a"}"#;
    // The data with the LF between its lines, the name and the id count.
    for (stream, size) in [
        (format!("data: {json}\n\n"), 12),
        (format!("event: abc\nid: 12\ndata: {json}\n\n"), 17),
        (format!(": comment\nwhat: else\nretry: 1\ndata: {json}\ndata:\ndata: \n\n"), 14),
        (format!("data: {json}\nid: 12345\nid: 1\nevent: abcde\nevent: a\n\n"), 18),
    ] {
        let mut whole = Decoder::<UnknownEvent>::new().with_max_event_size(size - 1);
        whole.push(stream.as_bytes());
        let whole: Vec<_> = whole.collect();
        for (limit, is_large) in [(size, false), (size - 1, true)] {
            in_chunks(stream.as_bytes(), |chunks| {
                let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(limit);
                let mut received = Vec::new();
                for chunk in chunks {
                    decoder.push(chunk);
                    received.extend(&mut decoder);
                }
                let kinds: Vec<_> =
                    received.iter().map(|received| received.as_ref().err().map(StreamError::kind)).collect();
                assert_eq!(
                    kinds,
                    [is_large.then_some(StreamErrorKind::TooLarge)],
                    "{stream:?} with at most {limit} bytes"
                );
                assert!(!is_large || received == whole, "in chunks: {received:?}, whole: {whole:?}");
                assert_eq!(decoder.finish(), Ok(()));
            });
        }
    }
}

#[test]
fn the_error_comes_before_the_end_of_the_event_and_knows_its_start() {
    let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(5000);
    decoder.push(b"id: 1\ndata: {\"type\":\"keepalive\"}\n\n");
    assert!(decoder.next().expect("an event").is_ok());
    decoder.push(b"id: 2\nevent: e\ndata: {\"type\":\"response.completed\",\"sequence_number\":8,\"response\":\"");
    let mut errors = Vec::new();
    for _ in 0..100 {
        decoder.push(&b"\xc3\xa9".repeat(300));
        errors.extend(decoder.by_ref().map(|received| received.expect_err("an event that is too large")));
    }
    decoder.push(b"\"}\ndata: more\nid: 3\nretry: 5\n\ndata: {\"type\":\"keepalive\"}\n\n");
    let received = decoder.next().expect("an event").expect("a good one");
    assert_eq!((received.position.index, received.position.line), (2, 11));
    assert_eq!(received.event_name, None, "the name of the event before");
    assert_eq!((decoder.last_event_id(), decoder.retry()), ("3", Some(Duration::from_millis(5))));

    let [error] = &*errors else { panic!("one error, not {errors:?}") };
    assert_eq!(error.kind(), StreamErrorKind::TooLarge);
    assert_eq!((error.event_name(), error.id(), error.position().line), (Some("e"), Some("2"), 6));
    assert_eq!(error.data().len(), 1024);
    assert_eq!(error.event_type().as_deref(), Some("response.completed"));
    assert!(error.is_terminal() && !error.is_failure());
    assert_eq!(error.decode_error().and_then(response_event::DecodeError::sequence_number), Some(8.into()));
    assert_eq!(
        error.to_string(),
        "event 1, line 6 of the stream: `response.completed`: the event is larger than 5000 bytes; raise the limit of the \
         decoder"
    );
}

#[test]
fn a_name_or_an_id_can_be_too_large() {
    for field in ["event", "id"] {
        let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(100);
        decoder.push(format!("{field}: {}\ndata: {{}}\n\n", "x".repeat(101)).as_bytes());
        let error = decoder.next().expect("an event").expect_err("that is too large");
        assert_eq!((error.kind(), error.data(), error.position().line), (StreamErrorKind::TooLarge, &b""[..], 1));
        assert!(decoder.next().is_none());
        assert_eq!(decoder.last_event_id(), "");
    }
}

#[test]
fn the_id_of_an_event_that_is_too_large_counts_from_its_blank_line_on() {
    let data = "x".repeat(50);
    for (block, expected) in [
        (format!("id: 1\ndata: {data}\n"), "1"),
        (format!("data: {data}\nid: 1\n"), "1"),
        (format!("id: 1\ndata: {data}\nid: 2\n"), "2"),
        (format!("id: 1\ndata: {data}\nid: {}\nid: \0\n", "y".repeat(4097)), "1"),
        (format!("id: 1\ndata: {data}\nid:\n"), ""),
        (format!("data: {data}\n"), "0"),
    ] {
        let stream = format!("id: 0\n\n{block}\ndata: {{}}\n\n");
        in_chunks(stream.as_bytes(), |chunks| {
            let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(40);
            let mut errors = 0;
            for chunk in chunks {
                decoder.push(chunk);
                errors += decoder.by_ref().filter(Result::is_err).count();
            }
            assert_eq!((errors, decoder.last_event_id()), (2, expected), "{block:?}");
        });
        let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(40);
        decoder.push(format!("id: 0\n\n{block}").as_bytes());
        assert_eq!(decoder.by_ref().count(), 1);
        assert_eq!(decoder.last_event_id(), "0", "no blank line came");
        assert_eq!(decoder.finish(), Ok(()));
    }
}

#[test]
fn an_id_of_more_than_4_kib_is_ignored() {
    for (len, limit, is_ignored) in [(4096, 16 << 20, false), (4097, 16 << 20, true), (9000, 4200, true)] {
        for size in [1, 7, 4096, 20_000] {
            let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(limit);
            let long = "x".repeat(len);
            for chunk in format!("id: 1\n\nid: {long}\ndata: {{\"type\":\"a\"}}\n\n").as_bytes().chunks(size) {
                decoder.push(chunk);
                let id = decoder.next().map(|received| received.expect("a good event").id);
                assert!(id.is_none_or(|id| id.is_none() == is_ignored), "{len} bytes in chunks of {size}");
            }
            let expected = if is_ignored { "1" } else { &*long };
            assert_eq!(decoder.last_event_id(), expected, "{len} bytes in chunks of {size}");
        }
    }
}

#[test]
fn an_event_that_was_too_large_is_not_reported_as_cut_off() {
    let mut decoder = Decoder::<StreamEvent>::new().with_max_event_size(1);
    decoder.push(b"data: {\"type\"");
    assert!(decoder.next().expect("an event").is_err());
    decoder.push(b":\"a\"}\n");
    assert!(decoder.next().is_none());
    assert_eq!(decoder.finish(), Ok(()));
    // The limit stays.
    decoder.push(b"data: {\"type\"");
    assert!(decoder.next().is_some());
}

#[test]
fn the_limit_is_16_mib_unless_it_is_set() {
    let json = |padding| format!("{{\"type\":\"{}\"}}", "a".repeat(padding));
    let most = response_event::sse::DEFAULT_MAX_EVENT_SIZE;
    assert_eq!(most, 16 << 20);
    for (padding, kind) in [(most - 11, None), (most - 10, Some(StreamErrorKind::TooLarge))] {
        let mut decoder = Decoder::<UnknownEvent>::new();
        decoder.push(format!("data: {}\n\n", json(padding)).as_bytes());
        assert_eq!(decoder.next().expect("an event").err().map(|error| error.kind()), kind);
    }
}
