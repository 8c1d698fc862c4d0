//! `StreamError`: one event of a stream that could not be decoded. Every message about it is here.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, str};

use super::position::FramePosition;
use crate::error::DecodeError;
use crate::json::{self, with_type};
use crate::shape::Endings;
use crate::text::Excerpt;

/// The kinds of [`StreamError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StreamErrorKind {
    /// The data is not an event of the family. [`StreamError::decode_error`] says why.
    Decode,
    /// The event is larger than the decoder allows. Only the start of its data was kept.
    TooLarge,
    /// The data, the `event` or the `id` of the frame is not UTF-8.
    InvalidUtf8,
    /// The stream ended before the blank line that ends the event.
    CutOff,
    /// The event was pushed, and not taken before [`Decoder::finish`](super::Decoder::finish).
    Unread,
}

/// One event of a stream that could not be decoded. The stream goes on after it.
///
/// Its `Display` is one line: the place in the stream and what is wrong. Its `Debug` is the same line.
///
/// ```
/// use response_event::ResponseEvent;
/// use response_event::sse::{Decoder, StreamErrorKind};
///
/// #[derive(Debug, ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     sequence_number: u64,
/// }
///
/// let mut decoder = Decoder::<Queued>::new();
/// decoder.push(b"data: {\"type\":\"response.queued\",\"sequence_number\":\"7\"}\n\n");
/// let error = decoder.next().unwrap().unwrap_err();
/// assert_eq!(error.kind(), StreamErrorKind::Decode);
/// assert_eq!(error.event_type().as_deref(), Some("response.queued"));
/// assert_eq!(error.data(), br#"{"type":"response.queued","sequence_number":"7"}"#);
/// assert_eq!(
///     error.to_string(),
///     "event 0, line 1 of the stream: `response.queued` at `/sequence_number`: invalid type: string \"7\", expected u64 \
///      (line 1, column 47)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct StreamError(Box<Details>);

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) kind: StreamErrorKind,
    pub(super) decode_error: Option<DecodeError>,
    /// The types that end a response, for an event that there is no error of decoding for.
    pub(super) endings: Option<&'static Endings>,
    pub(super) data: Vec<u8>,
    pub(super) event_name: Option<String>,
    pub(super) id: Option<String>,
    pub(super) position: FramePosition,
    /// The limit that the event exceeded.
    pub(super) max_event_size: Option<usize>,
}

impl StreamError {
    #[cold]
    pub(super) fn new(details: Details) -> Self {
        Self(Box::new(details))
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> StreamErrorKind {
        self.0.kind
    }

    /// Returns the error of decoding the event. With [`json`](Self::json) it is what `Snapshot::apply_error` takes.
    ///
    /// An event that is not UTF-8 or too large has one as well: it tells the type and the place of the event, as far as they
    /// could be read, and if the event was the last of its response. There is none if the event was cut off or not
    /// taken, or if its start is a whole event.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        self.0.decode_error.as_ref()
    }

    /// Returns the event's `type`, as far as it could be read: from the JSON, or else from the frame's `event` field.
    pub fn event_type(&self) -> Option<Cow<'_, str>> {
        if let Some(found) = self.0.decode_error.as_ref().and_then(DecodeError::event_type) {
            return Some(Cow::Borrowed(found));
        }
        let data = &*self.0.data;
        let text =
            str::from_utf8(data).or_else(|error| str::from_utf8(data.get(..error.valid_up_to()).unwrap_or_default()));
        let found = text.ok().and_then(|text| json::peek_tag(text).ok().flatten());
        found.map(|(found, _)| found).or(self.0.event_name.as_deref().map(Cow::Borrowed))
    }

    /// Returns `true` if the event is the last of its response, as far as its type could be read.
    pub fn is_terminal(&self) -> bool {
        match &self.0.decode_error {
            Some(error) => error.is_terminal(),
            None => self.0.endings.is_some_and(|endings| self.is_one_of(endings.terminal)),
        }
    }

    /// Returns `true` if the event reports a failure, as far as its type could be read.
    pub fn is_failure(&self) -> bool {
        match &self.0.decode_error {
            Some(error) => error.is_failure(),
            None => self.0.endings.is_some_and(|endings| self.is_one_of(endings.failure)),
        }
    }

    fn is_one_of(&self, types: &[&str]) -> bool {
        self.event_type().is_some_and(|found| types.contains(&&*found))
    }

    /// Returns the frame's data as it was sent, with several lines joined by LF.
    ///
    /// If the event is [too large](StreamErrorKind::TooLarge), it is the start, of 1 KiB at most. If the event was
    /// [cut off](StreamErrorKind::CutOff), it is what arrived.
    pub fn data(&self) -> &[u8] {
        &self.0.data
    }

    /// Returns the JSON that was decoded: the [data](Self::data), in which a `type` that the frame alone had is the first field.
    pub fn json(&self) -> Cow<'_, [u8]> {
        let (data, name) = (str::from_utf8(&self.0.data), self.0.event_name.as_deref());
        match data.ok().zip(name).and_then(|(data, name)| with_type(data, name)) {
            Some(json) => Cow::Owned(json.into()),
            None => Cow::Borrowed(&self.0.data),
        }
    }

    /// Returns the data without a copy.
    pub fn into_data(self) -> Vec<u8> {
        self.0.data
    }

    /// Returns the frame's `event` field, unless it is absent, empty or not UTF-8.
    pub fn event_name(&self) -> Option<&str> {
        self.0.event_name.as_deref()
    }

    /// Returns the frame's `id` field, unless it is absent or not UTF-8.
    pub fn id(&self) -> Option<&str> {
        self.0.id.as_deref()
    }

    /// Returns the place of the event in the stream.
    pub fn position(&self) -> FramePosition {
        self.0.position
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { kind, decode_error, position, max_event_size, .. } = &*self.0;
        write!(f, "event {}, line {} of the stream: ", position.index, position.line)?;
        if let (StreamErrorKind::Decode, Some(error)) = (kind, decode_error) {
            return error.fmt(f);
        }
        if let Some(found) = self.event_type() {
            write!(f, "`{}`: ", Excerpt::new(&found))?;
        }
        match kind {
            StreamErrorKind::Decode => f.write_str("the data is not an event"),
            StreamErrorKind::TooLarge => match max_event_size {
                Some(most) => write!(f, "the event is larger than {most} bytes; raise the limit of the decoder"),
                None => f.write_str("the event is too large"),
            },
            StreamErrorKind::InvalidUtf8 => f.write_str("the event is not UTF-8, as server-sent events must be"),
            StreamErrorKind::Unread => f.write_str("the event was not taken from the decoder before `finish`"),
            StreamErrorKind::CutOff => f.write_str("the stream ended in the middle of the event"),
        }
    }
}

impl fmt::Debug for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StreamError").field(&format_args!("{self}")).finish()
    }
}

impl core::error::Error for StreamError {
    /// Returns the [`DecodeError`] of an event that is too large or not UTF-8; the message of any other has it in itself.
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self.0.kind {
            StreamErrorKind::Decode => self.0.decode_error.as_ref().and_then(core::error::Error::source),
            _ => self.0.decode_error.as_ref().map(|error| error as _),
        }
    }
}
