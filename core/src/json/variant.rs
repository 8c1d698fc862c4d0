//! Enums: a string for a variant that holds nothing, an object with one field for any other.

use serde::de::value::CowStrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error as _, Unexpected, VariantAccess, Visitor};

use super::error::Error;
use super::reader::Reader;

/// A variant of an enum: a string, or an object with one member.
pub(super) enum Variant<'r, 'de> {
    Unit(&'r mut Reader<'de>),
    Holding(&'r mut Reader<'de>),
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        match self {
            Self::Unit(reader) => {
                let variant = {
                    let name: CowStrDeserializer<'de, Error> = CowStrDeserializer::new(reader.string()?);
                    seed.deserialize(name)?
                };
                Ok((variant, Self::Unit(reader)))
            }
            Self::Holding(reader) => {
                if reader.peek() != b'"' {
                    return Err(reader.unexpected("expected the name of a variant"));
                }
                let name: CowStrDeserializer<'de, Error> = CowStrDeserializer::new(reader.string()?);
                let variant = seed.deserialize(name)?;
                reader.take(b':', "expected `:`")?;
                Ok((variant, Self::Holding(reader)))
            }
        }
    }
}

impl<'r, 'de> Variant<'r, 'de> {
    fn holding(self, expected: &'static str) -> Result<&'r mut Reader<'de>, Error> {
        match self {
            Self::Holding(reader) => Ok(reader),
            Self::Unit(_) => Err(Error::invalid_type(Unexpected::UnitVariant, &expected)),
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self {
            Self::Unit(_) => Ok(()),
            Self::Holding(reader) => serde::Deserialize::deserialize(reader),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.holding("a variant that holds a value")?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        serde::Deserializer::deserialize_seq(self.holding("a variant that holds an array")?, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        serde::Deserializer::deserialize_struct(self.holding("a variant that holds an object")?, "", fields, visitor)
    }
}
