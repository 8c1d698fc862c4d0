//! `Decoder`: bytes in, events out.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::str::Utf8Error;
use core::time::Duration;
use core::{fmt, mem, str};

use super::frame::{Failure, Frame};
use super::framing::{Found, Framing};
use super::position::FramePosition;
use super::received::Received;
use super::stream_error::StreamError;
use crate::decode::DecodeOwned;
use crate::json::{self, with_type};

/// The size that a decoder allows an event by default, in bytes: 16 MiB. An image of several megapixels fits.
pub const DEFAULT_MAX_EVENT_SIZE: usize = 16 * 1024 * 1024;

/// The capacity of the buffer of pushed bytes that is kept once they are read.
const KEPT_CAPACITY: usize = 16 * 1024;

/// Decodes the events of one stream of server-sent events, from bytes that are pushed as they arrive.
///
/// It is an iterator over the events that were pushed. After `None` it goes on once more is pushed:
///
/// ```
/// use response_event::UnknownEvent;
/// use response_event::sse::Decoder;
///
/// let mut decoder = Decoder::<UnknownEvent>::new();
/// decoder.push(b"event: ping\nid: 7\ndata: {\"ty");
/// assert!(decoder.next().is_none());
/// decoder.push(b"pe\":\"ping\"}\n\ndata: {\"type\":");
/// let received = decoder.next().unwrap()?;
/// assert_eq!(received.event.event_type(), "ping");
/// assert_eq!((received.event_name.as_deref(), received.id.as_deref()), (Some("ping"), Some("7")));
/// assert!(decoder.next().is_none());
///
/// let error = decoder.finish().unwrap_err();
/// assert_eq!(error.to_string(), "event 1, line 5 of the stream: the stream ended in the middle of the event");
/// # Ok::<(), response_event::sse::StreamError>(())
/// ```
///
/// [The module](super) says what is an event, and what a decoder allows.
pub struct Decoder<F> {
    framing: Framing,
    /// Bytes that were pushed. Those before `read` are read.
    pushed: Vec<u8>,
    read: usize,
    /// The number of the next event.
    index: u64,
    /// Frames with data that is no event.
    frames_without_event: u64,
    /// The next byte is the first of another connection.
    is_finished: bool,
    /// Those of them with the data `[DONE]`.
    done_marks: u64,
    family: PhantomData<fn() -> F>,
}

impl<F> Decoder<F> {
    /// Creates a decoder for a stream from its first byte.
    pub fn new() -> Self {
        Self {
            framing: Framing::new(DEFAULT_MAX_EVENT_SIZE),
            pushed: Vec::new(),
            read: 0,
            index: 0,
            frames_without_event: 0,
            is_finished: false,
            done_marks: 0,
            family: PhantomData,
        }
    }

    /// Sets the most bytes that the data, the `event` and the `id` of one event may have together. The default is
    /// [`DEFAULT_MAX_EVENT_SIZE`].
    ///
    /// A larger event is [an error](super::StreamErrorKind::TooLarge) as soon as it exceeds the limit; the rest of it is
    /// skipped, in constant memory.
    ///
    /// ```
    /// use response_event::UnknownEvent;
    /// use response_event::sse::{Decoder, StreamErrorKind};
    ///
    /// let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(20);
    /// decoder.push(b"data: {\"type\":\"much too large\"}\n\ndata: {\"type\":\"ping\"}\n\n");
    /// let error = decoder.next().unwrap().unwrap_err();
    /// assert_eq!(error.kind(), StreamErrorKind::TooLarge);
    /// assert_eq!(decoder.next().unwrap()?.event.event_type(), "ping");
    /// # Ok::<(), response_event::sse::StreamError>(())
    /// ```
    #[must_use]
    pub fn with_max_event_size(mut self, bytes: usize) -> Self {
        self.framing.max_event_size = bytes;
        self
    }

    /// Adds the next bytes of the stream: a chunk of any size. They are copied.
    pub fn push(&mut self, bytes: &[u8]) {
        // No more is moved than was read.
        if self.read > self.pushed.len() / 2 {
            self.pushed.drain(..self.read);
            self.read = 0;
        }
        if self.pushed.is_empty() {
            self.pushed.reserve_exact(bytes.len());
        }
        self.pushed.extend_from_slice(bytes);
    }

