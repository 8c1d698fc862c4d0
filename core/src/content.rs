//! A value of any self-describing format, kept until its type is known: borrowed text stays borrowed, 128-bit integers exact.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::iter::once;
use core::marker::PhantomData;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::json;

/// A value, its type not yet known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content<'de> {
    Bool(bool),
    U64(u64),
    I64(i64),
    U128(u128),
    I128(i128),
    F64(f64),
    /// The text of a number that serde_json keeps as text, which only its feature `arbitrary_precision` does.
    Number(Box<str>),
    Char(char),
    Str(Cow<'de, str>),
    Bytes(Cow<'de, [u8]>),
    /// Absent or `null`.
    Unit,
    Some(Box<Content<'de>>),
    Newtype(Box<Content<'de>>),
    Seq(Vec<Content<'de>>),
    Map(Vec<(Content<'de>, Content<'de>)>),
}

impl Content<'_> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::U64(value) => Unexpected::Unsigned(*value),
            Self::I64(value) => Unexpected::Signed(*value),
            Self::U128(_) | Self::I128(_) => Unexpected::Other("128-bit integer"),
            Self::F64(value) => Unexpected::Float(*value),
            Self::Number(_) => Unexpected::Other("number"),
            Self::Char(value) => Unexpected::Char(*value),
            Self::Str(text) => Unexpected::Str(text),
            Self::Bytes(bytes) => Unexpected::Bytes(bytes),
            Self::Unit => Unexpected::Unit,
            Self::Some(_) => Unexpected::Option,
            Self::Newtype(_) => Unexpected::NewtypeStruct,
            Self::Seq(_) => Unexpected::Seq,
            Self::Map(_) => Unexpected::Map,
        }
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::U64(value) => serializer.serialize_u64(*value),
            Self::I64(value) => serializer.serialize_i64(*value),
            Self::U128(value) => serializer.serialize_u128(*value),
            Self::I128(value) => serializer.serialize_i128(*value),
            // serde_json writes `null` for it.
            Self::F64(value) if !value.is_finite() => {
                Err(serde::ser::Error::custom("JSON has no number that is not finite, and this field is kept as JSON"))
            }
            Self::F64(value) => serializer.serialize_f64(*value),
            Self::Number(text) => {
                serde_json::from_str::<&RawValue>(text).map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
            Self::Char(value) => serializer.serialize_char(*value),
            Self::Str(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::Unit => serializer.serialize_unit(),
            Self::Some(value) | Self::Newtype(value) => value.serialize(serializer),
            Self::Seq(items) => serializer.collect_seq(items),
            Self::Map(entries) => match entries.as_slice() {
                // JSON has no dates: it is kept as its text.
                [(Self::Str(name), Self::Str(date))] if name == TOML_DATE => serializer.serialize_str(date),
                entries => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
            },
        }
    }
}

/// The name under which the crate `toml` hands out a date.
const TOML_DATE: &str = "$__toml_private_datetime";

/// Reads any value.
#[derive(Clone, Copy)]
pub(crate) struct ContentVisitor;

impl ContentVisitor {
    /// The rest of a map whose first key is read.
    pub(crate) fn visit_rest_of_map<'de, A>(first: Content<'de>, mut map: A) -> Result<Content<'de>, A::Error>
    where
        A: MapAccess<'de>,
    {
        let value = map.next_value_seed(Self)?;
        if let (Some(json::NUMBER), Content::Str(text)) = (first.as_str(), &value) {
            // Another format may have a field of this name, with any text.
            if json::keeps_number_text() && text.parse::<serde_json::Number>().is_ok() {
                return Ok(Content::Number(text.as_ref().into()));
            }
        }
        // Without the size hint: a lying input must not decide how much is allocated.
        let mut entries = Vec::new();
        entries.push((first, value));
        while let Some(entry) = map.next_entry_seed(Self, Self)? {
            entries.push(entry);
        }
        Ok(Content::Map(entries))
    }
}

impl<'de> DeserializeSeed<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! visit {
    ($($visit:ident($ty:ty) => $make:expr;)*) => {$(
        fn $visit<E: Error>(self, value: $ty) -> Result<Content<'de>, E> {
            Ok($make(value))
        }
    )*};
}

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    visit! {
        visit_bool(bool) => Content::Bool;
        visit_i64(i64) => Content::I64;
        visit_i128(i128) => Content::I128;
        visit_u64(u64) => Content::U64;
        visit_u128(u128) => Content::U128;
        visit_f64(f64) => Content::F64;
        visit_char(char) => Content::Char;
        visit_str(&str) => |text: &str| Content::Str(Cow::Owned(text.to_owned()));
        visit_borrowed_str(&'de str) => |text| Content::Str(Cow::Borrowed(text));
        visit_string(String) => |text| Content::Str(Cow::Owned(text));
        visit_bytes(&[u8]) => |bytes: &[u8]| Content::Bytes(Cow::Owned(bytes.to_owned()));
        visit_borrowed_bytes(&'de [u8]) => |bytes| Content::Bytes(Cow::Borrowed(bytes));
        visit_byte_buf(Vec<u8>) => |bytes| Content::Bytes(Cow::Owned(bytes));
    }

    fn visit_none<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Unit)
    }

    fn visit_unit<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Unit)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self).map(|value| Content::Some(Box::new(value)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self).map(|value| Content::Newtype(Box::new(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Content<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Content::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content<'de>, A::Error> {
        match map.next_key_seed(self)? {
            None => Ok(Content::Map(Vec::new())),
            Some(first) => Self::visit_rest_of_map(first, map),
        }
    }
}

/// Decodes a [`Content`], with the errors of `E`.
pub(crate) struct ContentDeserializer<'de, E> {
    content: Content<'de>,
    /// Of the format the content was read from.
    human_readable: bool,
    error: PhantomData<E>,
}

impl<'de, E> ContentDeserializer<'de, E> {
    pub(crate) fn new(content: Content<'de>, human_readable: bool) -> Self {
        Self { content, human_readable, error: PhantomData }
    }

    /// The same for a part of the content.
    fn part(&self) -> impl Fn(Content<'de>) -> Self + use<'de, E> {
        let human_readable = self.human_readable;
        move |content| Self::new(content, human_readable)
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for ContentDeserializer<'de, E> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The requests for a number. One that is kept as text has a type only now.
macro_rules! number {
    ($($deserialize:ident: $visit:ident($ty:ty),)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            let Content::Number(text) = &self.content else { return self.deserialize_any(visitor) };
            match text.parse::<$ty>() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_f64(text.parse().map_err(E::custom)?),
            }
        }
    )*};
}

impl<'de, E: Error> Deserializer<'de> for ContentDeserializer<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let part = self.part();
        match self.content {
            Content::Bool(value) => visitor.visit_bool(value),
            Content::U64(value) => visitor.visit_u64(value),
            Content::I64(value) => visitor.visit_i64(value),
            Content::U128(value) => visitor.visit_u128(value),
            Content::I128(value) => visitor.visit_i128(value),
            Content::F64(value) => visitor.visit_f64(value),
            Content::Number(text) => visitor.visit_map(MapDeserializer::new(once((json::NUMBER, &*text)))),
            Content::Char(value) => visitor.visit_char(value),
            Content::Str(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Content::Str(Cow::Owned(text)) => visitor.visit_string(text),
            Content::Bytes(Cow::Borrowed(bytes)) => visitor.visit_borrowed_bytes(bytes),
            Content::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            Content::Unit => visitor.visit_unit(),
            Content::Some(value) => visitor.visit_some(part(*value)),
            Content::Newtype(value) => visitor.visit_newtype_struct(part(*value)),
            Content::Seq(items) => {
                let mut seq = SeqDeserializer::new(items.into_iter().map(part));
                let value = visitor.visit_seq(&mut seq)?;
                seq.end()?;
                Ok(value)
            }
            Content::Map(entries) => {
                let mut map = MapDeserializer::new(entries.into_iter().map(|(key, value)| (part(key), part(value))));
                let value = visitor.visit_map(&mut map)?;
                map.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let part = self.part();
        match self.content {
            Content::Unit => visitor.visit_none(),
            Content::Some(value) => visitor.visit_some(part(*value)),
            content => visitor.visit_some(part(content)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, E> {
        let part = self.part();
        match self.content {
            Content::Newtype(value) => visitor.visit_newtype_struct(part(*value)),
            content => visitor.visit_newtype_struct(part(content)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let part = self.part();
        let (variant, value) = match self.content {
            Content::Map(mut entries) if entries.len() == 1 => match entries.pop() {
                Some((variant, value)) => (variant, Some(value)),
                None => return Err(E::invalid_length(0, &"a map with the variant as its only key")),
            },
            variant @ Content::Str(_) => (variant, None),
            other => {
                return Err(E::invalid_type(
                    other.unexpected(),
                    &"the name of a variant, or a map with it as its only key",
                ));
            }
        };
        visitor.visit_enum(Variant { variant: part(variant), value: value.map(part) })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.human_readable
    }

    number! {
        deserialize_i8: visit_i64(i64), deserialize_i16: visit_i64(i64), deserialize_i32: visit_i64(i64),
        deserialize_i64: visit_i64(i64), deserialize_i128: visit_i128(i128),
        deserialize_u8: visit_u64(u64), deserialize_u16: visit_u64(u64), deserialize_u32: visit_u64(u64),
        deserialize_u64: visit_u64(u64), deserialize_u128: visit_u128(u128),
        deserialize_f32: visit_f64(f64), deserialize_f64: visit_f64(f64),
    }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// A variant and what it holds.
struct Variant<'de, E> {
    variant: ContentDeserializer<'de, E>,
    value: Option<ContentDeserializer<'de, E>>,
}

impl<'de, E: Error> EnumAccess<'de> for Variant<'de, E> {
    type Error = E;
    type Variant = VariantValue<'de, E>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), E> {
        Ok((seed.deserialize(self.variant)?, VariantValue { value: self.value }))
    }
}

struct VariantValue<'de, E> {
    value: Option<ContentDeserializer<'de, E>>,
}

impl<'de, E: Error> VariantValue<'de, E> {
    fn deserializer(self, expected: &'static str) -> Result<ContentDeserializer<'de, E>, E> {
        self.value.ok_or_else(|| E::invalid_type(Unexpected::UnitVariant, &expected))
    }
}

impl<'de, E: Error> VariantAccess<'de> for VariantValue<'de, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        match self.value.map(|value| value.content) {
            None | Some(Content::Unit) => Ok(()),
            Some(other) => Err(E::invalid_type(other.unexpected(), &"a variant that holds nothing")),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, E> {
        seed.deserialize(self.deserializer("a variant that holds a value")?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, E> {
        self.deserializer("a variant that holds a sequence")?.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], visitor: V) -> Result<V::Value, E> {
        self.deserializer("a variant that holds a map")?.deserialize_any(visitor)
    }
}
