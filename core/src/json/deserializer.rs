//! The reader as a `Deserializer`.

use alloc::borrow::Cow;
use core::iter::{Once, once};

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserializer, Expected, Visitor};

use super::array::Array;
use super::decimal::exact_float;
use super::error::Error;
use super::format::is_of_serde_json;
use super::names::{NUMBER, RAW_VALUE, keeps_number_text};
use super::number::Parsed;
use super::object::Object;
use super::reader::Reader;
use super::variant::Variant;

impl<'de> Reader<'de> {
    /// Visits a value of any type.
    fn any<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let value = match self.peek() {
            b'"' => self.visit_string(visitor),
            b'-' | b'0'..=b'9' => self.visit_any_number(visitor),
            b'{' => return self.object(visitor, false),
            b'[' => return self.array(visitor),
            b't' => self.take_literal("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.take_literal("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.take_literal("null").and_then(|()| visitor.visit_unit()),
            _ => return Err(self.unexpected("expected a value")),
        };
        value.map_err(|error| self.after(error))
    }

    #[inline]
    fn visit_string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.plain_string() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => self.visit_escaped_string(visitor),
        }
    }

    /// Visits a string with escapes. All of them share one buffer, so that only the visitor allocates.
    fn visit_escaped_string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let mut text = core::mem::take(&mut self.scratch);
        text.clear();
        self.unescape_into(&mut text)?;
        let value = visitor.visit_str(&text);
        self.scratch = text;
        value
    }

    #[inline]
    fn text_value<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'"' {
            return Err(self.other_type(&visitor));
        }
        self.visit_string(visitor).map_err(|error| self.after(error))
    }

    #[inline]
    fn number_value<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b'-' | b'0'..=b'9' => self.number()?.visit(visitor).map_err(|error| self.after(error)),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn object<V: Visitor<'de>>(&mut self, visitor: V, type_first: bool) -> Result<V::Value, Error> {
        self.fields(type_first, |object| visitor.visit_map(object))
    }

    /// Reads the fields of an object and takes its braces. With `type_first`, its first field is `type`, wherever it is.
    #[inline]
    fn fields<T>(
        &mut self,
        type_first: bool,
        read: impl FnOnce(Object<'_, 'de>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.enter()?;
        let object = if type_first { Object::with_type_first(self)? } else { Object::new(self) };
        let value = read(object).map_err(|error| error.at(self.at))?;
        self.leave(b'}', "expected `}`")?;
        Ok(value)
    }

    /// Reads the whole text as one object. With `type_first`, its first field is `type`, wherever it is.
    pub(crate) fn object_only<T>(
        mut self,
        type_first: bool,
        expected: &dyn Expected,
        read: impl FnOnce(Object<'_, 'de>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.peek() != b'{' {
            return Err(self.other_type(expected));
        }
        let value = self.fields(type_first, read)?;
        self.end()?;
        Ok(value)
    }

    fn array<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        let value = visitor.visit_seq(Array::new(self)).map_err(|error| error.at(self.at))?;
        self.leave(b']', "expected `]`, as no more items are wanted")?;
        Ok(value)
    }

    /// Visits a number of any type. With serde_json's feature `arbitrary_precision`, its `Value` and `Number` take the text of
    /// what is not an integer of 64 bits, even beyond the range of floats. All others get it only of a number that no float
    /// holds: serde's buffer keeps it so, and few types can read it.
    fn visit_any_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let start = self.at;
        match self.number() {
            Ok(Parsed::Float(_)) | Err(_) if keeps_number_text() => {
                self.at = start;
                let text = self.number_text()?;
                match exact_float(text) {
                    Some(value) if !is_of_serde_json::<V::Value>() => visitor.visit_f64(value),
                    _ => visitor.visit_map(text_under_name(NUMBER, text)),
                }
            }
            number => number?.visit(visitor),
        }
    }
}

