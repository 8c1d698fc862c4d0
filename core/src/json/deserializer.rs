//! The reader as a `Deserializer`.

use alloc::borrow::Cow;
use core::iter::{Once, once};

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserializer, Expected, Visitor};

use super::array::Array;
use super::error::Error;
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
    /// what is not an integer of 64 bits, even beyond the range of floats.
    fn visit_any_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let start = self.at;
        match self.number() {
            Ok(Parsed::Float(_)) | Err(_) if keeps_number_text() => {
                self.at = start;
                visitor.visit_map(text_under_name(NUMBER, self.number_text()?))
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

/// The fields to pass to `deserialize_struct` to get `type` first, wherever it is in the object. No struct has two fields of
/// the same name. There are as many as the largest event may have, for formats without names: it is not known here.
pub(crate) const TYPE_FIRST: &[&str] = &["type"; 256];

/// Returns `true` for [`TYPE_FIRST`].
pub(crate) fn is_type_first(fields: &[&str]) -> bool {
    matches!(fields, ["type", "type", ..])
}

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
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.peek() {
            b'{' => self.object(visitor, is_type_first(fields)),
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
