//! The private names of serde_json that are used here. Each has a test that fails if serde_json changes it.

/// The name under which `serde_json::value::RawValue` asks for the text of a value.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The name under which `serde_json::Number` takes the text of a number, with the feature `arbitrary_precision`.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Returns `true` if numbers of serde_json are texts: any crate of a program may switch `arbitrary_precision` on.
#[cold]
pub(crate) fn keeps_number_text() -> bool {
    // No float holds it.
    "1e400".parse::<serde_json::Number>().is_ok()
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;

    use serde::Deserialize;
    use serde::de::value::{Error, MapDeserializer, StrDeserializer};
    use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
    use serde_json::value::RawValue;

    use super::*;

    /// Takes any request and returns the name it was made under.
    struct NameOf;

    impl<'de> Deserializer<'de> for NameOf {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("no name"))
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, _: V) -> Result<V::Value, Error> {
            Err(Error::custom(name))
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
            unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    #[test]
    fn raw_value_asks_for_text_under_its_name() {
        assert_eq!(<&RawValue>::deserialize(NameOf).map(drop).unwrap_err().to_string(), RAW_VALUE);
    }

    #[test]
    fn raw_value_takes_text_under_its_name() {
        let entries = core::iter::once((RAW_VALUE, StrDeserializer::<Error>::new("[1.0]")));
        let value = Box::<RawValue>::deserialize(Answer(MapDeserializer::new(entries))).unwrap();
        assert_eq!(value.get(), "[1.0]");
    }

    /// Answers every request with a map.
    struct Answer<M>(M);

    impl<'de, M: MapAccess<'de, Error = Error>> Deserializer<'de> for Answer<M> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_map(self.0)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option newtype_struct
            unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    /// A number of serde_json takes its text under the name if, and only if, it keeps the text.
    #[test]
    fn a_number_takes_text_under_its_name_if_it_keeps_text() {
        let entries = core::iter::once((NUMBER, StrDeserializer::<Error>::new("1e400")));
        let number = serde_json::Number::deserialize(Answer(MapDeserializer::new(entries)));
        assert_eq!(number.is_ok(), keeps_number_text(), "{number:?}");
    }
}
