//! What serde asks of a format.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserializer, Expected, Visitor};

use alloc::borrow::Cow;

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

    /// One buffer serves all strings with escapes, so each costs what its owner allocates and no more.
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

    /// The text of a number.
    fn number_text(&mut self, expected: &dyn Expected) -> Result<&'de str, Error> {
        match self.peek() {
            b'-' | b'0'..=b'9' => {
                let start = self.at;
                self.skip_number()?;
                Ok(self.text(start, self.at))
            }
            _ => Err(self.other_type(expected)),
        }
    }

    fn object<V: Visitor<'de>>(&mut self, visitor: V, type_first: bool) -> Result<V::Value, Error> {
        self.members(type_first, |object| visitor.visit_map(object))
    }

    /// An object, with its braces; with `type_first`, its `type` comes first wherever it stands.
    #[inline]
    fn members<T>(
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

    /// Reads the whole text, which is one object; with `type_first`, its `type` comes first wherever it stands.
    pub(crate) fn object_only<T>(
        mut self,
        type_first: bool,
        expected: &dyn Expected,
        read: impl FnOnce(Object<'_, 'de>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.peek() != b'{' {
            return Err(self.other_type(expected));
        }
        let value = self.members(type_first, read)?;
        self.end()?;
        Ok(value)
    }

    fn array<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        let value = visitor.visit_seq(Array::new(self)).map_err(|error| error.at(self.at))?;
        self.leave(b']', "expected `]`, as no more items are wanted")?;
        Ok(value)
    }

    /// A number for a visitor that may want anything: with serde_json's feature `arbitrary_precision`, its `Value` and
    /// `Number` want the text.
    fn visit_any_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let start = self.at;
        let number = self.number()?;
        if matches!(number, Parsed::Float(_)) && keeps_number_text() {
            let text: BorrowedStrDeserializer<'de, Error> = BorrowedStrDeserializer::new(self.text(start, self.at));
            return visitor.visit_map(MapDeserializer::new(core::iter::once((NUMBER, text))));
        }
        number.visit(visitor)
    }
}

/// The fields that `deserialize_struct` is asked for to get `type` first, wherever it comes in the object. No struct has two
/// of one name. As many as a format without names may hold for it: the largest event decides, and it is not known here.
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
        self.peek();
        let start = self.at;
        // From the text: by way of an `f64` it would be rounded twice.
        match self.number_text(&visitor)?.parse::<f32>() {
            Ok(value) if value.is_finite() => visitor.visit_f32(value).map_err(|error| self.after(error)),
            _ => Err(Error::syntax("found a number that is out of range of a 32-bit float", start)),
        }
    }

    strings! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.peek();
        let start = self.at;
        if let Ok(value) = self.number_text(&visitor)?.parse() {
            return visitor.visit_i128(value).map_err(|error| self.after(error));
        }
        self.at = start;
        self.number_value(visitor)
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.peek();
        let start = self.at;
        if let Ok(value) = self.number_text(&visitor)?.parse() {
            return visitor.visit_u128(value).map_err(|error| self.after(error));
        }
        self.at = start;
        self.number_value(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            b't' | b'f' => self.any(visitor),
            _ => Err(self.other_type(&visitor)),
        }
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
        match self.peek() {
            b'n' => self.any(visitor),
            _ => Err(self.other_type(&visitor)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name == RAW_VALUE {
            let text: BorrowedStrDeserializer<'de, Error> = BorrowedStrDeserializer::new(self.raw()?);
            return visitor.visit_map(MapDeserializer::new(core::iter::once((RAW_VALUE, text))));
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
                let value = visitor.visit_enum(Variant::Holding(self)).map_err(|error| error.at(self.at))?;
                self.leave(b'}', "expected `}`, as a variant is an object with one member")?;
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
