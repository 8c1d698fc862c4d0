//! A serializer that takes a string and nothing else.

use core::fmt::Display;

use serde::ser::{Error as _, Impossible, Serialize, Serializer};
use serde_json::Error;

/// Gives a string to a function. Any other value is an error.
pub(super) struct TextOnly<F>(pub(super) F);

#[cold]
fn no_text<T>() -> Result<T, Error> {
    Err(Error::custom("expected a string"))
}

macro_rules! refuse {
    ($($method:ident($($argument:ty),*) $(-> $ok:ident)?;)*) => {
        $(refuse! { @ $method($($argument),*) $($ok)? })*
    };
    (@ $method:ident($a:ty)) => {
        fn $method(self, _: $a) -> Result<(), Error> { no_text() }
    };
    (@ $method:ident()) => {
        fn $method(self) -> Result<(), Error> { no_text() }
    };
    (@ $method:ident($a:ty) $ok:ident) => {
        fn $method(self, _: $a) -> Result<Self::$ok, Error> { no_text() }
    };
    (@ $method:ident($a:ty, $b:ty) $ok:ident) => {
        fn $method(self, _: $a, _: $b) -> Result<Self::$ok, Error> { no_text() }
    };
    (@ $method:ident($a:ty, $b:ty, $c:ty) $ok:ident) => {
        fn $method(self, _: $a, _: $b, _: $c) -> Result<Self::$ok, Error> { no_text() }
    };
    (@ $method:ident($a:ty, $b:ty, $c:ty, $d:ty) $ok:ident) => {
        fn $method(self, _: $a, _: $b, _: $c, _: $d) -> Result<Self::$ok, Error> { no_text() }
    };
}

impl<F: FnOnce(&str)> Serializer for TextOnly<F> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        (self.0)(value);
        Ok(())
    }

    refuse! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Error> {
        no_text()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        no_text()
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.serialize_str(&alloc::format!("{value}"))
    }
}
