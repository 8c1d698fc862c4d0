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
    use alloc::collections::BTreeMap;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use core::fmt::Debug;

    use serde::Deserialize;
    use serde::de::DeserializeSeed;
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
    fn a_key_is_read_as_in_serde_json() {
        fn agree<'de, T: Deserialize<'de> + Debug + PartialEq + Ord>(keys: &[&'de str]) {
            for key in keys {
                let json: &'static str = format!("{{\"{key}\":0}}").leak();
                let theirs = serde_json::from_str::<BTreeMap<T, u8>>(json).ok().and_then(|map| map.into_keys().next());
                assert_eq!(read::<T>(key), theirs, "{key:?} as `{}`", core::any::type_name::<T>());
            }
        }

        #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        struct Newtype(i8);

        #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        enum Choice {
            #[serde(rename = "7")]
            Seven,
            True(()),
        }

        let keys = [
            "",
            "0",
            "7",
            "-7",
            "-0",
            "-",
            "--7",
            "+7",
            "07",
            "-07",
            " 7",
            "7 ",
            "7x",
            "x7",
            "0x7",
            "1.5",
            "1.0",
            "7e0",
            "127",
            "128",
            "256",
            "-129",
            "65536",
            "-32769",
            "4294967296",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "340282366920938463463374607431768211455",
            "340282366920938463463374607431768211456",
            "-170141183460469231731687303715884105728",
            "170141183460469231731687303715884105728",
            "true",
            "false",
            "True",
            "true ",
            "null",
            "True(())",
            "a",
        ];
        agree::<i8>(&keys);
        agree::<i16>(&keys);
        agree::<i32>(&keys);
        agree::<i64>(&keys);
        agree::<i128>(&keys);
        agree::<u8>(&keys);
        agree::<u16>(&keys);
        agree::<u32>(&keys);
        agree::<u64>(&keys);
        agree::<u128>(&keys);
        agree::<bool>(&keys);
        agree::<char>(&keys);
        agree::<String>(&keys);
        agree::<&str>(&keys);
        agree::<&[u8]>(&keys);
        agree::<Option<u8>>(&keys);
        agree::<Option<bool>>(&keys);
        agree::<Newtype>(&keys);
        agree::<Choice>(&keys);
        agree::<()>(&keys);
        agree::<Vec<u8>>(&keys);
    }

    #[test]
    fn a_float_as_key_is_rounded_once() {
        assert_eq!(read("1.5"), Some(1.5_f64));
        assert_eq!(read("1.000000059604644775390625000000001"), Some(1.000_000_1_f32));
        assert_eq!(read("7"), Some(7.0_f32));
        for key in ["", "1e39", "1.5 ", "x"] {
            assert_eq!(read::<f32>(key), None, "{key:?}");
        }
    }

    #[test]
    fn a_key_with_escapes_is_read_like_one_without() {
        let owned = |key: &'static str| MapKey::<ValueError>::new(Cow::Owned(key.into()));
        assert_eq!(u8::deserialize(owned("7")), Ok(7));
        assert_eq!(bool::deserialize(owned("true")), Ok(true));
        assert_eq!(String::deserialize(owned("a")), Ok("a".into()));
        assert_eq!(ByteVisitor.deserialize(owned("a")), Ok(b"a".into()));
        assert_eq!(ByteVisitor.deserialize(MapKey::<ValueError>::new(Cow::Borrowed("a"))), Ok(b"a".into()));
        assert!(<&str>::deserialize(owned("a")).is_err(), "nothing to borrow from");
        assert_eq!(Result::<(), ()>::deserialize(owned("Ok")).unwrap_err().to_string(), UNIT);
        assert_eq!(read::<Result<(), ()>>("Ok"), None);
    }

    const UNIT: &str = "invalid type: unit variant, expected newtype variant";

    /// Takes bytes and nothing else.
    struct ByteVisitor;

    impl<'de> DeserializeSeed<'de> for ByteVisitor {
        type Value = Vec<u8>;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<u8>, D::Error> {
            deserializer.deserialize_byte_buf(self)
        }
    }

    impl Visitor<'_> for ByteVisitor {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.into())
        }
    }

    #[test]
    fn an_error_shows_the_key() {
        let error = u8::deserialize(MapKey::<ValueError>::new(Cow::Borrowed("x"))).unwrap_err();
        assert_eq!(error.to_string(), "invalid type: string \"x\", expected u8");
        let error = u8::deserialize(MapKey::<ValueError>::new(Cow::Borrowed("256"))).unwrap_err();
        assert_eq!(error.to_string(), "invalid value: integer `256`, expected u8");
    }
}
