//! Futures that are dropped before they are ready.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use response_event::events::StreamEvent;
use response_event::stream::{Events, StreamEnd, events};

use crate::body::{Body, Step, block_on, bytes};

#[test]
fn a_future_that_is_dropped_loses_nothing() {
    let stream = "data: {\"type\":\"a\"}\n\nid: 1\nevent: b\ndata: {}\n\ndata: {\"type\":\"response.completed\"}\n\n";
    let expected: Vec<_> = {
        let mut events = events::<StreamEvent, _>(Body::new([bytes(stream)]));
        std::iter::from_fn(|| block_on(events.next())).collect()
    };
    let steps = stream.as_bytes().chunks(1).flat_map(|byte| [Step::Wait, bytes(byte)]);
    let mut events: Events<StreamEvent, _> = events(Body::new(steps));
    let mut items = Vec::new();
    let mut dropped = 0;
    loop {
        // A new future for each poll, as in the branch of a `select!` that loses.
        let next = pin!(events.next());
        match next.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(item)) => items.push(item),
            Poll::Ready(None) => break,
            Poll::Pending => dropped += 1,
        }
    }
    assert_eq!(dropped, stream.len(), "each byte had to be waited for");
    assert_eq!(items, expected);
    assert_eq!(events.end(), Some(StreamEnd::Done));
}