    /// Lends the next event to a function, which decodes it. Returns `None`, without a call, if more bytes are needed.
    ///
    /// Events that borrow from their JSON live as long as the call, and need no allocation, except where the type is in the
    /// frame alone: then the JSON is copied with the type. The type of the decoder does not matter here.
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// use response_event::sse::Decoder;
    /// use response_event::{EventFamily, ResponseEvent, UnknownEvent};
    ///
    /// #[derive(Debug, ResponseEvent)]
    /// #[event(type = "response.output_text.delta")]
    /// struct TextDelta<'a> {
    ///     #[serde(borrow)]
    ///     delta: Cow<'a, str>,
    /// }
    ///
    /// #[derive(Debug, EventFamily)]
    /// enum Event<'a> {
    ///     TextDelta(TextDelta<'a>),
    ///     #[event(unknown)]
    ///     Unknown(UnknownEvent),
    /// }
    ///
    /// let mut decoder = Decoder::<Event>::new();
    /// decoder.push(b"data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n");
    /// let mut text = String::new();
    /// while let Some(result) = decoder.next_with(|frame| {
    ///     if let Event::TextDelta(event) = frame.decode()? {
    ///         text.push_str(&event.delta);
    ///     }
    ///     Ok::<_, response_event::sse::StreamError>(())
    /// }) {
    ///     result?;
    /// }
    /// assert_eq!(text, "Hi");
    /// # Ok::<(), response_event::sse::StreamError>(())
    /// ```
    pub fn next_with<R>(&mut self, decode: impl FnOnce(Frame<'_>) -> R) -> Option<R> {
        let found = self.find_pushed()?;
        let data = self.framing.data();
        let text = text(found, data);
        let typed = typed(found, text, self.framing.name());
        let decoded = decode(self.frame(found, data, text, typed.as_deref()));
        self.end_event();
        Some(decoded)
    }

    /// Returns the number of blocks that were passed over because they are no event: those with the data `[DONE]`, with data
    /// that is empty or white space, and with an `event` but without any data. Comments and blank lines are not counted.
    ///
    /// [`finish`](Self::finish) keeps the number until the next connection begins.
    pub fn skipped(&self) -> u64 {
        self.frames_without_event + self.framing.blocks_without_data()
    }

    /// Returns the number of frames with the data `[DONE]` so far, with white space around it or not. They are also
    /// [`skipped`](Self::skipped). A mark before an event is counted once that event was returned.
    ///
    /// ```
    /// use response_event::UnknownEvent;
    /// use response_event::sse::Decoder;
    ///
    /// let mut decoder = Decoder::<UnknownEvent>::new();
    /// decoder.push(b"data: {\"type\":\"ping\"}\n\ndata: [DONE]\n\n");
    /// assert!(decoder.next().is_some());
    /// assert_eq!(decoder.done_marks(), 0);
    /// assert!(decoder.next().is_none());
    /// assert_eq!(decoder.done_marks(), 1);
    /// ```
    pub fn done_marks(&self) -> u64 {
        self.done_marks
    }

    /// Returns the last `id` of the stream, for the header `Last-Event-ID` of a new connection; empty if there was none.
    ///
    /// As the standard says, an `id` counts from the blank line after it on, with or without data. So does that of an event that
    /// is too large or cannot be decoded, so that a server does not send it again. An `id` of more than 4 KiB is ignored.
    pub fn last_event_id(&self) -> &str {
        self.framing.last_event_id()
    }

    /// Returns the last `retry` of the stream: the time after which the client should connect again.
    pub fn retry(&self) -> Option<Duration> {
        self.framing.retry().map(Duration::from_millis)
    }

    /// Ends the stream, after which the decoder is ready for another connection. It keeps
    /// [`last_event_id`](Self::last_event_id) and [`retry`](Self::retry).
    ///
    /// Take all events first.
    ///
    /// # Errors
    ///
    /// If the stream has begun an event that no blank line ends. The standard says that it is no event, even if its data is
    /// complete; the error has what arrived of it.
    ///
    /// If an event was pushed and not taken. The error is about the first such event. Its `id` and those that follow do not
    /// count, so that a server sends them again.
    pub fn finish(&mut self) -> Result<(), StreamError> {
        let last_event_id = String::from(self.last_event_id());
        let unread = self.find_pushed();
        if unread.is_some() {
            self.framing.set_last_event_id(last_event_id);
        } else {
            self.framing.drop_unfinished_name();
        }
        let failure = match unread {
            Some(_) => Some(Failure::UNREAD),
            None => self.framing.is_inside_event().then_some(Failure::CUT_OFF),
        };
        let error = failure.map(|failure| {
            let frame = self.frame(Found::Event, &[], Ok(""), None);
            frame.error(failure, self.framing.data().into())
        });
        let skipped = self.skipped();
        self.framing.reconnect();
        (self.pushed, self.read, self.index, self.frames_without_event) = (Vec::new(), 0, 0, skipped);
        self.is_finished = true;
        error.map_or(Ok(()), Err)
    }

    /// Reads on to the next event in the bytes that were pushed.
    fn find_pushed(&mut self) -> Option<Found> {
        let pushed = mem::take(&mut self.pushed);
        let mut rest = pushed.get(self.read..).unwrap_or_default();
        let found = self.find(&mut rest);
        self.read = pushed.len() - rest.len();
        self.pushed = pushed;
        if self.read == self.pushed.len() {
            self.pushed.clear();
            self.pushed.shrink_to(KEPT_CAPACITY);
            self.read = 0;
        }
        found
    }

    /// Reads on to the next event, and passes over what is none.
    fn find(&mut self, input: &mut &[u8]) -> Option<Found> {
        if !input.is_empty() && mem::take(&mut self.is_finished) {
            (self.frames_without_event, self.done_marks) = (0, 0);
        }
        loop {
            let found = self.framing.next(input)?;
            let data = self.framing.data().trim_ascii();
            if found == Found::Oversized || !matches!(data, b"" | b"[DONE]") {
                return Some(found);
            }
            self.done_marks += u64::from(!data.is_empty());
            self.frames_without_event += 1;
        }
    }

    fn frame<'a>(
        &'a self,
        found: Found,
        data: &'a [u8],
        text: Result<&'a str, Utf8Error>,
        typed: Option<&'a str>,
    ) -> Frame<'a> {
        let (line, offset) = self.framing.start();
        Frame {
            data,
            text,
            typed,
            event_name: self.framing.name().map(str::from_utf8).transpose(),
            id: self.framing.id().map(str::from_utf8).transpose(),
            position: FramePosition { index: self.index, line, offset },
            exceeded: (found == Found::Oversized).then_some(self.framing.max_event_size),
        }
    }

    fn end_event(&mut self) {
        self.framing.clear_event();
        self.index += 1;
    }
}

