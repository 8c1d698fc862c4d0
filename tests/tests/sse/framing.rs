//! The rules of the HTML standard under "Interpreting an event stream", each with the frames that come of it.

use std::time::Duration;

use response_event::UnknownEvent;
use response_event::sse::Decoder;

use crate::chunks::{Outcome, in_chunks, read};

/// Checks the frames of a stream, each as `name|data|last id`, where the stream ends with a blank line.
#[track_caller]
fn frames(stream: impl AsRef<[u8]>, expected: &[&str]) -> Outcome {
    let outcome = check(stream.as_ref(), expected);
    assert!(!outcome.is_cut_off, "{:?} ends in the middle of an event", stream.as_ref().escape_ascii().to_string());
    outcome
}

/// Checks the frames of a stream that ends in the middle of an event.
#[track_caller]
fn frames_and_cut_off(stream: &str, expected: &[&str]) {
    assert!(check(stream.as_bytes(), expected).is_cut_off, "{stream:?} ends in the middle of an event");
}

#[track_caller]
fn check(stream: &[u8], expected: &[&str]) -> Outcome {
    let whole = read([stream]);
    let found: Vec<_> = whole
        .frames
        .iter()
        .map(|frame| {
            let data = String::from_utf8_lossy(&frame.data);
            format!("{}|{data}|{}", frame.name.as_deref().unwrap_or_default(), frame.last_event_id)
        })
        .collect();
    assert_eq!(found, expected, "of {:?}", stream.escape_ascii().to_string());
    in_chunks(stream, |chunks| {
        let shown: Vec<_> = chunks.iter().map(|chunk| chunk.escape_ascii().to_string()).collect();
        assert_eq!(read(chunks), whole, "in the chunks {shown:?}");
    });
    whole
}

#[test]
fn lines_end_with_lf_cr_or_both() {
    frames("event: n\r\ndata: 1\r\ndata: 2\r\n\r\ndata: 3\r\n\r\n", &["n|1\n2|", "|3|"]);
    frames("event: n\rdata: 1\rdata: 2\r\rdata: 3\r\r", &["n|1\n2|", "|3|"]);
    frames("data: 1\rdata: 2\ndata: 3\r\n\r\ndata: 4\n\r\ndata: 5\r\n\n", &["|1\n2\n3|", "|4|", "|5|"]);
    // LF CR ends two lines.
    frames("data: 1\n\rdata: 2\n\n", &["|1|", "|2|"]);
}

#[test]
fn other_separators_end_no_line() {
    frames("data: a\u{2028}b\u{2029}c\u{85}d\x0be\x0cf\n\n", &["|a\u{2028}b\u{2029}c\u{85}d\x0be\x0cf|"]);
}

#[test]
fn an_event_is_returned_at_its_blank_line() {
    for stream in ["data: 1\n\n", "data: 1\r\r", "data: 1\r\n\r"] {
        assert_eq!(read([stream.as_bytes()]).frames.len(), 1, "{stream:?}");
    }
}

#[test]
fn one_byte_order_mark_is_skipped_at_the_start_alone() {
    frames("\u{feff}data: 1\n\n", &["|1|"]);
    frames("\u{feff}\u{feff}data: 1\n\ndata: 2\n\n", &["|2|"]);
    frames(b"\xef\xbbdata: 1\n\ndata: 2\n\n", &["|2|"]);
    frames(b"\xef\ndata: 1\n\n", &["|1|"]);
    frames("data: 1\n\n\u{feff}data: 2\n\ndata: 3\n\n", &["|1|", "|3|"]);
    frames("\u{feff}", &[]);
}

#[test]
fn comments_and_blank_lines_are_no_events() {
    let outcome = frames(": keep-alive\n\n:\n\n\n\n: A GATEWAY IS BUSY\n\ndata: 1\n\n", &["|1|"]);
    assert_eq!(outcome.skipped, 0);
    frames("data: 1\n: between\ndata: 2\n\n", &["|1\n2|"]);
}

#[test]
fn an_id_counts_until_the_next_one() {
    let outcome = frames("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", &["|a|1", "|b|1", "|c|"]);
    let ids: Vec<_> = outcome.frames.iter().map(|frame| frame.id.as_deref()).collect();
    assert_eq!(ids, [Some("1"), None, Some("")], "of the frames themselves");
    frames("id: 7\n\ndata: a\n\n", &["|a|7"]);
    frames("id: 7\nid: 8\ndata: a\n\n", &["|a|8"]);
    frames("id: 1\ndata: a\n\nid: 2\0x\ndata: b\n\n", &["|a|1", "|b|1"]);
    frames_and_cut_off("id: 1\ndata: a\n\nid: 2\ndata: b\n", &["|a|1"]);
}

#[test]
fn a_name_is_of_one_event() {
    frames("event: n\n\ndata: 1\n\n", &["|1|"]);
    frames("event: n\ndata: 1\n\ndata: 2\n\n", &["n|1|", "|2|"]);
    frames("event: n\nevent\ndata: 1\n\n", &["|1|"]);
    frames("event: n\nevent: m\ndata: 1\n\n", &["m|1|"]);
    frames("event: n \ndata: 1\n\n", &["n |1|"]);
}

