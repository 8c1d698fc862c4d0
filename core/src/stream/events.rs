//! `Events`: a stream of bytes, decoded.

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream, TryStream};
use pin_project_lite::pin_project;

use super::end::StreamEnd;
use super::error::Error;
use crate::decode::DecodeOwned;
use crate::family::EventFamily;
use crate::sse::{Decoder, Received, StreamError};

/// Decodes the server-sent events in a stream of bytes: any [`Stream`] of `Result<impl AsRef<[u8]>, E>`, such as
/// `reqwest::Response::bytes_stream()`.
///
/// The family says which events end a response. Wrappers such as [`Lossless`](crate::Lossless) are no family: [`Decoder`] takes
/// them.
///
/// ```
/// use response_event::UnknownEvent;
/// # #[derive(Debug, response_event::EventFamily)]
/// # enum Event { #[event(unknown)] Unknown(UnknownEvent) }
/// # fn f<S: futures_core::Stream<Item = Result<Vec<u8>, std::io::Error>>>(body: S) {
/// let events = response_event::stream::events::<Event, _>(body);
/// # }
/// ```
pub fn events<F, S>(body: S) -> Events<F, S>
where
    F: DecodeOwned + EventFamily,
    S: TryStream<Ok: AsRef<[u8]>>,
{
    Events { body, decoder: Decoder::new(), chunk: None, read: 0, end: None, is_over: false }
}

pin_project! {
    /// A stream of typed events, made by [`events`].
    ///
    /// An item is an event with its frame, or an [`Error`]: about one event, or of the body, as the body returned it. Neither
    /// ends the stream. It ends when the body does; an event that was cut off is the last error before. Then
    /// [`end`](Self::end) says how.
    ///
    /// It is cancel-safe: a future of the next event may be dropped, and no byte is lost.
    pub struct Events<F, S>
    where
        S: TryStream,
    {
        #[pin]
        body: S,
        decoder: Decoder<F>,
        // The bytes that are being read, from `read` on.
        chunk: Option<S::Ok>,
        read: usize,
        // The end, if no other event comes.
        end: Option<StreamEnd>,
        is_over: bool,
    }
}

impl<F, S: TryStream> Events<F, S> {
    /// Sets the most bytes that an event may have, as [`Decoder::with_max_event_size`].
    #[must_use]
    pub fn with_max_event_size(mut self, bytes: usize) -> Self {
        self.decoder = self.decoder.with_max_event_size(bytes);
        self
    }

    /// Returns how the stream ended, or `None` until it has.
    pub fn end(&self) -> Option<StreamEnd> {
        self.is_over.then(|| self.end.unwrap_or(StreamEnd::Truncated))
    }

    /// Returns the decoder, which knows [`last_event_id`](Decoder::last_event_id), [`retry`](Decoder::retry) and
    /// [`skipped`](Decoder::skipped).
    pub fn decoder(&self) -> &Decoder<F> {
        &self.decoder
    }

    /// Returns the body.
    pub fn get_ref(&self) -> &S {
        &self.body
    }

    /// Returns the body without the decoder. Bytes that the body has returned, and events in them, are dropped.
    pub fn into_inner(self) -> S {
        self.body
    }
}

impl<F, S> Events<F, S>
where
    F: DecodeOwned + EventFamily,
    S: TryStream<Ok: AsRef<[u8]>>,
{
    /// Waits for the next event. Returns `None` once the stream has ended.
    ///
    /// It is what `StreamExt::next` of the crate futures does. Pin a body that is not `Unpin`, for example with `Box::pin`.
    #[allow(clippy::should_implement_trait)] // as every stream has it
    pub async fn next(&mut self) -> Option<Result<Received<F>, Error<S::Error>>>
    where
        S: Unpin,
    {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<F, S> Stream for Events<F, S>
where
    F: DecodeOwned + EventFamily,
    S: TryStream<Ok: AsRef<[u8]>>,
{
    type Item = Result<Received<F>, Error<S::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut this = self.project();
        loop {
            if let Some(chunk) = &this.chunk {
                let bytes = chunk.as_ref();
                let mut rest = bytes.get(*this.read..).unwrap_or_default();
                let received = this.decoder.next_in(&mut rest);
                *this.read = bytes.len() - rest.len();
                if rest.is_empty() {
                    *this.chunk = None;
                }
                if let Some(received) = received {
                    let (is_terminal, is_failure) = ending(&received);
                    *this.end = StreamEnd::after(*this.end, is_terminal, is_failure);
                    return Poll::Ready(Some(received.map_err(Error::Event)));
                }
            }
            if *this.is_over {
                return Poll::Ready(None);
            }
            match ready!(this.body.as_mut().try_poll_next(context)) {
                Some(Ok(chunk)) => (*this.chunk, *this.read) = (Some(chunk), 0),
                Some(Err(error)) => return Poll::Ready(Some(Err(Error::Body(error)))),
                None => {
                    *this.is_over = true;
                    let cut_off = this.decoder.finish().err();
                    return Poll::Ready(cut_off.map(|error| Err(Error::Event(error))));
                }
            }
        }
    }
}

/// Returns if an event is the last of its response, and if it reports a failure.
fn ending<F: EventFamily>(received: &Result<Received<F>, StreamError>) -> (bool, bool) {
    match received {
        Ok(Received { event, .. }) => (event.is_terminal(), event.is_failure()),
        Err(error) => (error.is_terminal(), error.is_failure()),
    }
}

impl<F, S> FusedStream for Events<F, S>
where
    F: DecodeOwned + EventFamily,
    S: TryStream<Ok: AsRef<[u8]>>,
{
    fn is_terminated(&self) -> bool {
        self.is_over
    }
}

impl<F, S: TryStream> fmt::Debug for Events<F, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("decoder", &self.decoder).field("end", &self.end()).finish_non_exhaustive()
    }
}
