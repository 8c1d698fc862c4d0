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
mod slot;
mod tag;

use alloc::boxed::Box;
use alloc::format;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error as _, Expected, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::json;
use crate::shape::{FieldOrder, Shape, UnknownFields};

use self::object_access::FromMapAccess;
use self::positional::Positional;

pub(crate) use self::borrow::{CowBytes, CowStr, OptionCowBytes, OptionCowStr};
pub(crate) use self::buffered::BufferedSeed;
pub use self::field_reader::{FieldReader, Slots};
#[cfg(feature = "schema")]
pub(crate) use self::missing::Missing;
pub use self::object_access::ObjectAccess;
pub(crate) use self::object_error::{ObjectError, fault};
pub use self::owned::DecodeOwned;
pub use self::slot::{SeedSlot, SlotBy, slot};

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
    /// The knowledge of the type before reading.
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
    let Shape { name, unknown, order, .. } = E::SHAPE;
    let is_readable = deserializer.is_human_readable();
    let sequences = match is_readable {
        false => Sequences::Accepted,
        true if json::is_json_error::<D::Error>() => Sequences::Refused,
        true => Sequences::Complete,
    };
    let object = SequenceVisitor { sequences, object: ObjectVisitor(PhantomData) };
    if flatten::is_rest::<D>() {
        // An `Option` there is `None` if none of these is there.
        let fields = if *order == FieldOrder::Any { E::SHAPE.names() } else { &["type"] };
        return deserializer.deserialize_struct(name, fields, object.object);
    }
    match (order, unknown) {
        // A struct of unknown size is a map to every format.
        (FieldOrder::Any, UnknownFields::Keep) => deserializer.deserialize_map(object.object),
        (FieldOrder::Any, UnknownFields::KeepText) if is_readable => deserializer.deserialize_map(object.object),
        // serde's `flatten` passes on the fields that are asked for, and no others.
        (FieldOrder::Any, _) if is_readable => deserializer.deserialize_struct(name, E::SHAPE.names(), object),
        (FieldOrder::Any, _) => deserializer.deserialize_struct(name, E::SHAPE.places(), object),
        (FieldOrder::TypeFirst, _) if json::is_reader_error::<D::Error>() => {
            deserializer.deserialize_newtype_struct(json::TYPE_FIRST, TypeFirst(object))
        }
        // The fields are those of an event that is not known yet, and perhaps of none.
        (FieldOrder::TypeFirst | FieldOrder::AsWritten, _) if is_readable => deserializer.deserialize_any(object),
        (FieldOrder::TypeFirst | FieldOrder::AsWritten, _) => {
            deserializer.deserialize_struct(name, UNKNOWN_PLACES, object)
        }
    }
}

/// As many fields as an event may have in a format without names, where it is not known which event it is.
const UNKNOWN_PLACES: &[&str] = &[""; 256];

/// The sequences that may stand for an object.
enum Sequences {
    /// None: in JSON, an array is not an event.
    Refused,
    /// Those with every field: serde's buffer says of every format that it is readable, but a readable one leaves fields out
    /// when it writes.
    Complete,
    /// Those of a format without names, also from an older writer, which knew fewer fields.
    Accepted,
}

/// Decodes an object; `json` is its text, where that is at hand.
pub(crate) fn decode<'de, E: Decode<'de>, A: ObjectAccess<'de>>(
    object: A,
    json: Option<&'de str>,
) -> Result<E, A::Error> {
    let mut members = FieldReader::new(object, E::SHAPE, json);
    if let Some(tag) = const { E::SHAPE.plain_tag() } {
        members.take_first_tag(tag);
    }
    E::decode(&mut members).map_err(|error| members.place_error(error))
}

/// Reads an object of our own reader, `type` first.
struct TypeFirst<E>(SequenceVisitor<E>);

impl<'de, E: Decode<'de>> Visitor<'de> for TypeFirst<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        self.0.visit_map(map)
    }

    // What serde puts around the reader takes the request to be one for a newtype.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<E, D::Error> {
        deserializer.deserialize_any(self.0)
    }
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

/// Reads an object, or where the format allows it a sequence.
struct SequenceVisitor<E> {
    sequences: Sequences,
    object: ObjectVisitor<E>,
}

impl<'de, E: Decode<'de>> Visitor<'de> for SequenceVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.object.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<E, A::Error> {
        self.object.visit_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<E, A::Error> {
        if matches!(self.sequences, Sequences::Refused) {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        let mut fields = FieldReader::new(FromMapAccess(Positional::new(elements)), E::SHAPE, None);
        let event = E::decode(&mut fields).map_err(|error| fields.place_error(error))?;
        let (found, expected) = (fields.map.0.len(), fields.shape.places().len());
        if matches!(self.sequences, Sequences::Complete) && found != expected {
            return Err(A::Error::invalid_length(found, &&*format!("a sequence of {expected} fields")));
        }
        Ok(event)
    }
}
