//! `Frame`: one event of the stream before it is decoded.

use alloc::string::String;
use alloc::vec::Vec;
use core::str::Utf8Error;

use super::encode::push_frame;
use super::position::FramePosition;
use super::stream_error::{Details, StreamError, StreamErrorKind};
use crate::decode::Decode;
use crate::entry::{from_slice, from_str};
use crate::error::{DecodeError, DecodeErrorKind};
use crate::rewriter::Rewritten;
use crate::shape::Endings;
use crate::unknown::UnknownEvent;

/// The name that the standard gives to events without one.
const DEFAULT_NAME: &str = "message";

/// One event of the stream, not decoded yet. [`Decoder::next_with`](super::Decoder::next_with) lends it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub(super) data: &'a [u8],
    /// The data as text.
    pub(super) text: Result<&'a str, Utf8Error>,
    /// The JSON with its name as `type`, if it has no other.
    pub(super) typed: Option<&'a str>,
    pub(super) event_name: Result<Option<&'a str>, Utf8Error>,
    pub(super) id: Result<Option<&'a str>, Utf8Error>,
    pub(super) position: FramePosition,
    /// The most bytes that an event may have, if this one has more.
    pub(super) exceeded: Option<usize>,
}

impl<'a> Frame<'a> {
    /// Returns the frame's `event` field, unless it is absent, empty or not UTF-8.
    pub fn event_name(&self) -> Option<&'a str> {
        self.event_name.ok().flatten()
    }

    /// Returns the frame's `id` field, unless it is absent or not UTF-8.
    pub fn id(&self) -> Option<&'a str> {
        self.id.ok().flatten()
    }

    /// Returns the place of the event in the stream.
    pub fn position(&self) -> FramePosition {
        self.position
    }

    /// Returns the frame's data as it was sent, with several lines joined by LF. If the event is too large, it is only the start.
    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    /// Returns the frame's data as text, for what is not decoded here.
    ///
    /// # Errors
    ///
    /// If the frame is not UTF-8, or the event is larger than the decoder allows.
    pub fn json(&self) -> Result<&'a str, StreamError> {
        match self.text {
            Ok(text) if self.exceeded.is_none() && self.event_name.is_ok() && self.id.is_ok() => Ok(text),
            _ => {
                // Such a frame has no event.
                let failure = self.try_decode::<UnknownEvent>().err().unwrap_or(Failure::CUT_OFF);
                Err(self.error(failure, self.data.into()))
            }
        }
    }

    /// Appends the frame to a buffer, with the JSON that a [`Rewriter`](crate::Rewriter) made of its data. Its `event` and its
    /// `id` stay.
    ///
    /// This is what a proxy does:
    ///
    /// ```
    /// use response_event::sse::Decoder;
    /// use response_event::{Rewriter, Sequencer, UnknownEvent};
    ///
    /// let mut decoder = Decoder::<UnknownEvent>::new();
    /// let mut rewriter = Rewriter::new().renumber(Sequencer::new());
    /// let mut out = Vec::new();
    /// decoder.push(b"event: ping\nid: 7\ndata: {\"type\":\"ping\",\"sequence_number\":41}\n\n");
    /// while let Some(result) = decoder.next_with(|frame| -> Result<(), Box<dyn std::error::Error>> {
    ///     frame.append_to(&mut out, &rewriter.rewrite(frame.json()?)?);
    ///     Ok(())
    /// }) {
    ///     result?;
    /// }
    /// assert_eq!(out, b"event: ping\nid: 7\ndata: {\"type\":\"ping\",\"sequence_number\":0}\n\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn append_to(&self, buffer: &mut Vec<u8>, json: &Rewritten<'_>) {
        push_frame(self.event_name(), self.id(), json.segments(), |part| buffer.extend_from_slice(part.as_bytes()));
    }

    /// Decodes the event, which may borrow from the frame.
    ///
    /// # Errors
    ///
    /// If the data is not an `E`, the frame is not UTF-8, or the event is larger than the decoder allows.
    pub fn decode<E: Decode<'a>>(&self) -> Result<E, StreamError> {
        self.try_decode().map_err(|failure| self.error(failure, self.data.into()))
    }

    /// Decodes the event. An error does not copy the data.
    pub(super) fn try_decode<E: Decode<'a>>(&self) -> Result<E, Failure> {
        let text = match self.text {
            // Its start may tell the type and the place of the event.
            _ if self.exceeded.is_some() => {
                let decode_error = self.text.ok().and_then(|text| from_str::<E>(text).err());
                return Err(self.unreadable::<E>(StreamErrorKind::TooLarge, decode_error));
            }
            Ok(text) if self.event_name.is_ok() && self.id.is_ok() => text,
            _ => {
                return Err(self.unreadable::<E>(StreamErrorKind::InvalidUtf8, from_slice::<E>(self.data).err()));
            }
        };
        let decoded = match self.typed {
            None => from_str(text),
            Some(typed) if self.event_name() == Some(DEFAULT_NAME) => match from_str(text) {
                Err(error) if error.kind() == DecodeErrorKind::MissingType => from_str(typed),
                decoded => decoded,
            },
            Some(typed) => from_str(typed),
        };
        decoded.map_err(|error| Failure { kind: StreamErrorKind::Decode, decode_error: Some(error), endings: None })
    }

    /// Returns the failure of a frame that is no text or too large. Its name is the type, if the JSON does not tell it.
    fn unreadable<E: Decode<'a>>(&self, kind: StreamErrorKind, decode_error: Option<DecodeError>) -> Failure {
        let decode_error = match (decode_error, self.event_name()) {
            (Some(error), Some(name)) => Some(error.or_event_type(E::SHAPE, self.data, name)),
            (error, _) => error,
        };
        Failure { kind, decode_error, endings: E::SHAPE.endings }
    }

    /// Returns the error about this frame, whose data it takes.
    pub(super) fn error(&self, failure: Failure, data: Vec<u8>) -> StreamError {
        let Failure { kind, decode_error, endings } = failure;
        let [event_name, id] = [self.event_name(), self.id()].map(|text| text.map(String::from));
        let max_event_size = self.exceeded;
        let position = self.position;
        StreamError::new(Details { kind, decode_error, endings, data, event_name, id, position, max_event_size })
    }
}

/// The reason that a frame holds no event.
pub(super) struct Failure {
    kind: StreamErrorKind,
    decode_error: Option<DecodeError>,
    endings: Option<&'static Endings>,
}

impl Failure {
    /// The stream ended in the middle of the frame.
    pub(super) const CUT_OFF: Self = Self { kind: StreamErrorKind::CutOff, decode_error: None, endings: None };

    /// The stream was ended before the frame was taken.
    pub(super) const UNREAD: Self = Self { kind: StreamErrorKind::Unread, decode_error: None, endings: None };
}
