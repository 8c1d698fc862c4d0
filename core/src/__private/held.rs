//! The type in a variant of a family: the functions that generated code calls on it.
//!
//! A type that a variant cannot hold is one mistake, but the code of a family uses it in ten places. These places ask
//! [`Held`], which has an item for every type: an inherent one if the type has the role that the variant gives it, or else
//! one of [`NotHeld`], which never runs. The error comes from one assertion, in `category`.

use core::marker::PhantomData;

use serde::ser::Serializer;

use crate::decode::{Decode, FieldReader, ObjectAccess};
use crate::event::ResponseEvent;
use crate::event_position::EventPosition;
use crate::family::EventFamily;
use crate::field::WriteField;
use crate::part::{EventPart, PartFamily};
use crate::shape::Shape;
use crate::unknown::HoldsUnknown;
use crate::validate::{Validate, Validator};

/// The role of a type in a variant without an attribute.
pub struct AsEvent;

/// The role of a type in a variant with `#[event(family)]`.
pub struct AsFamily;

/// The role of a type in a variant without an attribute, in a family of parts.
pub struct AsPart;

/// The role of a type in a variant with `#[event(family)]`, in a family of parts.
pub struct AsPartFamily;

/// The role of a type in a variant with `#[event(unknown)]`.
pub struct AsUnknown;

/// A type that has the role `R` in a variant.
pub trait HeldAs<R>: Validate {
    /// Its types on the wire; empty for unknown events.
    const TYPES: &'static [&'static str];

    /// Returns the `type` of the value.
    fn held_type(&self) -> &str;

    /// Returns the position of the value; a part has none.
    #[inline]
    fn held_position(&self) -> EventPosition<'_> {
        EventPosition::default()
    }
}

impl<T: ResponseEvent> HeldAs<AsEvent> for T {
    const TYPES: &'static [&'static str] = &[T::TYPE];

    #[inline]
    fn held_type(&self) -> &str {
        T::TYPE
    }

    #[inline]
    fn held_position(&self) -> EventPosition<'_> {
        self.event_position()
    }
}

impl<T: EventFamily> HeldAs<AsFamily> for T {
    const TYPES: &'static [&'static str] = T::TYPES;

    #[inline]
    fn held_type(&self) -> &str {
        self.event_type()
    }

    #[inline]
    fn held_position(&self) -> EventPosition<'_> {
        self.event_position()
    }
}

impl<T: EventPart> HeldAs<AsPart> for T {
    const TYPES: &'static [&'static str] = &[T::TYPE];

    #[inline]
    fn held_type(&self) -> &str {
        T::TYPE
    }
}

impl<T: PartFamily> HeldAs<AsPartFamily> for T {
    const TYPES: &'static [&'static str] = T::TYPES;

    #[inline]
    fn held_type(&self) -> &str {
        self.part_type()
    }
}

impl<T: HoldsUnknown + Validate> HeldAs<AsUnknown> for T {
    const TYPES: &'static [&'static str] = &[];

    #[inline]
    fn held_type(&self) -> &str {
        self.unknown_event().event_type()
    }

    #[inline]
    fn held_position(&self) -> EventPosition<'_> {
        self.unknown_event().event_position()
    }
}

/// The type `T` in a variant that gives it the role `R`.
pub struct Held<R, T>(PhantomData<(R, T)>);

impl<R, T: HeldAs<R>> Held<R, T> {
    /// The types on the wire.
    pub const TYPES: &'static [&'static str] = T::TYPES;

    /// The type on the wire of an event or part.
    pub const TYPE: &'static str = match T::TYPES {
        [one] => one,
        _ => "",
    };

    /// Returns the `type` of the value.
    #[inline]
    pub fn event_type(event: &T) -> &str {
        event.held_type()
    }

    /// Returns the position of the value.
    #[inline]
    pub fn event_position(event: &T) -> EventPosition<'_> {
        event.held_position()
    }

    /// Checks the value.
    #[inline]
    pub fn check(event: &T, validator: &mut Validator<'_>) {
        Validate::check(event, validator);
    }

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn serialize<S: Serializer>(event: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: WriteField,
    {
        event.serialize(serializer)
    }

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// Those of the format and of the event.
    #[inline]
    pub fn decode<'de, A: ObjectAccess<'de>>(fields: &mut FieldReader<'de, A>) -> Result<T, A::Error>
    where
        T: ReadEvent<'de>,
    {
        T::decode(fields)
    }
}

/// An event that can be read: any with [`Decode`].
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be read",
    label = "this, or a type in it, cannot be read",
    note = "write `#[derive(ResponseEvent)]` on the struct, and `#[derive(serde::Deserialize)]` on the types in it",
    note = "if it has `#[event(serialize_only)]`, write that on the family, too"
)]
pub trait ReadEvent<'de>: Decode<'de> {}

#[diagnostic::do_not_recommend]
impl<'de, T: Decode<'de>> ReadEvent<'de> for T {}

impl<'de, R, T: HeldAs<R> + Decode<'de>> Held<R, T> {
    /// The shape of the type.
    pub const SHAPE: &'static Shape = T::SHAPE;
}

/// A type that does not have the role of its variant: the crate does not compile, and none of this runs.
pub trait NotHeld {
    /// The type in the variant.
    type Event;

    /// It has none.
    const TYPES: &'static [&'static str] = &[];

    /// It has none.
    const TYPE: &'static str = "";

    /// It has none.
    const SHAPE: &'static Shape = &Shape::STUB;

    /// Never runs.
    fn event_type(_event: &Self::Event) -> &str {
        unreachable!()
    }

    /// Never runs.
    fn event_position(_event: &Self::Event) -> EventPosition<'_> {
        unreachable!()
    }

    /// Never runs.
    fn check(_event: &Self::Event, _validator: &mut Validator<'_>) {
        unreachable!()
    }

    /// Never runs.
    fn serialize<S: Serializer>(_event: &Self::Event, _serializer: S) -> Result<S::Ok, S::Error> {
        unreachable!()
    }

    /// Never runs.
    fn decode<'de, A: ObjectAccess<'de>>(_fields: &mut FieldReader<'de, A>) -> Result<Self::Event, A::Error> {
        unreachable!()
    }
}

impl<R, T> NotHeld for Held<R, T> {
    type Event = T;
}
