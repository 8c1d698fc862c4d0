//! From input to event: the two entry points for JSON text, and the trait by which every format comes in.

mod borrow;
mod content;
mod flatten;
mod held;
mod key;
mod members;
mod missing;
mod positional;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::error::DecodeError;
use crate::json::{self, Reader};
use crate::shape::{Shape, UnknownMembers};
use crate::unknown::UnknownEvent;

use self::key::Foreign;
use self::positional::Positional;

pub use self::borrow::{Borrowing, BorrowsItself};
pub(crate) use self::content::Content;
pub(crate) use self::held::{Held, HeldSeed, RAW};
pub use self::key::Source;
pub(crate) use self::key::{Key, ShapeKey};
pub use self::members::{END, FAILED, Members};
pub use self::missing::{NeverAbsent, Slot};

/// A type that [`from_str`] and [`from_slice`] decode: an event, a family, or a wrapper of one.
///
/// Both derives implement it, together with serde's `Deserialize`; there is nothing in it to write or to call by hand.
///
/// ```
/// use response_event::{Decode, DecodeError, UnknownEvent};
///
/// fn decode_lines<E: for<'de> Decode<'de>>(lines: &str) -> Result<Vec<E>, DecodeError> {
///     lines.lines().map(response_event::from_str).collect()
/// }
/// assert_eq!(decode_lines::<UnknownEvent>("{\"type\":\"ping\"}\n{\"type\":\"pong\"}")?.len(), 2);
/// # Ok::<(), DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an event nor a family of events",
    label = "this type cannot be decoded by its `type`",
    note = "write `#[derive(ResponseEvent)]` on a struct, or `#[derive(EventFamily)]` on an enum of events; in generic code, `for<'de> Decode<'de>`"
)]
pub trait Decode<'de>: Sized {
    /// What is known of the type before reading.
    #[doc(hidden)]
    const SHAPE: &'static Shape;

    /// Reads the members of an object into the type.
    #[doc(hidden)]
    fn decode<A: Source<'de>>(members: &mut Members<'de, A>) -> Result<Self, A::Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, E: Decode<'de>> Decode<'de> for Box<E> {
    const SHAPE: &'static Shape = E::SHAPE;

    fn decode<A: Source<'de>>(members: &mut Members<'de, A>) -> Result<Self, A::Error> {
        E::decode(members).map(Self::new)
    }
}

/// Decodes one event from JSON text.
///
/// What a stream holds besides events, such as `[DONE]` and empty data, is no event: pass over it before.
///
/// Strings are borrowed from the text where the type of a member borrows. White space around the object is fine,
/// anything else is an error.
///
/// # Errors
///
/// If the text is not one JSON object, or not an `E`; see [`DecodeErrorKind`](crate::DecodeErrorKind).
pub fn from_str<'de, E: Decode<'de>>(json: &'de str) -> Result<E, DecodeError> {
    let shape = E::SHAPE;
    let object = ObjectVisitor::<E> { source: None, event: PhantomData };
    Reader::new(json)
        .event(shape.fields, &object, |members| ObjectVisitor { source: Some(json), event: PhantomData }.visit(members))
        .map_err(|error| DecodeError::new(shape, json, &error))
}

/// Decodes one event from JSON bytes, which must be UTF-8.
///
/// # Errors
///
/// As [`from_str`]; also if the bytes are not UTF-8.
pub fn from_slice<'de, E: Decode<'de>>(json: &'de [u8]) -> Result<E, DecodeError> {
    match core::str::from_utf8(json) {
        Ok(json) => from_str(json),
        Err(error) => Err(DecodeError::not_utf8(json, error)),
    }
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
    let mut len = 64;
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
    match from_slice::<UnknownEvent>(json) {
        Err(error) => Err(error),
        Ok(event) => Ok(Cow::Owned(event.event_type().into())),
    }
}

/// The body of every generated `Deserialize`.
///
/// # Errors
///
/// Those of the format and of the event.
pub fn deserialize<'de, E: Decode<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let Shape { name, unknown, .. } = E::SHAPE;
    let fields = E::SHAPE.places();
    let object = ObjectVisitor { source: None, event: PhantomData };
    if *unknown == UnknownMembers::Keep {
        // A struct of unknown size is a map to every format.
        deserializer.deserialize_map(object)
    } else if deserializer.is_human_readable() {
        // These formats have names; a JSON array is not an event.
        deserializer.deserialize_struct(name, fields, object)
    } else {
        deserializer.deserialize_struct(name, fields, SequenceVisitor(object))
    }
}

/// Reads an object.
struct ObjectVisitor<'de, E> {
    source: Option<&'de str>,
    event: PhantomData<E>,
}

impl<'de, E: Decode<'de>> ObjectVisitor<'de, E> {
    fn visit<A: Source<'de>>(self, map: A) -> Result<E, A::Error> {
        let mut members = Members::new(map, E::SHAPE, self.source);
        E::decode(&mut members).map_err(|error| members.in_event(error))
    }
}

impl<'de, E: Decode<'de>> Visitor<'de> for ObjectVisitor<'de, E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        E::SHAPE.fmt_expected(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        self.visit(Foreign(map))
    }
}

/// Reads an object, or in a format without names a sequence.
struct SequenceVisitor<'de, E>(ObjectVisitor<'de, E>);

impl<'de, E: Decode<'de>> Visitor<'de> for SequenceVisitor<'de, E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        self.0.visit(Foreign(map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<E, A::Error> {
        self.0.visit(Foreign(Positional::new(elements)))
    }
}