/// A map of one entry: the form in which serde_json hands out text.
type TextUnderName<'de> = MapDeserializer<'de, Once<(Borrowed<'de>, Borrowed<'de>)>, Error>;
type Borrowed<'de> = BorrowedStrDeserializer<'de, Error>;

fn text_under_name<'de>(name: &'static str, text: &'de str) -> TextUnderName<'de> {
    MapDeserializer::new(once((Borrowed::new(name), Borrowed::new(text))))
}

/// The name of a newtype that asks for an object with `type` first, wherever it is in the text. To what serde puts around
/// a reader, such as for `flatten`, it is a newtype like any other, and its visitor asks again for what is in it.
pub(crate) const TYPE_FIRST: &str = "$response_event::private::TypeFirst";

macro_rules! numbers {
    ($($deserialize:ident)*) => {$(
        #[inline]
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.number_value(visitor)
        }
    )*};
}

macro_rules! wide_numbers {
    ($($deserialize:ident: $visit:ident),*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let (b'-' | b'0'..=b'9') = self.peek() else { return Err(self.other_type(&visitor)) };
            let start = self.at;
            match self.number_text()?.parse() {
                Ok(value) => visitor.$visit(value).map_err(|error| self.after(error)),
                Err(_) => {
                    self.at = start;
                    Err(self.other_number(&visitor))
                }
            }
        }
    )*};
}

