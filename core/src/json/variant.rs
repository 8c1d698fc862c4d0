//! Enums: a string for a variant without data, an object with one field for any other.

use alloc::borrow::Cow;

use serde::de::{DeserializeSeed, EnumAccess, Error as _, Unexpected, VariantAccess, Visitor};

use super::error::Error;
use super::map_key::MapKey;
use super::reader::Reader;

/// A variant of an enum.
pub(super) enum Variant<'r, 'de> {
    /// A string.
    Unit(&'r mut Reader<'de>),
    /// The only field of an object whose opening brace was taken.
    Field(&'r mut Reader<'de>),
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        match self {
            Self::Unit(reader) => Ok((seed.deserialize(&mut *reader)?, Self::Unit(reader))),
            Self::Field(reader) => {
                if reader.peek() != b'"' {
                    return Err(reader.unexpected("expected the name of a variant"));
                }
                let name: Cow<'de, str> = reader.string()?;
                let variant = seed.deserialize(MapKey::new(name))?;
                reader.take(b':', "expected `:`")?;
                Ok((variant, Self::Field(reader)))
            }
        }
    }
}

impl<'r, 'de> Variant<'r, 'de> {
    fn field(self, expected: &'static str) -> Result<&'r mut Reader<'de>, Error> {
        match self {
            Self::Field(reader) => Ok(reader),
            Self::Unit(_) => Err(Error::invalid_type(Unexpected::UnitVariant, &expected)),
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self {
            Self::Unit(_) => Ok(()),
            Self::Field(reader) => serde::Deserialize::deserialize(reader),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.field("a variant that holds a value")?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        serde::Deserializer::deserialize_seq(self.field("a variant that holds an array")?, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        serde::Deserializer::deserialize_struct(self.field("a variant that holds an object")?, "", fields, visitor)
    }
}
