//! A stream in chunks, and what a decoder makes of it.

use std::time::Duration;

use response_event::sse::{Decoder, FramePosition, Received, StreamError};
use response_event::{DecodeOwned, UnknownEvent};

/// A frame as the decoder lends it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lent {
    pub(crate) name: Option<String>,
    pub(crate) data: Vec<u8>,
    pub(crate) id: Option<String>,
    pub(crate) last_event_id: String,
    pub(crate) position: FramePosition,
}

/// Everything that a stream holds before events are decoded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) frames: Vec<Lent>,
    pub(crate) skipped: u64,
    pub(crate) retry: Option<Duration>,
    pub(crate) is_cut_off: bool,
}

/// Reads a stream whose chunks are pushed one after the other.
pub(crate) fn read<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Outcome {
    let mut decoder = Decoder::<UnknownEvent>::new();
    let mut frames = Vec::new();
    for chunk in chunks {
        decoder.push(chunk);
        while let Some(frame) = decoder.next_with(|frame| Lent {
            name: frame.event_name().map(str::to_owned),
            data: frame.data().to_owned(),
            id: frame.id().map(str::to_owned),
            last_event_id: String::new(),
            position: frame.position(),
        }) {
            frames.push(Lent { last_event_id: decoder.last_event_id().to_owned(), ..frame });
        }
    }
    let (skipped, retry) = (decoder.skipped(), decoder.retry());
    Outcome { frames, skipped, retry, is_cut_off: decoder.finish().is_err() }
}

/// Decodes a stream whose chunks are pushed one after the other.
pub(crate) fn decode<'a, F: DecodeOwned>(
    chunks: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<Result<Received<F>, StreamError>> {
    let mut decoder = Decoder::new();
    let mut received = Vec::new();
    for chunk in chunks {
        decoder.push(chunk);
        received.extend(&mut decoder);
    }
    received.extend(decoder.finish().err().map(Err));
    received
}

/// Calls a function with the stream whole, byte by byte, and in two chunks, split everywhere.
pub(crate) fn in_chunks(stream: &[u8], mut check: impl FnMut(Vec<&[u8]>)) {
    check(vec![stream]);
    check(stream.chunks(1).collect());
    for middle in 0..=stream.len() {
        let (start, end) = stream.split_at(middle);
        check(vec![start, end]);
    }
}
