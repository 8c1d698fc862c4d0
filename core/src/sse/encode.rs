//! Encoding: events to the text of server-sent events.

use alloc::string::String;
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::io;

use memchr::memchr2;
use serde::ser::Serialize;

use crate::encode::EncodeError;
use crate::entry::{self, peek_type};

/// Encodes an event as one server-sent event: its name, its JSON and a blank line.
///
/// ```
/// use response_event::sse;
/// use response_event::{Number, ResponseEvent};
///
/// #[derive(ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     sequence_number: Number,
/// }
///
/// let text = sse::to_string(&Queued { sequence_number: 7.into() })?;
/// assert_eq!(text, "event: response.queued\ndata: {\"type\":\"response.queued\",\"sequence_number\":7}\n\n");
/// # Ok::<(), response_event::EncodeError>(())
/// ```
///
/// The name is the `type` of the JSON. There is no `event` line if the JSON has no `type`, or one that such a line cannot
/// hold: an empty one, or one with a line break, which would begin a field of its own. A [`Decoder`](super::Decoder) takes
/// the type from the JSON and so loses nothing.
///
/// Kept JSON, such as that of an [`UnknownEvent`](crate::UnknownEvent), may have line breaks between its tokens. Each of its
/// lines is a `data` line of its own; a decoder joins them by LF. So it comes back to the byte, except that a CR or CRLF is
/// an LF.
///
/// # Errors
///
/// As [`response_event::to_string`](crate::to_string).
pub fn to_string<T: Serialize + ?Sized>(event: &T) -> Result<String, EncodeError> {
    entry::to_string(event).map(|json| frame(&json))
}

/// Encodes an event as one server-sent event in UTF-8, as [`to_string`] does.
///
/// # Errors
///
/// As [`response_event::to_string`](crate::to_string).
pub fn to_vec<T: Serialize + ?Sized>(event: &T) -> Result<Vec<u8>, EncodeError> {
    to_string(event).map(String::into_bytes)
}

/// Writes an event as one server-sent event, as [`to_string`] encodes it. It makes one call of `write_all` and does not
/// flush.
///
/// ```
/// use response_event::{UnknownEvent, sse};
///
/// let event: UnknownEvent = response_event::from_str(r#"{"type":"ping"}"#)?;
/// let mut body = Vec::new();
/// sse::to_writer(&mut body, &event)?;
/// assert_eq!(body, b"event: ping\ndata: {\"type\":\"ping\"}\n\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`response_event::to_string`](crate::to_string), and then nothing is written; also if the writer fails.
#[cfg(feature = "std")]
pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(mut writer: W, event: &T) -> Result<(), EncodeError> {
    let text = to_string(event)?;
    writer.write_all(text.as_bytes()).map_err(EncodeError::io)
}

/// Returns the server-sent event whose data is `json`.
fn frame(json: &str) -> String {
    let event_type = peek_type(json.as_bytes()).unwrap_or_default();
    let can_be_name = !event_type.is_empty() && memchr2(b'\r', b'\n', event_type.as_bytes()).is_none();
    let name = if can_be_name { &*event_type } else { "" };
    let mut text = String::with_capacity("event: \ndata: \n\n".len() + name.len() + json.len());
    if !name.is_empty() {
        push_field(&mut text, "event: ", name);
    }
    let mut rest = json;
    while let Some((line, after)) = split_line(rest) {
        push_field(&mut text, "data: ", line);
        rest = after;
    }
    push_field(&mut text, "data: ", rest);
    text.push('\n');
    text
}

fn push_field(text: &mut String, name: &str, value: &str) {
    text.push_str(name);
    text.push_str(value);
    text.push('\n');
}

/// Splits a text at its first LF, CRLF or CR, which server-sent events take as the end of a line.
fn split_line(text: &str) -> Option<(&str, &str)> {
    let (line, rest) = text.split_at_checked(memchr2(b'\r', b'\n', text.as_bytes())?)?;
    let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
    Some((line, after))
}
