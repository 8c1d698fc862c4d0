//! The writer of compact JSON text. It writes, byte for byte, what `serde_json::to_string` writes, which the tests hold it to.

use alloc::string::String;
use core::fmt::{self, Write as _};

use serde::ser::{self, Error as _, Serialize, Serializer};
use serde_json::Error;

use super::names::{NUMBER, RAW_VALUE};
use super::quoted::{push_key, push_quoted};
use super::text_only::TextOnly;

/// A serializer into a text.
pub(crate) struct Writer {
    json: String,
}

/// Enough for most events.
const CAPACITY: usize = 256;

/// Returns a value as compact JSON.
///
/// # Errors
///
/// If JSON cannot hold the value, such as a map whose keys are lists.
pub(crate) fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let mut writer = Writer { json: String::with_capacity(CAPACITY) };
    value.serialize(&mut writer)?;
    Ok(writer.json)
}

impl Writer {
    #[inline]
    fn push_integer(&mut self, value: impl itoa::Integer) {
        self.json.push_str(itoa::Buffer::new().format(value));
    }

    /// Appends a value whose text only serde_json knows.
    fn push_rare<T: Serialize>(&mut self, value: T) -> Result<(), Error> {
        self.json.push_str(&serde_json::to_string(&value)?);
        Ok(())
    }

    /// Appends a key and its colon, in quotes even if it is a number.
    #[inline]
    fn push_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let len = self.json.len();
        if key.serialize(TextOnly(|text: &str| push_quoted(&mut self.json, text))).is_err() {
            self.json.truncate(len);
            let object = serde_json::to_string(&OneKey(key))?;
            let key = object.strip_prefix('{').and_then(|rest| rest.strip_suffix(":null}"));
            self.json.push_str(key.unwrap_or_default());
        }
        self.json.push(':');
        Ok(())
    }

    /// Opens the object of one field that a variant with content is.
    fn open_variant(&mut self, variant: &str) {
        self.json.push('{');
        push_key(&mut self.json, variant, true);
    }

    #[inline]
    fn items(&mut self, close: &'static str) -> Items<'_> {
        Items { writer: self, is_first: true, close }
    }
}

/// An object of one field, without a value.
struct OneKey<T>(T);

impl<T: Serialize> Serialize for OneKey<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.0, ())])
    }
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'w>;
    type SerializeTuple = Items<'w>;
    type SerializeTupleStruct = Items<'w>;
    type SerializeTupleVariant = Items<'w>;
    type SerializeMap = Items<'w>;
    type SerializeStruct = Fields<'w>;
    type SerializeStructVariant = Items<'w>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.json.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.push_integer(value);
        Ok(())
    }

    fn serialize_i128(self, value: i128) -> Result<(), Error> {
        self.push_integer(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    #[inline]
    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.push_integer(value);
        Ok(())
    }

    fn serialize_u128(self, value: u128) -> Result<(), Error> {
        self.push_integer(value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.push_rare(value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.push_rare(value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        push_quoted(&mut self.json, value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        push_quoted(&mut self.json, value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.json.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.open_variant(variant);
        value.serialize(&mut *self)?;
        self.json.push('}');
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items<'w>, Error> {
        self.json.push('[');
        Ok(self.items("]"))
    }

    fn serialize_tuple(self, len: usize) -> Result<Items<'w>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _name: &'static str, len: usize) -> Result<Items<'w>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Items<'w>, Error> {
        self.open_variant(variant);
        self.json.push('[');
        Ok(self.items("]}"))
    }

    #[inline]
    fn serialize_map(self, _len: Option<usize>) -> Result<Items<'w>, Error> {
        self.json.push('{');
        Ok(self.items("}"))
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Fields<'w>, Error> {
        if name == RAW_VALUE || name == NUMBER {
            return Ok(Fields::Text(self));
        }
        self.json.push('{');
        Ok(Fields::Object(self.items("}")))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Items<'w>, Error> {
        self.open_variant(variant);
        self.json.push('{');
        Ok(self.items("}}"))
    }

    // The default panics if `Display` fails.
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        let mut text = String::new();
        write!(text, "{value}").map_err(Error::custom)?;
        self.serialize_str(&text)
    }
}

/// The items of an array, or the entries of an object.
pub(crate) struct Items<'w> {
    writer: &'w mut Writer,
    is_first: bool,
    close: &'static str,
}

impl Items<'_> {
    #[inline]
    fn comma(&mut self) {
        if !core::mem::take(&mut self.is_first) {
            self.writer.json.push(',');
        }
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        push_key(&mut self.writer.json, name, core::mem::take(&mut self.is_first));
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn close(self) {
        self.writer.json.push_str(self.close);
    }
}

/// The fields of a struct.
pub(crate) enum Fields<'w> {
    Object(Items<'w>),
    /// The one field is JSON text already: of a `RawValue`, or of a number that keeps its text.
    Text(&'w mut Writer),
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Object(items) => items.field(name, value),
            Self::Text(writer) => value.serialize(TextOnly(|json: &str| writer.json.push_str(json))),
        }
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        match self {
            Self::Object(items) => items.close(),
            Self::Text(_) => {}
        }
        Ok(())
    }
}

