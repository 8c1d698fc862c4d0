//! Any bytes as a stream of server-sent events, in pieces of random sizes: nothing panics, the pieces make no difference, and
//! no event is larger than allowed. The first two bytes choose the sizes and the limit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use response_event::events::StreamEvent;
use response_event::sse::{Decoder, Received, StreamError};

/// Everything that a stream holds.
#[derive(Debug, PartialEq)]
struct Outcome {
    received: Vec<Result<Received<StreamEvent>, StreamError>>,
    end: Result<(), StreamError>,
    last_event_id: String,
    retry: Option<std::time::Duration>,
}

fn read<'a>(limit: usize, pieces: impl IntoIterator<Item = &'a [u8]>) -> Outcome {
    let mut decoder = Decoder::new().with_max_event_size(limit);
    let mut received = Vec::new();
    for piece in pieces {
        decoder.push(piece);
        received.extend(&mut decoder);
    }
    let end = decoder.finish();
    Outcome { received, end, last_event_id: decoder.last_event_id().to_owned(), retry: decoder.retry() }
}

/// Cuts bytes into pieces whose sizes a seed chooses.
fn pieces(seed: u8, mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut state = u32::from(seed) + 1;
    let mut pieces = Vec::new();
    while !bytes.is_empty() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (piece, rest) = bytes.split_at((1 + (state >> 24) as usize % 17).min(bytes.len()));
        pieces.push(piece);
        bytes = rest;
    }
    pieces
}

fuzz_target!(|bytes: &[u8]| {
    let [seed, limit, stream @ ..] = bytes else { return };
    let limit = 8 * usize::from(*limit);
    let whole = read(limit, [stream]);
    for received in &whole.received {
        let size = match received {
            Ok(Received { data, event_name, id, .. }) => {
                data.len() + event_name.as_ref().map_or(0, String::len) + id.as_ref().map_or(0, String::len)
            }
            Err(error) => {
                let _ = (error.to_string(), error.json().len(), error.event_type());
                error.data().len()
            }
        };
        assert!(size <= limit, "{size} bytes where {limit} are allowed: {received:?}");
    }
    assert_eq!(read(limit, pieces(*seed, stream)), whole);
});
