//! The entry points for JSON text.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::io;

use serde::ser::Serialize;

use crate::decode::{Decode, FieldReader, ObjectAccess, decode};
use crate::encode::EncodeError;
use crate::error::DecodeError;
use crate::json::{self, Reader};
use crate::shape::{FieldOrder, Shape};

/// Decodes one event from JSON text.
///
/// A stream of server-sent events also holds `[DONE]` and empty data, which are not events: [`sse`](crate::sse) skips them.
///
/// Strings are borrowed from the text where the type of a member borrows. White space around the object is fine,
/// anything else is an error.
///
/// # Errors
///
/// If the text is not one JSON object, or not an `E`; see [`DecodeErrorKind`](crate::DecodeErrorKind).
pub fn from_str<'de, E: Decode<'de>>(json: &'de str) -> Result<E, DecodeError> {
    let shape = E::SHAPE;
    Reader::new(json)
        .object_only(shape.order == FieldOrder::TypeFirst, shape, |object| decode(object, Some(json)))
        .map_err(|error| DecodeError::new(shape, json, &error))
}

/// Decodes one event from JSON bytes, which must be UTF-8.
///
/// # Errors
///
/// As [`from_str`]; also if the bytes are not UTF-8.
pub fn from_slice<'de, E: Decode<'de>>(json: &'de [u8]) -> Result<E, DecodeError> {
    match json::utf8(json) {
        Ok(json) => from_str(json),
        Err(error) => Err(DecodeError::not_utf8(E::SHAPE, json, error)),
    }
}

/// Encodes a value as compact JSON text.
///
/// The text is what serde_json writes, so kept JSON goes out byte for byte.
///
/// ```
/// use response_event::UnknownEvent;
///
/// let json = r#"{"type":"keepalive", "sequence_number":3.0}"#;
/// let event: UnknownEvent = response_event::from_str(json)?;
/// assert_eq!(response_event::to_string(&event)?, json);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// If JSON cannot hold the value, or a field with `#[serde(flatten)]` holds the name of another field.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, EncodeError> {
    json::to_string(value).map_err(EncodeError::new)
}

/// Encodes a value as compact JSON in UTF-8.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, EncodeError> {
    to_string(value).map(String::into_bytes)
}

/// Writes a value as compact JSON, without a line break after it.
///
/// It makes one write of the whole text.
///
/// ```
/// use response_event::UnknownEvent;
///
/// let event: UnknownEvent = response_event::from_str(r#"{"type":"keepalive"}"#)?;
/// let mut stream = b"data: ".to_vec();
/// response_event::to_writer(&mut stream, &event)?;
/// assert_eq!(stream, br#"data: {"type":"keepalive"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`to_string`], and then nothing is written; also if the writer fails, and then part of the text may be written.
#[cfg(feature = "std")]
pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(mut writer: W, value: &T) -> Result<(), EncodeError> {
    let json = to_string(value)?;
    writer.write_all(json.as_bytes()).map_err(EncodeError::io)
}

/// The `type` of a JSON object, read no further than it must be: not beyond the tag, if that comes first.
///
/// ```
/// let json = br#"{"type":"response.created","response":not even JSON"#;
/// assert_eq!(response_event::peek_type(json)?, "response.created");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
///
/// # Errors
///
/// If the bytes are not an object with a string as `type`, or not JSON in UTF-8 up to there.
#[inline]
pub fn peek_type(json: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
    match json::peek_first_tag(json) {
        Some(tag) => Ok(Cow::Borrowed(tag)),
        None => peek_any_type(json),
    }
}

fn peek_any_type(json: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
    // What is not UTF-8 or not there yet looks like the end of the text: then more of it is looked at.
    let mut len = 1024;
    loop {
        let start = json.get(..len).unwrap_or(json);
        let text = match core::str::from_utf8(start) {
            Ok(text) => text,
            Err(error) => match start.get(..error.valid_up_to()).map(core::str::from_utf8) {
                Some(Ok(text)) => text,
                _ => "",
            },
        };
        match json::peek_tag(text) {
            Ok(Some((tag, _))) => return Ok(tag),
            _ if start.len() < json.len() => len *= 4,
            _ => break,
        }
    }
    // The error of an event that has no type.
    match from_slice::<AnyType>(json) {
        Err(error) => Err(error),
        Ok(AnyType(event_type)) => Ok(Cow::Owned(event_type)),
    }
}

/// The type of any event.
struct AnyType(String);

#[diagnostic::do_not_recommend]
impl<'de> Decode<'de> for AnyType {
    const SHAPE: &'static Shape = Shape::ANY;

    fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
        members.variant()?;
        members.unknown().map(|(event_type, _)| Self(event_type.into()))
    }
}
