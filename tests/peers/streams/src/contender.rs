//! The contenders, which cut a stream into events and decode them.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use async_openai::types::responses::ResponseStreamEvent;
use eventsource_stream::Eventsource as _;
use futures_util::stream::{self, StreamExt as _};
use openresponses_rust::StreamingEvent;
use response_event::events::StreamEvent;
use response_event::sse::{DEFAULT_MAX_EVENT_SIZE, Decoder};
use serde::de::DeserializeOwned;
use sse_core::{SseDecoder, SseEvent};

pub(crate) struct Contender {
    pub(crate) name: &'static str,
    /// Reads a stream in pieces of a size, and drops each event.
    run: fn(&[u8], usize) -> Counts,
}

#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) events: usize,
    pub(crate) refused: usize,
}

impl Counts {
    /// Counts an event that was decoded, which the optimiser must really make.
    fn add<T, E>(&mut self, decoded: Result<T, E>) {
        self.events += 1;
        self.refused += usize::from(black_box(&decoded).is_err());
    }
}

impl Contender {
    pub(crate) fn run_all(&self, streams: &[Vec<u8>], chunk: usize) -> Counts {
        let mut all = Counts::default();
        for stream in streams {
            let Counts { events, refused } = (self.run)(black_box(stream), chunk);
            all.events += events;
            all.refused += refused;
        }
        all
    }
}

pub(crate) const CONTENDERS: &[Contender] = &[
    Contender { name: "ours: sse::Decoder<StreamEvent>", run: ours },
    Contender { name: "ours, framing alone: next_with", run: our_framing },
    Contender { name: "ours, lent: next_with and frame.decode()", run: lent },
    Contender { name: "ours, whole stream in memory: one push", run: |stream, _| ours(stream, stream.len()) },
    Contender { name: "sse-core + our from_str", run: sse_core },
    Contender { name: "eventsource-stream + async-openai", run: eventsource::<ResponseStreamEvent> },
    Contender { name: "eventsource-stream + openresponses-rust", run: eventsource::<StreamingEvent> },
];

pub(crate) const FRAMING: &[Contender] = &[
    Contender { name: "framing alone: ours", run: our_framing },
    Contender { name: "framing alone: sse-core", run: |stream, chunk| sse_core_frames(stream, chunk, |_| Ok(())) },
    Contender {
        name: "framing alone: eventsource-stream",
        run: |stream, chunk| eventsource_frames(stream, chunk, |_| Ok(())),
    },
];

fn ours(stream: &[u8], chunk: usize) -> Counts {
    let mut decoder = Decoder::<StreamEvent>::new();
    let mut counts = Counts::default();
    for piece in stream.chunks(chunk) {
        decoder.push(piece);
        for received in &mut decoder {
            counts.add(received);
        }
    }
    counts
}

fn our_framing(stream: &[u8], chunk: usize) -> Counts {
    let mut decoder = Decoder::<StreamEvent>::new();
    let mut counts = Counts::default();
    for piece in stream.chunks(chunk) {
        decoder.push(piece);
        while let Some(len) = decoder.next_with(|frame| frame.data().len()) {
            counts.add(Ok::<_, Infallible>(len));
        }
    }
    counts
}

fn lent(stream: &[u8], chunk: usize) -> Counts {
    let mut decoder = Decoder::<StreamEvent>::new();
    let mut counts = Counts::default();
    for piece in stream.chunks(chunk) {
        decoder.push(piece);
        while let Some(event) = decoder.next_with(|frame| frame.decode::<StreamEvent>()) {
            counts.add(event);
        }
    }
    counts
}

/// Data that is no event for anybody.
fn is_event(data: &str) -> bool {
    !matches!(data.trim(), "" | "[DONE]")
}

fn sse_core_frames(stream: &[u8], chunk: usize, decode: impl Fn(&str) -> Result<(), ()>) -> Counts {
    let mut decoder = SseDecoder::with_limit(DEFAULT_MAX_EVENT_SIZE.try_into().expect("more than 0"));
    let mut counts = Counts::default();
    for mut piece in stream.chunks(chunk) {
        while let Some(item) = decoder.next(&mut piece) {
            if let SseEvent::Message(message) = item.expect("an event within the limit") {
                if is_event(&message.data) {
                    counts.add(decode(&message.data));
                }
            }
        }
    }
    counts
}

fn sse_core(stream: &[u8], chunk: usize) -> Counts {
    sse_core_frames(stream, chunk, |json| {
        black_box(response_event::from_str::<StreamEvent>(json)).map(drop).map_err(drop)
    })
}

fn eventsource_frames(stream: &[u8], chunk: usize, decode: impl Fn(&str) -> Result<(), ()>) -> Counts {
    let body = stream::iter(stream.chunks(chunk).map(Ok::<_, Infallible>));
    let mut events = pin!(body.eventsource());
    let mut context = Context::from_waker(Waker::noop());
    let mut counts = Counts::default();
    // The body is always ready.
    while let Poll::Ready(Some(event)) = events.poll_next_unpin(&mut context) {
        match event {
            Ok(event) if is_event(&event.data) => counts.add(decode(&event.data)),
            Ok(_) => {}
            Err(error) => counts.add(Err::<(), _>(error)),
        }
    }
    counts
}

fn eventsource<T: DeserializeOwned>(stream: &[u8], chunk: usize) -> Counts {
    eventsource_frames(stream, chunk, |json| black_box(serde_json::from_str::<T>(json)).map(drop).map_err(drop))
}
