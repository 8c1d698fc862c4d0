//! A member that came before `type`: buffered as it was read, decoded once the event is known.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::object_access::{BufferedError, ObjectAccess};
use crate::content::{Content, ContentDeserializer, ContentVisitor};
use crate::json::{self, RAW_VALUE};

/// The value of a member, before its type is known.
#[derive(Debug)]
pub(crate) enum Buffered<'de> {
    /// From JSON text that lives on: the text itself, so strings are borrowed and numbers exact.
    Json(&'de str),
    /// From JSON that does not live on, such as a reader.
    OwnedJson(String),
    /// From any other format.
    Content { content: Content<'de>, human_readable: bool },
}

impl<'de> Buffered<'de> {
    /// Decodes the value, with the errors of the source it was read from.
    pub(crate) fn decode<S, A>(self, seed: S) -> Result<S::Value, A::Error>
    where
        S: DeserializeSeed<'de>,
        A: ObjectAccess<'de>,
    {
        let buffered_error = |error| A::buffered_error(BufferedError(error));
        // Decoding starts anew with each buffered value, and so would its limit of depth.
        match &self {
            Self::Json(text) => json::check_depth(text).map_err(buffered_error)?,
            Self::OwnedJson(text) => json::check_depth(text).map_err(buffered_error)?,
            Self::Content { .. } => {}
        }
        match self {
            Self::Json(text) => seed.deserialize(&mut json::Reader::new(text)).map_err(buffered_error),
            Self::OwnedJson(text) => decode_owned(&text, seed).map_err(|error| without_position(&error)),
            // One type of error for all formats, so that a member's type is decoded from content by one function.
            Self::Content { content, human_readable } => seed
                .deserialize(ContentDeserializer::<serde_json::Error>::new(content, human_readable))
                .map_err(A::Error::custom),
        }
    }

    /// Returns `true` for `null`.
    pub(crate) fn is_null(&self) -> bool {
        match self {
            Self::Json(text) => *text == "null",
            Self::OwnedJson(text) => text == "null",
            Self::Content { content, .. } => matches!(content, Content::Unit),
        }
    }

    /// The value as JSON text.
    pub(crate) fn to_json(&self) -> Result<Cow<'de, str>, serde_json::Error> {
        match self {
            Self::Json(text) => Ok(Cow::Borrowed(text)),
            Self::OwnedJson(text) => Ok(Cow::Owned(text.clone())),
            Self::Content { content, .. } => serde_json::to_string(content).map(Cow::Owned),
        }
    }
}

/// Decodes JSON text that nothing can be borrowed from.
#[cfg(feature = "std")]
fn decode_owned<'de, S: DeserializeSeed<'de>>(text: &str, seed: S) -> Result<S::Value, serde_json::Error> {
    seed.deserialize(&mut serde_json::Deserializer::from_reader(text.as_bytes()))
}

/// Decodes JSON text that nothing can be borrowed from. Without readers it comes from a `Value`, so one loses nothing.
#[cfg(not(feature = "std"))]
fn decode_owned<'de, S: DeserializeSeed<'de>>(text: &str, seed: S) -> Result<S::Value, serde_json::Error> {
    seed.deserialize(serde_json::from_str::<serde_json::Value>(text)?)
}

/// An error without its line and column, which count from the start of the buffered text and would mislead.
#[cold]
fn without_position<E: Error>(error: &serde_json::Error) -> E {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    E::custom(text.strip_suffix(&*position).unwrap_or(&text))
}

/// Reads any value into a [`Buffered`].
pub(crate) struct BufferedSeed;

impl<'de> DeserializeSeed<'de> for BufferedSeed {
    type Value = Buffered<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        let is_json = json::is_json_error::<D::Error>();
        let visitor = BufferedVisitor { is_json, human_readable: deserializer.is_human_readable() };
        // Others would take it for a newtype, which some write in a form of its own, or for a field that is called so.
        if is_json {
            deserializer.deserialize_newtype_struct(RAW_VALUE, visitor)
        } else {
            deserializer.deserialize_any(visitor)
        }
    }
}

struct BufferedVisitor {
    /// The format is our reader, serde_json, or what serde puts around them.
    is_json: bool,
    human_readable: bool,
}

impl BufferedVisitor {
    fn hold(self, content: Content<'_>) -> Buffered<'_> {
        Buffered::Content { content, human_readable: self.human_readable }
    }
}

/// Hands a visit on to the visitor of [`Content`].
macro_rules! held_content {
    ($($visit:ident($($value:ident: $ty:ty)?);)*) => {$(
        fn $visit<E: Error>(self, $($value: $ty)?) -> Result<Buffered<'de>, E> {
            ContentVisitor.$visit($($value)?).map(|content| self.hold(content))
        }
    )*};
}

impl<'de> Visitor<'de> for BufferedVisitor {
    type Value = Buffered<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        deserializer.deserialize_any(ContentVisitor).map(|content| self.hold(content))
    }

    // JSON answers with a map of one entry: the name, then the text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Buffered<'de>, A::Error> {
        match map.next_key_seed(ContentVisitor)? {
            Some(key) if self.is_json && key.as_str() == Some(RAW_VALUE) => map.next_value_seed(JsonText),
            Some(key) => ContentVisitor::visit_rest_of_map(key, map).map(|content| self.hold(content)),
            None => Ok(self.hold(Content::Map(Vec::new()))),
        }
    }

    held_content! {
        visit_bool(value: bool);
        visit_i8(value: i8);
        visit_i16(value: i16);
        visit_i32(value: i32);
        visit_i64(value: i64);
        visit_i128(value: i128);
        visit_u8(value: u8);
        visit_u16(value: u16);
        visit_u32(value: u32);
        visit_u64(value: u64);
        visit_u128(value: u128);
        visit_f32(value: f32);
        visit_f64(value: f64);
        visit_char(value: char);
        visit_str(value: &str);
        visit_borrowed_str(value: &'de str);
        visit_string(value: String);
        visit_bytes(value: &[u8]);
        visit_borrowed_bytes(value: &'de [u8]);
        visit_byte_buf(value: Vec<u8>);
        visit_none();
        visit_unit();
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        ContentVisitor.visit_some(deserializer).map(|content| self.hold(content))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Buffered<'de>, A::Error> {
        ContentVisitor.visit_seq(seq).map(|content| self.hold(content))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Buffered<'de>, A::Error> {
        ContentVisitor.visit_enum(data).map(|content| self.hold(content))
    }
}

/// The text behind [`RAW_VALUE`], borrowed if the input lives on.
struct JsonText;

impl<'de> DeserializeSeed<'de> for JsonText {
    type Value = Buffered<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for JsonText {
    type Value = Buffered<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Json(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Buffered<'de>, E> {
        Ok(Buffered::OwnedJson(text.to_string()))
    }

    fn visit_string<E>(self, text: String) -> Result<Buffered<'de>, E> {
        Ok(Buffered::OwnedJson(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_json_hands_out_the_text_of_a_value() {
        let text = r#" [1.0, 18446744073709551616, "\u0061"] "#;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        match BufferedSeed.deserialize(&mut deserializer) {
            Ok(Buffered::Json(buffered)) => assert_eq!(buffered, text.trim()),
            other => panic!("serde_json no longer answers to {RAW_VALUE}: {other:?}"),
        }
    }
}
