//! Methods of serializers that treat all scalars, or all compound values, alike.

/// The scalars, each passed on to one method.
macro_rules! scalars {
    ($method:ident) => {
        fn serialize_bool(self, _: bool) -> Result<(), Self::Error> {
            Self::$method("a boolean")
        }
        fn serialize_i8(self, _: i8) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_i16(self, _: i16) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_i32(self, _: i32) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_i64(self, _: i64) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_i128(self, _: i128) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_u8(self, _: u8) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_u16(self, _: u16) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_u32(self, _: u32) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_u64(self, _: u64) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_u128(self, _: u128) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_f32(self, _: f32) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_f64(self, _: f64) -> Result<(), Self::Error> {
            Self::$method("a number")
        }
        fn serialize_char(self, _: char) -> Result<(), Self::Error> {
            Self::$method("a character")
        }
        fn serialize_bytes(self, _: &[u8]) -> Result<(), Self::Error> {
            Self::$method("bytes")
        }
        fn serialize_unit_struct(self, _: &'static str) -> Result<(), Self::Error> {
            Self::$method("a unit struct")
        }
    };
}

/// Kinds of values that have no place in a map of fields.
macro_rules! refuse_compounds {
    ($method:ident) => {
        type SerializeSeq = ::serde::ser::Impossible<(), Self::Error>;
        type SerializeTuple = ::serde::ser::Impossible<(), Self::Error>;
        type SerializeTupleStruct = ::serde::ser::Impossible<(), Self::Error>;
        type SerializeTupleVariant = ::serde::ser::Impossible<(), Self::Error>;
        type SerializeStructVariant = ::serde::ser::Impossible<(), Self::Error>;

        fn serialize_newtype_variant<T: ::serde::ser::Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<(), Self::Error> {
            Self::$method("a variant")
        }
        fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Self::Error> {
            Self::$method("a sequence")
        }
        fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Self::Error> {
            Self::$method("a tuple")
        }
        fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Self::Error> {
            Self::$method("a tuple struct")
        }
        fn serialize_tuple_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleVariant, Self::Error> {
            Self::$method("a variant")
        }
        fn serialize_struct_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeStructVariant, Self::Error> {
            Self::$method("a variant")
        }
    };
}

pub(crate) use {refuse_compounds, scalars};
