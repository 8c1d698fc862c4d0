//! The recorded streams, as bytes in chunks.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use response_event::UnknownEvent;
use response_event::events::StreamEvent;
use response_event_tests::recordings::{recorded_bytes, recordings};

use crate::chunks::decode;

/// Splits a stream into chunks of random sizes, small and large.
fn random_chunks<'a>(stream: &'a [u8], rng: &mut TestRng) -> Vec<&'a [u8]> {
    let mut rest = stream;
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let most = if rng.random() { 8 } else { 4096 };
        let (chunk, after) = rest.split_at(rng.random_range(1..=most).min(rest.len()));
        chunks.push(chunk);
        rest = after;
    }
    chunks
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn a_recording_is_the_same_events_however_it_is_split() {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let streams = recorded_bytes();
    let mut events = 0;
    for (name, bytes) in &streams {
        let whole = decode::<StreamEvent>([&**bytes]);
        events += whole.len();
        for _ in 0..4 {
            assert_eq!(decode::<StreamEvent>(random_chunks(bytes, &mut rng)), whole, "{name}");
        }
    }
    println!("sse: {} streams, {events} events, each in four random splits", streams.len());
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn a_recording_holds_the_events_that_another_decoder_finds() {
    let streams = recorded_bytes();
    let expected = recordings();
    for (name, bytes) in &streams {
        // Recordings may lack the blank line at the end.
        let found = decode::<UnknownEvent>([bytes, &b"\n\n"[..]]);
        let found: Vec<_> = found
            .into_iter()
            .map(|received| match received {
                Ok(received) => received.data,
                Err(error) => String::from_utf8(error.into_data()).expect("recordings are UTF-8"),
            })
            .collect();
        assert_eq!(found, expected[name], "{name}");
    }
}