macro_rules! strings {
    ($($deserialize:ident)*) => {$(
        #[inline]
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.text_value(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.any(visitor)
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b'-' | b'0'..=b'9' => self.number_in_f32()?.visit(visitor).map_err(|error| self.after(error)),
            _ => Err(self.other_type(&visitor)),
        }
    }

    wide_numbers! { deserialize_i128: visit_i128, deserialize_u128: visit_u128 }

    strings! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = match self.peek() {
            b't' => self.take_literal("true").map(|()| true)?,
            b'f' => self.take_literal("false").map(|()| false)?,
            _ => return Err(self.other_type(&visitor)),
        };
        visitor.visit_bool(value).map_err(|error| self.after(error))
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b'"' => match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
                Cow::Owned(text) => visitor.visit_byte_buf(text.into_bytes()),
            }
            .map_err(|error| self.after(error)),
            b'[' => self.array(visitor),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() == b'n' {
            self.take_literal("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'n' {
            return Err(self.other_type(&visitor));
        }
        self.take_literal("null")?;
        visitor.visit_unit().map_err(|error| self.after(error))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name == RAW_VALUE {
            return visitor.visit_map(text_under_name(RAW_VALUE, self.raw()?));
        }
        if name == TYPE_FIRST {
            return if self.peek() == b'{' { self.object(visitor, true) } else { Err(self.other_type(&visitor)) };
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b'[' => self.array(visitor),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b'{' => self.object(visitor, false),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.peek() {
            b'{' => self.object(visitor, false),
            b'[' => self.array(visitor),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.peek() {
            b'"' => visitor.visit_enum(Variant::Unit(self)).map_err(|error| error.at(self.at)),
            b'{' => {
                self.enter()?;
                let value = visitor.visit_enum(Variant::Field(self)).map_err(|error| error.at(self.at))?;
                self.leave(b'}', "expected `}`, as a variant is an object with one field")?;
                Ok(value)
            }
            _ => Err(self.other_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.skip_value()?;
        visitor.visit_unit()
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::collections::BTreeMap;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use alloc::{format, vec};
    use core::cmp::Ordering;
    use core::fmt;

    use serde::Deserialize;
    use serde::de::{DeserializeOwned, DeserializeSeed, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess};
    use serde_json::Value;
    use serde_json::value::RawValue;

    use super::*;

    /// Makes the request with this name, for every value if it is an array or object, and writes down how it is answered.
    #[derive(Clone, Copy)]
    struct Request {
        name: &'static str,
        /// The request made for keys.
        key: &'static str,
    }

    macro_rules! requests {
        ($($name:ident)*) => {
            const REQUESTS: &[&str] = &[
                $(stringify!($name),)* "deserialize_unit_struct", "deserialize_newtype_struct", "deserialize_tuple",
                "deserialize_tuple_struct", "deserialize_struct", "deserialize_enum", RAW_VALUE,
            ];

            impl<'de> DeserializeSeed<'de> for Request {
                type Value = String;

                fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
                    match self.name {
                        $(stringify!($name) => deserializer.$name(self),)*
                        "deserialize_unit_struct" => deserializer.deserialize_unit_struct("", self),
                        "deserialize_newtype_struct" => deserializer.deserialize_newtype_struct("", self),
                        "deserialize_tuple" => deserializer.deserialize_tuple(2, self),
                        "deserialize_tuple_struct" => deserializer.deserialize_tuple_struct("", 2, self),
                        "deserialize_struct" => deserializer.deserialize_struct("", &[], self),
                        "deserialize_enum" => deserializer.deserialize_enum("", &[], self),
                        name => deserializer.deserialize_newtype_struct(name, self),
                    }
                }
            }
        };
    }

    requests! {
        deserialize_any deserialize_bool
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
        deserialize_bytes deserialize_byte_buf deserialize_option deserialize_unit deserialize_seq deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    macro_rules! answers {
        ($($visit:ident: $ty:ty,)*) => {$(
            fn $visit<E>(self, value: $ty) -> Result<String, E> {
                Ok(format!("{}({value:?})", stringify!($visit)))
            }
        )*};
    }

    impl<'de> Visitor<'de> for Request {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("anything")
        }

        answers! {
            visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128, visit_f32: f32,
            visit_f64: f64, visit_str: &str, visit_borrowed_str: &'de str, visit_bytes: &[u8],
            visit_borrowed_bytes: &'de [u8],
        }

        fn visit_unit<E>(self) -> Result<String, E> {
            Ok("visit_unit".to_string())
        }

        fn visit_none<E>(self) -> Result<String, E> {
            Ok("visit_none".to_string())
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
            deserializer.deserialize_any(self).map(|value| format!("visit_some({value})"))
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
            deserializer.deserialize_any(self).map(|value| format!("visit_newtype_struct({value})"))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<String, A::Error> {
            let mut shown = String::from("visit_seq(");
            let item = Self { name: if self.name.contains("tuple") { "deserialize_any" } else { self.name }, ..self };
            while let Some(value) = seq.next_element_seed(item)? {
                shown = shown + &value + ",";
            }
            Ok(shown + ")")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
            let mut shown = String::from("visit_map(");
            while let Some(key) = map.next_key_seed(Self { name: self.key, ..self })? {
                let value = map.next_value_seed(Self { name: "deserialize_any", ..self })?;
                shown = shown + &key + "=" + &value + ",";
            }
            Ok(shown + ")")
        }

        fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<String, A::Error> {
            // Asked for an enum again, the name would have a name.
            let key = if self.key == "deserialize_enum" { "deserialize_any" } else { self.key };
            let (name, variant) = data.variant_seed(Self { name: key, ..self })?;
            let value = if name.contains('T') {
                variant.tuple_variant(2, self)?
            } else if name.contains('S') {
                variant.struct_variant(&[], self)?
            } else if name.contains('N') {
                variant.newtype_variant_seed(Self { name: "deserialize_any", ..self })?
            } else {
                variant.unit_variant().map(|()| String::new())?
            };
            Ok(format!("visit_enum({name}, {value})"))
        }
    }

    fn ours(request: Request, text: &str) -> Result<String, Error> {
        let mut reader = Reader::new(text);
        let value = request.deserialize(&mut reader)?;
        reader.end().map(|()| value)
    }

    fn theirs(request: Request, text: &str) -> Result<String, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = request.deserialize(&mut reader)?;
        reader.end().map(|()| value)
    }

    /// A value of every kind, at the ends of its ranges, and what is no value.
    const TEXTS: &[&str] = &[
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulls",
        "true",
        "false",
        "tru",
        "fals",
        "0",
        "7",
        " 7 ",
        "9",
        "-7",
        "-0",
        "01",
        "-",
        "127",
        "255",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211456",
        "-170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105729",
        "0.1",
        "-1.5e3",
        "1.000000059604644775390625000000001",
        "16777217",
        "123456789012345678901234567890",
        "3.5e38",
        "1e400",
        "-1e400",
        "1.",
        r#""""#,
        r#""a""#,
        r#" "a" "#,
        r#""\u0061""#,
        r#""é\n""#,
        r#""\x""#,
        r#""a"#,
        r#""7""#,
        r#""T""#,
        r#""S""#,
        r#""N""#,
        "[]",
        "[ ]",
        "[1]",
        "[1,2]",
        " [ 1 , 2 ] ",
        "[1,2,]",
        "[1 2]",
        "[",
        "[1",
        "[]]",
        r#"["a",[],{},null,true]"#,
        "{}",
        "{ }",
        r#"{"a":1}"#,
        r#"{"b":1,"a":[1,{"c":null}]}"#,
        r#"{"a":1,"type":2}"#,
        r#"{"7":1,"-7":2}"#,
        r#"{"7.5":1}"#,
        r#"{"true":1}"#,
        r#"{"a":null}"#,
        r#"{"T":[1,2]}"#,
        r#"{"S":{"a":1}}"#,
        r#"{"N":1}"#,
        r#"{"N":{}}"#,
        r#"{"N":1,"a":2}"#,
        r#"{"a":1,}"#,
        r#"{"a"}"#,
        r#"{"a" 1}"#,
        r#"{"a":}"#,
        "{1:2}",
        "{",
        "{]",
        r#"{"a":1"#,
        "1 2",
        "x",
        "]",
        ",",
        "\u{feff}1",
    ];

    #[test]
    fn every_request_is_answered_as_by_serde_json() {
        for name in REQUESTS {
            for key in REQUESTS {
                let has_keys = ["deserialize_map", "deserialize_enum"].contains(name);
                // The text of a key is an exception, which has its own test.
                if *key == RAW_VALUE || !has_keys && *key != "deserialize_any" {
                    continue;
                }
                for text in TEXTS {
                    let request = Request { name, key };
                    let (ours, theirs) = (ours(request, text), theirs(request, text));
                    match (&ours, &theirs) {
                        // The text of a number may be written in other ways; the number is the same, see below.
                        (Ok(ours), Ok(theirs)) if theirs.contains(NUMBER) => assert!(ours.contains(NUMBER), "{ours}"),
                        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text} by {name}, keys by {key}"),
                        (Err(_), Err(_)) => {}
                        _ => panic!("{text} by {name}, keys by {key}\n  ours: {ours:?}\n  serde_json: {theirs:?}"),
                    }
                }
            }
        }
    }
    /// With serde_json's feature `arbitrary_precision`, this is about the digits; without it, about the range of floats.
    #[test]
    fn a_number_of_serde_json_is_as_precise_as_in_serde_json() {
        for text in
            TEXTS.iter().chain(&["1E5", "1e5", "1.50", "1e400", "-0.0", "5e-324", "1e-400", "0.30000000000000004"])
        {
            let mut reader = Reader::new(text);
            let ours = serde_json::Number::deserialize(&mut reader).and_then(|number| reader.end().map(|()| number));
            let theirs = serde_json::from_str::<serde_json::Number>(text);
            assert_eq!(
                ours.ok().map(|number| number.to_string()),
                theirs.ok().map(|number| number.to_string()),
                "{text}"
            );
        }
    }

    /// A key as its text.
    #[derive(Debug, Deserialize)]
    struct RawKey<'a>(#[serde(borrow)] &'a RawValue);

    impl Ord for RawKey<'_> {
        fn cmp(&self, other: &Self) -> Ordering {
            self.0.get().cmp(other.0.get())
        }
    }

    impl PartialOrd for RawKey<'_> {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }

    impl PartialEq for RawKey<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.cmp(other).is_eq()
        }
    }

    impl Eq for RawKey<'_> {}

    /// The exceptions that the contract of this folder names.
    #[test]
    fn only_the_named_exceptions_differ_from_serde_json() {
        let request = |name, key| Request { name, key };
        for (text, request, our_answer, their_answer) in [
            // A string read as bytes.
            ("\"a\nb\"", request("deserialize_bytes", ""), None, Some("visit_borrowed_bytes([97, 10, 98])")),
            (r#""\ud800""#, request("deserialize_bytes", ""), None, Some("visit_bytes([237, 160, 128])")),
            // A number or boolean in a key, with escapes.
            (
                r#"{"\u0037":1}"#,
                request("deserialize_map", "deserialize_u8"),
                Some("visit_map(visit_u64(7)=visit_u64(1),)"),
                None,
            ),
            (
                r#"{"\u0074rue":1}"#,
                request("deserialize_map", "deserialize_bool"),
                Some("visit_map(visit_bool(true)=visit_u64(1),)"),
                None,
            ),
            // The text of a key.
            (
                r#"{"a":1}"#,
                request("deserialize_map", RAW_VALUE),
                Some(r#"visit_map(visit_newtype_struct(visit_borrowed_str("a"))=visit_u64(1),)"#),
                Some(concat!(
                    r#"visit_map(visit_map(visit_borrowed_str("$serde_json::private::RawValue")="#,
                    r#"visit_borrowed_str("\"a\""),)=visit_u64(1),)"#
                )),
            ),
        ] {
            assert_eq!(ours(request, text).ok().as_deref(), our_answer, "{text:?}");
            assert_eq!(theirs(request, text).ok().as_deref(), their_answer, "{text:?}: serde_json");
        }
        let keys = serde_json::from_str::<BTreeMap<RawKey<'_>, u8>>(r#"{"a":1}"#);
        assert!(keys.is_ok(), "{keys:?}");
        assert!(BTreeMap::<RawKey<'_>, u8>::deserialize(&mut Reader::new(r#"{"a":1}"#)).is_err());
    }

    #[test]
    fn an_error_of_a_visitor_is_at_the_last_byte_of_the_value() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only its errors are looked at")]
        struct Field {
            value: core::num::NonZeroU8,
        }

        fn error<T: DeserializeOwned + fmt::Debug>(text: &str) -> (String, usize, String) {
            let mut reader = Reader::new(text);
            let error = T::deserialize(&mut reader).unwrap_err();
            let (message, offset, pointer) = error.parts();
            (message.into(), offset, pointer)
        }

        for (found, message, offset, pointer) in [
            (error::<u8>(" 256 "), "invalid value: integer `256`, expected u8", 3, ""),
            (error::<u8>("1.5"), "invalid type: floating point `1.5`, expected u8", 2, ""),
            (error::<i128>("1.5"), "invalid value: floating point `1.5`, expected i128", 2, ""),
            (error::<u128>("-7"), "invalid value: integer `-7`, expected u128", 1, ""),
            (error::<u128>("true"), "invalid type: boolean `true`, expected u128", 3, ""),
            (error::<f32>("\"1\""), "invalid type: string \"1\", expected f32", 2, ""),
            (error::<char>(r#" "ab""#), "invalid value: string \"ab\", expected a character", 4, ""),
            (error::<char>(r#" "\u0061b""#), "invalid value: string \"ab\", expected a character", 9, ""),
            (error::<bool>("0"), "invalid type: integer `0`, expected a boolean", 0, ""),
            (error::<()>("[]"), "invalid type: array, expected unit", 0, ""),
            (error::<Vec<u8>>(" {}"), "invalid type: object, expected a sequence", 1, ""),
            (error::<Field>("7"), "invalid type: integer `7`, expected struct Field", 0, ""),
            (error::<Field>("{}"), "missing field `value`", 1, ""),
            (error::<Field>(r#"{"value":0}"#), "invalid value: integer `0`, expected a nonzero u8", 9, "/value"),
            (error::<Field>("[]"), "invalid length 0, expected struct Field with 1 element", 1, ""),
            (error::<BTreeMap<u8, u8>>("[{}]"), "invalid type: array, expected a map", 0, ""),
            (error::<Option<u8>>("nul"), "expected `true`, `false` or `null`", 0, ""),
            (error::<Value>("?"), "expected a value", 0, ""),
        ] {
            assert_eq!(found, (message.into(), offset, pointer.into()));
        }
    }

    #[test]
    fn every_kind_of_array_and_object_is_one_level_of_depth() {
        fn depths<T: DeserializeOwned>(open: &str, close: &str, value: &str) {
            for levels in [127, 128] {
                let text = format!("{}{value}{}", open.repeat(levels), close.repeat(levels));
                assert_eq!(T::deserialize(&mut Reader::new(&text)).is_ok(), levels == 127, "{levels} of {open}");
                assert_eq!(serde_json::from_str::<T>(&text).is_ok(), levels == 127, "{levels} of {open}: serde_json");
            }
            // Those that were closed do not count.
            let many = format!("[{}]", vec![format!("{}{value}{}", open.repeat(100), close.repeat(100)); 3].join(","));
            assert!(Vec::<T>::deserialize(&mut Reader::new(&many)).is_ok(), "{many}");
        }

        #[derive(Deserialize)]
        #[expect(dead_code, reason = "only its depth counts")]
        struct Nest {
            a: Option<Box<Nest>>,
        }

        depths::<Value>("[", "]", "1");
        depths::<Value>(r#"{"a":"#, "}", "1");
        depths::<Nest>(r#"{"a":"#, "}", "null");
        depths::<Nest>("[", "]", "null");
        // A value that is not built may be nested to any depth, as in serde_json.
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let text = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
            assert!(IgnoredAny::deserialize(&mut Reader::new(&text)).is_ok());
            assert_eq!(<&RawValue>::deserialize(&mut Reader::new(&text)).unwrap().get(), text);
            assert!(serde_json::from_str::<IgnoredAny>(&text).is_ok(), "serde_json");
            assert_eq!(serde_json::from_str::<&RawValue>(&text).unwrap().get(), text, "serde_json");
        }
    }

    #[test]
    fn strings_share_the_buffer_for_escapes() {
        let text = r#"["\u0061\u0062","c\n",["\"",{"\t":"\\"}]]"#;
        let value = Value::deserialize(&mut Reader::new(text)).unwrap();
        assert_eq!(value, serde_json::json!(["ab", "c\n", ["\"", { "\t": "\\" }]]));
    }

    #[test]
    fn a_text_is_one_object_only() {
        let read =
            |text| Reader::new(text).object_only(false, &"an event", |mut object| object.next_entry::<String, u8>());
        assert_eq!(read(r#" {"a":1} "#).unwrap(), Some(("a".into(), 1)));
        assert_eq!(read("{}").unwrap(), None);
        for (text, message, offset) in [
            ("", "the text is empty", 0),
            ("[]", "invalid type: array, expected an event", 0),
            (" 7", "invalid type: integer `7`, expected an event", 1),
            ("{} {}", "expected nothing after the value", 3),
            ("{}}", "expected nothing after the value", 2),
            ("{", "the text ends in the middle of a value", 1),
        ] {
            assert_eq!(read(text).unwrap_err().parts(), (message, offset, String::new()), "{text}");
        }
    }
}
