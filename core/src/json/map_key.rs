//! The key of an object as a deserializer: text, or a number or boolean in quotes, as every key is.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor};

use super::error::Error as JsonError;
use super::number::Parsed;
use super::reader::Reader;

/// The key of an object. Its errors are of type `E`.
pub(crate) struct MapKey<'de, E> {
    text: Cow<'de, str>,
    error: PhantomData<E>,
}

impl<'de, E> MapKey<'de, E> {
    #[inline]
    pub(crate) fn new(text: Cow<'de, str>) -> Self {
        Self { text, error: PhantomData }
    }

    /// Returns the number, if the whole text is one.
    fn number(&self) -> Option<Parsed> {
        self.read(Reader::number)
    }

    fn read<'t>(&'t self, read: fn(&mut Reader<'t>) -> Result<Parsed, JsonError>) -> Option<Parsed> {
        let mut reader = Reader::new(&self.text);
        let number = read(&mut reader).ok()?;
        reader.is_at_end().then_some(number)
    }
}

macro_rules! numbers {
    ($($deserialize:ident)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match self.number() {
                Some(number) => number.visit(visitor),
                None => Err(self.other_type(&visitor)),
            }
        }
    )*};
}

impl<E: Error> MapKey<'_, E> {
    #[cold]
    fn other_type(&self, expected: &dyn Expected) -> E {
        E::invalid_type(Unexpected::Str(&self.text), expected)
    }
}

impl<'de, E: Error> Deserializer<'de> for MapKey<'de, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.read(Reader::number_in_f32) {
            Some(number) => number.visit(visitor),
            None => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
            Cow::Owned(text) => visitor.visit_byte_buf(text.into_bytes()),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match (self.number(), self.text.parse()) {
            (Some(_), Ok(value)) => visitor.visit_i128(value),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match (self.number(), self.text.parse()) {
            (Some(_), Ok(value)) => visitor.visit_u128(value),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.text.parse() {
            Ok(value) => visitor.visit_bool(value),
            Err(_) => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.text {
            Cow::Borrowed(text) => BorrowedStrDeserializer::new(text).deserialize_enum(name, variants, visitor),
            Cow::Owned(text) => text.into_deserializer().deserialize_enum(name, variants, visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        char str string unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::value::Error as ValueError;

    use super::*;

    fn read<'de, T: Deserialize<'de>>(key: &'de str) -> Option<T> {
        T::deserialize(MapKey::<ValueError>::new(Cow::Borrowed(key))).ok()
    }

    #[test]
    fn a_key_is_the_number_or_boolean_in_it() {
        assert_eq!(read("7"), Some(7_u8));
        assert_eq!(read("-7"), Some(-7_i64));
        assert_eq!(read("1.5"), Some(1.5_f64));
        assert_eq!(read("340282366920938463463374607431768211455"), Some(u128::MAX));
        assert_eq!(read("-170141183460469231731687303715884105728"), Some(i128::MIN));
        assert_eq!(read("true"), Some(true));
        assert_eq!(read("7"), Some("7"));
        assert_eq!(read("7"), Some(Some(7_u8)));
    }

    #[test]
    fn a_key_that_is_not_wholly_a_number_is_none() {
        for key in ["", " 7", "7 ", "+7", "07", "7x", "256", "-1", "1.5", "0x7"] {
            assert_eq!(read::<u8>(key), None, "{key:?}");
        }
        assert_eq!(read::<u128>("+7"), None);
        assert_eq!(read::<bool>("True"), None);
    }
}