#[test]
fn a_named_block_without_data_is_no_event_and_is_counted() {
    assert_eq!(frames("event: ping\n\nevent\n\nid: 3\n\nretry: 4\n\nevent: ping\n\n", &[]).skipped, 2);
}

#[test]
fn retry_is_a_number_of_digits() {
    for (stream, expected) in [
        ("retry: 1500\n\n", Some(1500)),
        ("retry:0\n", Some(0)),
        ("retry: 7\nretry: 15x\nretry: -1\nretry: +5\nretry:\nretry\nretry: 1 \n", Some(7)),
        ("retry: 18446744073709551615\n", Some(u64::MAX)),
        // More than any number of 64 bits, and more than 20 digits.
        ("retry: 7\nretry: 18446744073709551616\nretry: 0000000000000000000000000000000000000000001\n", Some(7)),
        ("retry: 7\nretry: 00000000000000000001\n", Some(1)),
        ("retry: 7\rretry: 8", Some(7)),
        ("data: 1\n\n", None),
    ] {
        in_chunks(stream.as_bytes(), |chunks| {
            assert_eq!(read(chunks).retry, expected.map(Duration::from_millis), "{stream:?}");
        });
        assert!(!read([stream.as_bytes()]).is_cut_off, "{stream:?}");
    }
}

#[test]
fn one_space_after_the_colon_is_no_part_of_the_value() {
    frames("data:1\n\ndata: 1\n\ndata:  1\n\ndata:\t1\n\ndata: 1 \n\n", &["|1|", "|1|", "| 1|", "|\t1|", "|1 |"]);
    frames("data: a:b: c\ndata::d\n\n", &["|a:b: c\n:d|"]);
}

#[test]
fn only_the_exact_names_of_fields_count() {
    frames("Data: 1\n data: 2\ndata : 3\ndatax: 4\ndat: 5\nda\ndatadata: 6\nevents: n\ndata: 7\n\n", &["|7|"]);
}

#[test]
fn data_without_a_colon_is_an_empty_line_of_it() {
    frames("data\ndata: 1\ndata\n\n", &["|\n1\n|"]);
}

#[test]
fn done_marks_are_counted_in_any_chunks_until_another_stream_begins() {
    let text = "data: [DONE]\r\rdata:  [DONE] \r\r:\r\rdata\r\rdata: a\rdata: [DONE]\r\revent: x\rdata: [DONE]\r\r";
    for size in 1..text.len() {
        let mut decoder = Decoder::<UnknownEvent>::new();
        for chunk in text.as_bytes().chunks(size) {
            decoder.push(chunk);
            while decoder.next().is_some() {}
        }
        assert_eq!((decoder.done_marks(), decoder.skipped()), (3, 4), "chunks of {size} bytes");
        let copy = decoder.clone();
        decoder.finish().expect("the stream is whole");
        assert_eq!((copy.done_marks(), decoder.done_marks()), (3, 3));
        decoder.push(b"data: [DONE]\n\n");
        assert!(decoder.next().is_none());
        assert_eq!((decoder.done_marks(), decoder.skipped()), (1, 1));
    }
}

#[test]
fn done_marks_and_empty_data_are_counted_and_skipped() {
    let outcome = frames(
        "data: [DONE]\n\ndata:   [DONE] \n\ndata:[DONE]\n\ndata\n\ndata:\n\nevent: ping\ndata:  \t\n\ndata\ndata\n\n",
        &[],
    );
    assert_eq!(outcome.skipped, 7);
    frames("data: \"[DONE]\"\n\ndata: [DONE]1\n\ndata: [done]\n\n", &["|\"[DONE]\"|", "|[DONE]1|", "|[done]|"]);
}

#[test]
fn what_no_blank_line_ends_is_no_event() {
    frames_and_cut_off("data: 1\n\ndata: 2\n", &["|1|"]);
    for stream in ["data: 1", "data:", "data", "dat", "d", "event: n\n", "id: 1\n", "data: 1\n: x", "data: 1\r\n"] {
        frames_and_cut_off(stream, &[]);
    }
    for stream in ["", ": comment", "retry: 1", "what: else", "data: [DONE]\n\n", "\n\n", "\r"] {
        frames(stream, &[]);
    }
}

#[test]
fn characters_may_be_split_anywhere() {
    frames("event: é\ndata: 漢字🦀\nid: ñ\n\n", &["é|漢字🦀|ñ"]);
    frames("data: a\0b\n\n", &["|a\0b|"]);
}

#[test]
fn a_frame_has_its_place_in_the_stream() {
    let outcome = frames(
        "\u{feff}: hi\r\n\r\nevent: n\r\ndata: 1\r\ndata: 2\r\n\r\ndata: [DONE]\r\rdata: 3\n\n",
        &["n|1\n2|", "|3|"],
    );
    let places: Vec<_> = outcome.frames.iter().map(|frame| frame.position).collect();
    let places: Vec<_> = places.iter().map(|place| (place.index, place.line, place.offset)).collect();
    assert_eq!(places, [(0, 4, 21), (1, 9, 55)]);
}
