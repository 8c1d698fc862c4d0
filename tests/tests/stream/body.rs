//! A body that does what a test says, and a runtime that only polls.

use std::collections::VecDeque;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use futures_core::Stream;
use response_event::events::StreamEvent;
use response_event::sse::Received;
use response_event::stream::{Error, Events, StreamEnd, events};

/// The things that a body does when it is polled.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Bytes(Vec<u8>),
    Fail(&'static str),
    Wait,
}

pub(crate) fn bytes(text: impl AsRef<[u8]>) -> Step {
    Step::Bytes(text.as_ref().to_owned())
}

/// A body, which panics if it is polled after its end.
#[derive(Debug, Default)]
pub(crate) struct Body {
    steps: VecDeque<Step>,
    is_over: bool,
}

impl Body {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self { steps: steps.into_iter().collect(), is_over: false }
    }
}

impl Stream for Body {
    type Item = Result<Vec<u8>, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        assert!(!self.is_over, "a body is not polled after its end");
        match self.steps.pop_front() {
            Some(Step::Bytes(bytes)) => Poll::Ready(Some(Ok(bytes))),
            Some(Step::Fail(error)) => Poll::Ready(Some(Err(error))),
            Some(Step::Wait) => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            None => {
                self.is_over = true;
                Poll::Ready(None)
            }
        }
    }
}

/// Polls a future until it is ready.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

pub(crate) type Item = Result<Received<StreamEvent>, Error<&'static str>>;

/// Reads the stream to its end.
pub(crate) fn read(steps: impl IntoIterator<Item = Step>) -> (Vec<Item>, StreamEnd) {
    let mut events: Events<StreamEvent, _> = events(Body::new(steps));
    let mut items = Vec::new();
    block_on(async {
        while let Some(item) = events.next().await {
            assert_eq!(events.end().is_some(), matches!(&item, Err(Error::Event(error)) if is_cut_off(error)));
            items.push(item);
        }
        assert!(events.next().await.is_none(), "the stream has ended");
    });
    (items, events.end().expect("the end"))
}

pub(crate) fn is_cut_off(error: &response_event::sse::StreamError) -> bool {
    error.kind() == response_event::sse::StreamErrorKind::CutOff
}
