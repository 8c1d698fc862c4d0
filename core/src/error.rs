//! `DecodeError`: why an input is not the event that was asked for, and where.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::str::Utf8Error;
use core::{fmt, iter};

use crate::decode::ObjectError;
use crate::error_details::ErrorDetails;
use crate::event_position::EventPosition;
use crate::json;
use crate::number::Number;
use crate::shape::{Shape, Tags};
use crate::text::{Excerpt, OneLine, shorten};

/// The kinds of [`DecodeError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// It is not JSON: malformed, cut off, not UTF-8, nested too deep, or followed by something else.
    Json,
    /// It is not an object, or its `type` is absent or no string.
    MissingType,
    /// It is an event of a type that the family does not know. A variant with `#[event(unknown)]` keeps such events.
    UnknownType,
    /// It is another event than the one that was asked for.
    WrongType,
    /// It is the right event, and a member is missing, twice there, of the wrong JSON type, or refused.
    Data,
}

/// The error of [`from_str`](crate::from_str) and [`from_slice`](crate::from_slice): an event that could not be decoded.
///
/// Its `Display` is one line: the event, the field, the place in the input, and what is wrong. Its `Debug` is the same line,
/// since that is what a `main` that returns an error prints.
///
/// ```
/// use response_event::{DecodeErrorKind, Number, ResponseEvent};
///
/// #[derive(Debug, ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     sequence_number: Number,
/// }
///
/// let error = response_event::from_str::<Queued>(r#"{"type":"response.queued","sequence_number":"1"}"#).unwrap_err();
/// assert_eq!(error.kind(), DecodeErrorKind::Data);
/// assert_eq!(error.event_type(), Some("response.queued"));
/// assert_eq!(error.pointer(), "/sequence_number");
/// assert_eq!(
///     error.to_string(),
///     "`response.queued` at `/sequence_number`: invalid type: string \"1\", expected a JSON number (line 1, column 47)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, PartialEq, Eq)]
struct Details {
    kind: DecodeErrorKind,
    event_type: Option<String>,
    pointer: String,
    line: usize,
    column: usize,
    message: String,
    position: EventPosition<'static>,
    reported: Option<ErrorDetails<'static>>,
    is_terminal: bool,
    is_failure: bool,
    not_utf8: Option<Utf8Error>,
}

impl Details {
    fn new(kind: DecodeErrorKind, line: usize, column: usize) -> Self {
        Self {
            kind,
            event_type: None,
            pointer: String::new(),
            line,
            column,
            message: String::new(),
            position: EventPosition::default(),
            reported: None,
            is_terminal: false,
            is_failure: false,
            not_utf8: None,
        }
    }

    /// Reads what the event says of its stream. The part of an event has no place in one.
    fn read_place(&mut self, shape: &Shape, text: &str, position: EventPosition<'_>) {
        let Some(endings) = shape.endings else { return };
        let event_type = self.event_type.as_deref().map(|found| shape.canonical_tag(found).unwrap_or(found));
        let is_one_of = |types: &[&str]| event_type.is_some_and(|found| types.contains(&found));
        (self.is_terminal, self.is_failure) = (is_one_of(endings.terminal), is_one_of(endings.failure));
        self.position = position.into_owned();
        if self.is_failure {
            self.reported = Some(ErrorDetails::from_json(text).into_owned());
        }
    }
}