/// The data as text, or the part of it that is there.
fn text(found: Found, data: &[u8]) -> Result<&str, Utf8Error> {
    match (json::utf8(data), found) {
        // It may end in the middle of a character.
        (Err(error), Found::Oversized) => str::from_utf8(data.get(..error.valid_up_to()).unwrap_or_default()),
        (text, _) => text,
    }
}

/// Returns the JSON of an event whose type is in its frame alone.
fn typed(found: Found, text: Result<&str, Utf8Error>, name: Option<&[u8]>) -> Option<String> {
    match (found, text, name.map(str::from_utf8)) {
        (Found::Event, Ok(text), Some(Ok(name))) => with_type(text, name),
        _ => None,
    }
}

impl<F: DecodeOwned> Decoder<F> {
    /// Decodes the next event of `input`. A caller of this pushes nothing.
    #[cfg(feature = "stream")]
    pub(crate) fn next_in(&mut self, input: &mut &[u8]) -> Option<Result<Received<F>, StreamError>> {
        self.find(input).map(|found| self.receive(found))
    }

    fn receive(&mut self, found: Found) -> Result<Received<F>, StreamError> {
        let received = match (String::from_utf8(self.framing.take_data()), found) {
            (Ok(data), Found::Event) => self.receive_text(data),
            (Ok(data), Found::Oversized) => Err(self.refuse(found, data.into())),
            (Err(error), _) => Err(self.refuse(found, error.into_bytes())),
        };
        self.end_event();
        received
    }

    fn receive_text(&self, data: String) -> Result<Received<F>, StreamError> {
        let typed = typed(Found::Event, Ok(&data), self.framing.name());
        let frame = self.frame(Found::Event, data.as_bytes(), Ok(&data), typed.as_deref());
        match frame.try_decode() {
            Ok(event) => {
                let [event_name, id] = [frame.event_name(), frame.id()].map(|text| text.map(String::from));
                let position = frame.position();
                Ok(Received { event, event_name, id, position, data })
            }
            Err(failure) => Err(self.frame(Found::Event, &[], Ok(""), None).error(failure, data.into())),
        }
    }

    /// Returns the error of an event that cannot be decoded at all.
    #[cold]
    fn refuse(&self, found: Found, data: Vec<u8>) -> StreamError {
        let text = text(found, &data);
        let failure = self.frame(found, &data, text, None).try_decode::<F>().err();
        let frame = self.frame(found, &[], Ok(""), None);
        frame.error(failure.unwrap_or(Failure::CUT_OFF), data)
    }
}

/// The events that were pushed. After `None` it goes on once more is pushed.
impl<F: DecodeOwned> Iterator for Decoder<F> {
    type Item = Result<Received<F>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.find_pushed().map(|found| self.receive(found))
    }
}

impl<F> Default for Decoder<F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<F> Clone for Decoder<F> {
    fn clone(&self) -> Self {
        let Self { framing, pushed, read, index, frames_without_event, is_finished, done_marks, family } = self;
        Self {
            framing: framing.clone(),
            pushed: pushed.clone(),
            read: *read,
            index: *index,
            frames_without_event: *frames_without_event,
            is_finished: *is_finished,
            done_marks: *done_marks,
            family: *family,
        }
    }
}

impl<F> fmt::Debug for Decoder<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoder")
            .field("next_index", &self.index)
            .field("skipped", &self.skipped())
            .field("last_event_id", &self.last_event_id())
            .field("retry", &self.retry())
            .finish_non_exhaustive()
    }
}
