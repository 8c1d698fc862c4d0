//! Keys: which field of a shape is it? Every index that is none stands here.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::ToString;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Unexpected, Visitor};

use super::object_error::{ObjectError, fault};
use crate::shape::{Shape, UnknownFields};

/// A key of an object, looked up: the index of a field of the shape, or one of the constants. It is a number so
/// that a result of it fits into two registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub(super) usize);

impl Key {
    /// A member that the shape does not name.
    pub(super) const UNKNOWN: Self = Self(usize::MAX);
    /// No key: the object is over.
    pub(super) const END: Self = Self(usize::MAX - 1);
    /// `type`
    pub(super) const TAG: Self = Self(usize::MAX - 2);
}

/// In place of the index of a member: no name fits it.
pub(super) const UNKNOWN: usize = Key::UNKNOWN.0;
/// In place of the index of a member: there is none, the object is over.
pub(super) const END: usize = Key::END.0;

/// Reads a key into its place in a shape. Its text is kept only if the shape keeps unknown fields.
pub struct ShapeKey<'k, 'de> {
    pub(super) shape: &'static Shape,
    /// Takes the text of a key that no name fits.
    pub(super) kept: &'k mut Option<Cow<'de, str>>,
    pub(super) form: &'k mut KeyForm,
}

/// The form of the keys of an object, in a format that has numbers as keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyForm {
    /// No key was read.
    NotYet,
    /// They are names.
    Name,
    /// They are the places of fields, as a packed struct has them: the first was a number.
    Place,
}

impl<'de> ShapeKey<'_, 'de> {
    /// The field at a place in the order of the fields; that of `type` is 0.
    fn place(&self, place: u128) -> Option<Key> {
        let place = usize::try_from(place).ok().filter(|place| *place < self.shape.places().len())?;
        Some(match (place, self.shape.is_tagged()) {
            (0, true) => Key::TAG,
            (place, true) => Key(place - 1),
            (place, false) => Key(place),
        })
    }

    /// Looks `name` up; `keep` makes the text that is kept of an unknown one.
    #[inline]
    pub(super) fn find<E: Error>(self, name: &str, keep: impl FnOnce() -> Cow<'de, str>) -> Result<Key, E> {
        match self.shape.position(name) {
            Some(0) => Ok(Key::TAG),
            Some(place) => Ok(Key(place - 1)),
            None => self.unknown(name, keep),
        }
    }

    fn unknown<E: Error>(self, name: &str, keep: impl FnOnce() -> Cow<'de, str>) -> Result<Key, E> {
        match self.shape.unknown {
            UnknownFields::Ignore => {}
            UnknownFields::Deny => return Err(fault(&ObjectError::UnknownField { found: name, shape: self.shape })),
            UnknownFields::Keep | UnknownFields::KeepText => *self.kept = Some(keep()),
        }
        Ok(Key::UNKNOWN)
    }
}

impl<'de> DeserializeSeed<'de> for ShapeKey<'_, 'de> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserialize_key(deserializer, self)
    }
}

impl<'de> Visitor<'de> for ShapeKey<'_, 'de> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        *self.form = KeyForm::Name;
        self.find(name, || Cow::Owned(name.to_owned()))
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key, E> {
        *self.form = KeyForm::Name;
        self.find(name, || Cow::Borrowed(name))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        match core::str::from_utf8(name) {
            Ok(name) => self.visit_str(name),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(name), &self)),
        }
    }

    // MessagePack and CBOR may have numbers as keys: of a field by its place, as a packed struct has, or of a map.
    fn visit_u64<E: Error>(self, key: u64) -> Result<Key, E> {
        if *self.form == KeyForm::NotYet && self.shape.unknown != UnknownFields::Keep {
            *self.form = KeyForm::Place;
        }
        let place = if *self.form == KeyForm::Place { self.place(key.into()) } else { None };
        match place {
            Some(place) => Ok(place),
            None => self.find(&key.to_string(), || Cow::Owned(key.to_string())),
        }
    }

    fn visit_i64<E: Error>(self, key: i64) -> Result<Key, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_u128<E: Error>(self, place: u128) -> Result<Key, E> {
        Ok(self.place(place).unwrap_or(Key::END))
    }
}

/// Asks for a key. Of a map, RON gives no identifier.
#[inline]
fn deserialize_key<'de, D: Deserializer<'de>, V: Visitor<'de>>(
    deserializer: D,
    visitor: V,
) -> Result<V::Value, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_str(visitor)
    } else {
        deserializer.deserialize_identifier(visitor)
    }
}

/// The key of a field, whatever the event is.
pub(super) enum AnyName<'de> {
    Type,
    Other(Cow<'de, str>),
}

impl<'de> AnyName<'de> {
    #[inline]
    fn new(name: &str, keep: impl FnOnce() -> Cow<'de, str>) -> Self {
        if name == "type" { Self::Type } else { Self::Other(keep()) }
    }
}

/// Reads a key and keeps its text.
pub(super) struct AnyKey<'k> {
    pub(super) form: &'k mut KeyForm,
}

impl AnyKey<'_> {
    /// Nobody knows which fields are at the other places.
    fn number<'de, E: Error>(self, key: u64) -> Result<AnyName<'de>, E> {
        match (*self.form, key) {
            (KeyForm::NotYet, 0) => {
                *self.form = KeyForm::Place;
                Ok(AnyName::Type)
            }
            (KeyForm::Place, _) => Err(fault(&ObjectError::NamelessField)),
            (KeyForm::NotYet | KeyForm::Name, _) => {
                *self.form = KeyForm::Name;
                Ok(AnyName::Other(Cow::Owned(key.to_string())))
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for AnyKey<'_> {
    type Value = AnyName<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserialize_key(deserializer, self)
    }
}

impl<'de> Visitor<'de> for AnyKey<'_> {
    type Value = AnyName<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        *self.form = KeyForm::Name;
        Ok(AnyName::new(name, || Cow::Owned(name.to_owned())))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        *self.form = KeyForm::Name;
        Ok(AnyName::new(name, || Cow::Borrowed(name)))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Self::Value, E> {
        match core::str::from_utf8(name) {
            Ok(name) => self.visit_str(name),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(name), &self)),
        }
    }

    fn visit_u64<E: Error>(self, key: u64) -> Result<Self::Value, E> {
        self.number(key)
    }

    fn visit_i64<E: Error>(self, key: i64) -> Result<Self::Value, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_u128<E: Error>(self, place: u128) -> Result<Self::Value, E> {
        // In a format without names `type` stands first, and nobody knows what the others of an unknown event are.
        if place == 0 { Ok(AnyName::Type) } else { Err(fault(&ObjectError::NamelessField)) }
    }
}
