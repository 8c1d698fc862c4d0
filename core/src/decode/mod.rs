//! From the fields of an object, in any format, to an event: the trait that the derives implement, and what their code calls.

mod borrow;
mod buffered;
mod field_reader;
mod flatten;
mod key;
mod missing;
mod object_access;
mod object_error;
mod owned;
mod positional;
mod tag;

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Expected, MapAccess, SeqAccess, Visitor};

use crate::shape::{Shape, UnknownFields};

use self::object_access::FromMapAccess;
use self::positional::Positional;

pub(crate) use self::borrow::{CowBytes, CowStr, OptionCowBytes, OptionCowStr};
pub(crate) use self::buffered::BufferedSeed;
pub use self::field_reader::FieldReader;
pub use self::key::{END, FAILED};
pub use self::object_access::ObjectAccess;
pub(crate) use self::object_error::{ObjectError, fault};
pub use self::owned::DecodeOwned;

/// A type that [`from_str`](crate::from_str) and [`from_slice`](crate::from_slice) decode: an event, a family, or a wrapper of one.
///
/// Both derives implement it, together with serde's `Deserialize`; there is nothing in it to write or to call by hand.
///
/// ```
/// use response_event::{DecodeError, DecodeOwned, UnknownEvent};
///
/// fn decode_lines<E: DecodeOwned>(lines: &str) -> Result<Vec<E>, DecodeError> {
///     lines.lines().map(response_event::from_str).collect()
/// }
/// assert_eq!(decode_lines::<UnknownEvent>("{\"type\":\"ping\"}\n{\"type\":\"pong\"}")?.len(), 2);
/// # Ok::<(), DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an event nor a family of events",
    label = "this type cannot be decoded by its `type`",
    note = "write `#[derive(ResponseEvent)]` on a struct, or `#[derive(EventFamily)]` on an enum of events; in generic code, add the bound `DecodeOwned`",
    note = "`response_event::from_str` decodes one event, such as one line; for a JSON list of events write `serde_json::from_str`"
)]
pub trait Decode<'de>: Sized {
    /// What is known of the type before reading.
    #[doc(hidden)]
    const SHAPE: &'static Shape;

    /// Reads the members of an object into the type.
    #[doc(hidden)]
    fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, E: Decode<'de>> Decode<'de> for Box<E> {
    const SHAPE: &'static Shape = E::SHAPE;

    fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
        E::decode(members).map(Self::new)
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
    let object = ObjectVisitor(PhantomData);
    match (unknown, deserializer.is_human_readable()) {
        // A struct of unknown size is a map to every format.
        (UnknownFields::Keep, _) | (UnknownFields::KeepText, true) => deserializer.deserialize_map(object),
        // These formats have names; a JSON array is not an event.
        (_, true) => deserializer.deserialize_struct(name, fields, object),
        (_, false) => deserializer.deserialize_struct(name, fields, SequenceVisitor(object)),
    }
}

/// Decodes an object; `json` is its text, where that is at hand.
pub(crate) fn decode<'de, E: Decode<'de>, A: ObjectAccess<'de>>(
    object: A,
    json: Option<&'de str>,
) -> Result<E, A::Error> {
    let mut members = FieldReader::new(object, E::SHAPE, json);
    E::decode(&mut members).map_err(|error| members.place_error(error))
}

/// Reads an object.
struct ObjectVisitor<E>(PhantomData<E>);

impl<'de, E: Decode<'de>> Visitor<'de> for ObjectVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected::fmt(E::SHAPE, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        decode(FromMapAccess(map), None)
    }
}

/// Reads an object, or in a format without names a sequence.
struct SequenceVisitor<E>(ObjectVisitor<E>);

impl<'de, E: Decode<'de>> Visitor<'de> for SequenceVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        self.0.visit_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<E, A::Error> {
        decode(FromMapAccess(Positional::new(elements)), None)
    }
}