/// Implements the traits of values that are written one after the other.
macro_rules! items {
    ($($serializer:ident: $method:ident),*) => {
        $(impl ser::$serializer for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

items! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.comma();
        self.writer.push_key(key)
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStructVariant for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::collections::BTreeMap;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use alloc::{format, vec};

    use serde::Serialize;
    use serde_json::value::RawValue;

    use super::*;

    #[derive(Serialize)]
    struct Unit;

    #[derive(Serialize)]
    struct Pair(u8, &'static str);

    #[derive(Serialize)]
    struct Named<T> {
        #[serde(rename = "a \"name\"")]
        first: T,
        #[serde(skip_serializing_if = "Option::is_none")]
        second: Option<u8>,
    }

    #[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
    enum Kind {
        Unit,
        Newtype(i64),
        Tuple(u8, bool),
        Struct { a: u8, b: Option<u8> },
    }

    struct Bytes;

    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(&[0, 255])
        }
    }

    /// Compares what is written with what serde_json writes.
    fn check<T: Serialize>(value: T) {
        let theirs = serde_json::to_string(&value).map_err(|error| error.to_string());
        assert_eq!(to_string(&value).map_err(|error| error.to_string()), theirs);
    }

    #[test]
    fn every_kind_of_value_is_written_as_serde_json_does() {
        check((true, false, (), Unit, None::<u8>, Some(1)));
        check((i8::MIN, i16::MIN, i32::MIN, i64::MIN, i128::MIN));
        check((u8::MAX, u16::MAX, u32::MAX, u64::MAX, u128::MAX));
        check((f64::NAN, f64::INFINITY, -0.0, 1.0, 1e300, 5e-324, 0.1_f32, f32::MIN));
        check(('"', '\u{10ffff}', "text\n", String::new(), format_args!("{}\"", 1)));
        check((Bytes, [1, 2], [0_u8; 0], Pair(1, "x"), vec![Vec::<u8>::new(), vec![1]]));
        check([Kind::Unit, Kind::Newtype(-1), Kind::Tuple(1, true), Kind::Struct { a: 1, b: None }]);
        check((Named { first: Unit, second: None }, Named { first: "x", second: Some(2) }));
        check(core::num::NonZeroU8::MIN);
        check(serde_json::from_str::<serde_json::Value>(r#"{"a":[1.5,null,{"b\n":-0.0}],"c":{}}"#).unwrap());
        check(RawValue::from_string(r#"{ "kept" : 1.00 }"#.to_string()).unwrap());
        check([serde_json::from_str::<Box<RawValue>>("\"\\u0061\"").unwrap()]);
    }

    #[test]
    fn every_kind_of_key_is_written_as_serde_json_does() {
        fn check_key<K: Serialize + Ord>(key: K) {
            check(BTreeMap::from([(key, 1)]));
        }
        check(BTreeMap::<u8, u8>::new());
        check(BTreeMap::from([("a\"", 1), ("b", 2)]));
        check_key(-1);
        check_key(u128::MAX);
        check_key(true);
        check_key('"');
        check_key(Some("a"));
        check_key(None::<u8>);
        check_key(());
        check_key((1, 2));
        check_key(vec!["a"]);
        check_key(Kind::Unit);
        check_key(Kind::Newtype(1));
        check_key(Kind::Struct { a: 1, b: None });
    }

    #[test]
    fn a_value_that_cannot_be_displayed_is_an_error() {
        struct Fails;

        impl fmt::Display for Fails {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }

        impl Serialize for Fails {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        assert!(to_string(&Fails).is_err());
    }

    #[test]
    fn an_error_of_the_value_is_an_error() {
        struct Refuses;

        impl Serialize for Refuses {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(ser::Error::custom("no"))
            }
        }

        check(Refuses);
        check([Refuses]);
        check((1, Some(Refuses)));
        check(Named { first: Refuses, second: None });
        check(BTreeMap::from([("a", Some(Refuses))]));
        assert_eq!(format!("{}", to_string(&Refuses).unwrap_err()), "no");
    }
}
