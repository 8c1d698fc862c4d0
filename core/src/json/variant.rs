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

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    enum Shape {
        Point,
        Circle(u8),
        Box(u8, u8),
        Path { a: u8, b: Option<u8> },
    }

    const TEXTS: [&str; 27] = [
        r#""Point""#,
        r#""P\u006fint""#,
        r#"{"Point":null}"#,
        r#"{"Point":1}"#,
        r#""Circle""#,
        r#"{"Circle":7}"#,
        r#" { "Circle" : 7 } "#,
        r#"{"C\u0069rcle":7}"#,
        r#"{"Circle":"7"}"#,
        r#""Box""#,
        r#"{"Box":[1,2]}"#,
        r#"{"Box":[1]}"#,
        r#"{"Box":{"a":1}}"#,
        r#""Path""#,
        r#"{"Path":{"a":1}}"#,
        r#"{"Path":{"b":2,"a":1}}"#,
        r#"{"Path":[1,2]}"#,
        r#"{"Path":{}}"#,
        r#"{"Circle":7,}"#,
        r#"{"Circle":7,"Point":null}"#,
        r#"{"Circle" 7}"#,
        r#"{"Circle":7"#,
        r#""Line""#,
        "{}",
        "{1:2}",
        "7",
        "null",
    ];

    #[test]
    fn variants_are_read_as_in_serde_json() {
        for text in TEXTS {
            let mut reader = Reader::new(text);
            let ours = Shape::deserialize(&mut reader).and_then(|shape| reader.end().map(|()| shape));
            let theirs = serde_json::from_str::<Shape>(text);
            match (&ours, &theirs) {
                (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
                (Err(_), Err(_)) => {}
                _ => panic!("{text}\n  ours: {ours:?}\n  serde_json: {theirs:?}"),
            }
        }
    }

    #[test]
    fn an_error_says_what_the_variant_holds() {
        for (text, message, offset) in [
            (r#""Circle""#, "invalid type: unit variant, expected a variant that holds a value", 8),
            (r#""Box""#, "invalid type: unit variant, expected a variant that holds an array", 5),
            (r#""Path""#, "invalid type: unit variant, expected a variant that holds an object", 6),
            (r#"{"Point":1}"#, "invalid type: integer `1`, expected unit", 9),
            (r#"{"Circle":"7"}"#, "invalid type: string \"7\", expected u8", 12),
            (r#"{"Circle":7,"Point":null}"#, "expected `}`, as a variant is an object with one field", 11),
            (r#"{"Circle" 7}"#, "expected `:`", 10),
            ("{}", "expected the name of a variant", 1),
            ("[]", "invalid type: array, expected enum Shape", 0),
        ] {
            let error = Shape::deserialize(&mut Reader::new(text)).unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
        }
        let error = Shape::deserialize(&mut Reader::new(r#""Line""#)).unwrap_err();
        assert!(error.message().starts_with("unknown variant `Line`, expected one of `Point`"), "{error}");
    }

    #[test]
    fn a_variant_is_one_level_of_depth() {
        #[derive(Debug, Deserialize)]
        enum Nest {
            End,
            More(Box<Nest>),
        }

        fn depth(mut nest: &Nest) -> usize {
            let mut depth = 0;
            while let Nest::More(inner) = nest {
                depth += 1;
                nest = inner;
            }
            depth
        }

        let nested = |levels: usize| format!("{}\"End\"{}", r#"{"More":"#.repeat(levels), "}".repeat(levels));
        assert_eq!(depth(&Nest::deserialize(&mut Reader::new(&nested(127))).unwrap()), 127);
        assert_eq!(Nest::deserialize(&mut Reader::new(&nested(128))).unwrap_err().offset(), 127 * 8);
        // The levels are left again.
        let many = format!("[{}]", vec![nested(100); 3].join(","));
        assert_eq!(Vec::<Nest>::deserialize(&mut Reader::new(&many)).unwrap().len(), 3);
    }

    #[test]
    fn the_name_of_a_variant_is_borrowed() {
        struct Name;

        impl<'de> Visitor<'de> for Name {
            type Value = &'de str;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("a variant")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<&'de str, A::Error> {
                let (name, variant) = data.variant()?;
                variant.unit_variant().map(|()| name)
            }
        }

        for text in [r#""a""#, r#"{"a":null}"#] {
            let ours = serde::Deserializer::deserialize_enum(&mut Reader::new(text), "", &[], Name);
            assert_eq!(ours.map_err(|error| error.to_string()), Ok("a"), "{text}");
            let mut theirs = serde_json::Deserializer::from_str(text);
            assert_eq!(serde::Deserializer::deserialize_enum(&mut theirs, "", &[], Name).unwrap(), "a", "{text}");
        }
    }
}
