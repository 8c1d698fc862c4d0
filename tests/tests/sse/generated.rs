//! Any bytes in any chunks: the same frames as sse-core finds, which follows the standard.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sse_core::{MessageEvent, SseDecoder, SseEvent};

use crate::chunks::{Outcome, read};

/// Parts of streams that matter to a decoder.
fn fragment() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => select(vec![
            "\n", "\r", "\r\n", "\n\n", "data", "data:", "data: ", "event", "event: ", "id", "id:", "retry: ", "retry", ":",
            " ", "1", "x", "0x", "\0", "\u{feff}", "é", "漢", "[DONE]", "data: [DONE]\n\n", "datax", "data: a\n\n",
            "event: n\ndata: b\n\n", "id: 7\n", ": comment\n", "\u{85}", "99999999999",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 1..4),
    ]
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    vec(fragment(), 0..40).prop_map(|fragments| fragments.concat())
}

/// Cuts a stream into chunks of the given sizes, over and over.
fn chunks<'a>(mut stream: &'a [u8], sizes: &[usize]) -> Vec<&'a [u8]> {
    let mut chunks = Vec::new();
    for size in sizes.iter().cycle() {
        let (chunk, rest) = stream.split_at((*size).min(stream.len()));
        chunks.push(chunk);
        stream = rest;
        if stream.is_empty() {
            break;
        }
    }
    chunks
}

/// Returns the events that sse-core finds, without those that we pass over.
fn expected(stream: &[u8]) -> Vec<(String, String, String)> {
    let mut decoder = SseDecoder::new();
    let mut rest = stream;
    let mut found = Vec::new();
    while let Some(item) = decoder.next(&mut rest) {
        let SseEvent::Message(MessageEvent { event, data, last_event_id }) = item.expect("a small event") else {
            continue;
        };
        if !matches!(data.trim_ascii(), "" | "[DONE]") {
            let name = if event == "message" { String::new() } else { event.into_owned() };
            found.push((name, data, last_event_id.as_deref().unwrap_or_default().to_owned()));
        }
    }
    found
}

fn found(outcome: &Outcome) -> Vec<(String, String, String)> {
    let frames = outcome.frames.iter();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    frames
        .map(|frame| {
            let data = String::from_utf8(frame.data.clone()).expect("the stream is UTF-8");
            (text(&frame.name), data, frame.last_event_id.clone())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn frames_are_those_of_another_decoder(stream in stream()) {
        // If a name or an id is not UTF-8, sse-core replaces the bytes, and we have none.
        let stream = String::from_utf8_lossy(&stream);
        prop_assert_eq!(found(&read([stream.as_bytes()])), expected(stream.as_bytes()));
    }

    #[test]
    fn chunks_make_no_difference(stream in stream(), sizes in vec(1..9_usize, 1..6)) {
        prop_assert_eq!(read(chunks(&stream, &sizes)), read([&*stream]));
    }
}