impl DecodeError {
    #[cold]
    pub(crate) fn new(shape: &Shape, text: &str, error: &json::Error) -> Self {
        let (position, fields_end) = EventPosition::of_json(text);
        // Malformed JSON is reported first, wherever decoding stopped.
        let no_json = match fields_end {
            Err(_) if !error.is_syntax() => json::Reader::check(text).err(),
            _ => None,
        };
        let error = no_json.as_ref().unwrap_or(error);
        let tag = json::peek_tag(text);
        // The event that an object without `type` is.
        let untyped = match &tag {
            Ok(None) => shape.variant_without_type(&|field| {
                let mut has_field = false;
                let fields = json::each_field(text, |name, value| has_field |= name == field && value != "null");
                has_field && fields.is_ok()
            }),
            _ => None,
        };
        let of_type = |kind, fault: ObjectError<'_>, pointer: &str, offset| {
            (kind, fault.to_string(), pointer.to_string(), offset)
        };
        let of_data = |kind, error: &json::Error| (kind, shorten(error.message()), error.pointer(), error.offset());
        let (kind, message, pointer, offset) = match (&tag, &shape.tags) {
            _ if error.is_syntax() => of_data(DecodeErrorKind::Json, error),
            (_, Tags::Untagged) => of_data(DecodeErrorKind::Data, error),
            (Ok(Some((found, _))), _) if shape.variant(found).is_some() => of_data(DecodeErrorKind::Data, error),
            (Ok(Some((found, end))), Tags::Event(_)) => {
                of_type(DecodeErrorKind::WrongType, ObjectError::WrongType { found, shape }, "/type", *end)
            }
            (Ok(Some(_)), Tags::Family { keeps_unknown: true, .. }) => of_data(DecodeErrorKind::Data, error),
            (Ok(Some((found, end))), Tags::Family { .. }) => {
                of_type(DecodeErrorKind::UnknownType, ObjectError::UnknownType { found, shape }, "/type", *end)
            }
            (Err(not_text), _) => of_data(DecodeErrorKind::MissingType, not_text),
            (Ok(None), _) if untyped.is_some() || shape.may_lack_type => of_data(DecodeErrorKind::Data, error),
            // Whatever else is wrong with an object that has none.
            (Ok(None), _) if text.trim_ascii_start().starts_with('{') => {
                of_type(DecodeErrorKind::MissingType, ObjectError::MissingType { shape }, "", error.offset())
            }
            (Ok(None), _) => of_data(DecodeErrorKind::MissingType, error),
        };
        let (line, column) = line_and_column(text.as_bytes(), offset);
        let event_type = tag.ok().flatten().filter(|_| shape.is_tagged()).map(|(tag, _)| tag.into_owned());
        let event_type = event_type.or_else(|| untyped.map(|(_, tag)| tag.to_string()));
        let mut details = Details { event_type, pointer, message, ..Details::new(kind, line, column) };
        details.read_place(shape, text, position);
        Self(Box::new(details))
    }

    #[cold]
    pub(crate) fn not_utf8(shape: &Shape, json: &[u8], error: Utf8Error) -> Self {
        let (line, column) = line_and_column(json, error.valid_up_to());
        let message = "the input is not UTF-8, as JSON must be".to_string();
        let mut details =
            Details { message, not_utf8: Some(error), ..Details::new(DecodeErrorKind::Json, line, column) };
        // A name with a bad byte in it names nothing, and is another one with another mark. The first text is dropped before
        // the second is made.
        let (event_type, other) = {
            let text = mark_bad_bytes(json, '!');
            let tag = json::peek_tag(&text).ok().flatten().filter(|_| shape.is_tagged());
            (tag.map(|(tag, _)| tag.into_owned()), EventPosition::of_json(&text).0.into_owned())
        };
        let text = mark_bad_bytes(json, '?');
        let tag = json::peek_tag(&text).ok().flatten().map(|(tag, _)| tag);
        details.event_type = event_type.filter(|found| tag.as_deref() == Some(found));
        let mut position = EventPosition::of_json(&text).0;
        position.item_id = position.item_id.filter(|id| other.item_id.as_ref() == Some(id));
        position.stream_id = position.stream_id.filter(|id| other.stream_id.as_ref() == Some(id));
        details.read_place(shape, &text, position);
        Self(Box::new(details))
    }

    /// Sets the type of an event whose JSON does not tell it, and what follows from the type.
    #[cold]
    #[cfg(feature = "sse")]
    pub(crate) fn or_event_type(mut self, shape: &Shape, json: &[u8], event_type: &str) -> Self {
        let details = &mut *self.0;
        if shape.is_tagged() && details.event_type.is_none() {
            details.event_type = Some(event_type.to_string());
            let position = core::mem::take(&mut details.position);
            details.read_place(shape, &mark_bad_bytes(json, '?'), position);
        }
        self
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// Returns the event's `type`, if the input has one, or is an event that may lack it.
    pub fn event_type(&self) -> Option<&str> {
        self.0.event_type.as_deref()
    }

    /// Returns the fields `sequence_number`, `output_index`, `item_id` and `stream_id`, as far as the input has them and
    /// they can be read.
    pub fn event_position(&self) -> &EventPosition<'static> {
        &self.0.position
    }

    /// Returns the `sequence_number`: the place of the event in its stream, from 0.
    pub fn sequence_number(&self) -> Option<Number> {
        self.0.position.sequence_number
    }

    /// Returns the `output_index`: the place of the output item in the response's `output`, from 0.
    pub fn output_index(&self) -> Option<Number> {
        self.0.position.output_index
    }

    /// Returns the `item_id`: the id of the output item that the event is about.
    pub fn item_id(&self) -> Option<&str> {
        self.0.position.item_id.as_deref()
    }

    /// Returns the `stream_id`: the lane of the event on a WebSocket connection that carries several responses at once.
    pub fn stream_id(&self) -> Option<&str> {
        self.0.position.stream_id.as_deref()
    }

    /// Returns `true` if the event is the last of its response, as
    /// [`EventFamily::is_terminal`](crate::EventFamily::is_terminal) of the family that was asked for.
    pub fn is_terminal(&self) -> bool {
        self.0.is_terminal
    }

    /// Returns `true` if the event reports a failure, as [`EventFamily::is_failure`](crate::EventFamily::is_failure) of the
    /// family that was asked for.
    pub fn is_failure(&self) -> bool {
        self.0.is_failure
    }

    /// Returns the message, the code and the other fields of the error that the event reports, as far as they can be read;
    /// `None` if the event does not report a failure.
    ///
    /// ```
    /// use response_event::{Number, ResponseEvent};
    ///
    /// #[derive(Debug, ResponseEvent)]
    /// #[event(type = "response.failed")]
    /// struct Failed {
    ///     sequence_number: Number,
    /// }
    ///
    /// let json = r#"{"type":"response.failed","sequence_number":"7",
    ///     "response":{"error":{"code":"server_error","message":"Overloaded."}}}"#;
    /// let error = response_event::from_str::<Failed>(json).unwrap_err();
    /// let details = error.error_details().unwrap();
    /// assert_eq!(details.message.as_deref(), Some("Overloaded."));
    /// assert!(details.is_retryable());
    /// ```
    pub fn error_details(&self) -> Option<&ErrorDetails<'static>> {
        self.0.reported.as_ref()
    }

    /// Returns the place in the event, as a JSON pointer (RFC 6901); empty if the error is about the event as a whole.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// Returns the line of the input, from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// Returns the column of the input, in bytes, from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// Returns the message without the place: what was expected and what was found.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { kind, event_type, pointer, line, column, message, .. } = &*self.0;
        match (event_type, &**pointer) {
            // The message is about the type itself.
            _ if matches!(kind, DecodeErrorKind::WrongType | DecodeErrorKind::UnknownType) => {}
            (Some(event_type), "") => write!(f, "`{}`: ", Excerpt::new(event_type))?,
            (Some(event_type), pointer) => {
                write!(f, "`{}` at `{}`: ", Excerpt::new(event_type), Excerpt::new(pointer))?;
            }
            (None, "") => {}
            (None, pointer) => write!(f, "at `{}`: ", Excerpt::new(pointer))?,
        }
        write!(f, "{} (line {line}, column {column})", OneLine(message))
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DecodeError").field(&format_args!("{self}")).finish()
    }
}

impl core::error::Error for DecodeError {
    /// Returns the error of UTF-8, if the input is not UTF-8; every other error says all by itself.
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.0.not_utf8.as_ref().map(|error| error as _)
    }
}

/// Returns the text with a mark in the place of each byte that is not UTF-8, so that it is no longer than the input.
fn mark_bad_bytes(json: &[u8], mark: char) -> String {
    let mut text = String::with_capacity(json.len());
    for chunk in json.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(iter::repeat_n(mark, chunk.invalid().len()));
    }
    text
}

/// Returns the line and column of an offset, both in bytes and from 1.
fn line_and_column(text: &[u8], offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |line_break| line_break + 1);
    (1 + memchr::memchr_iter(b'\n', before).count(), 1 + before.len() - line_start)
}
