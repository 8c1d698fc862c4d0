//! `RawJson`: a JSON value that no type describes, kept as its text.

#[cfg(feature = "schema")]
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::decode::BufferedSeed;
use crate::encode::{EncodeError, JsonText};
use crate::entry::to_string;
use crate::error::DecodeError;
use crate::json::Reader;
use crate::shape::{Shape, Tags};

/// One JSON value, kept as its text: with every digit of its numbers and with its fields in their order.
///
/// Two are equal if their texts are. From a format that is not JSON it is the value's compact JSON; a float that JSON cannot
/// hold, such as infinity, is an error. [`to_string`] and serde_json write the text as it is. Every other format writes the
/// value, and an error for what only JSON text can hold, such as `1e400`.
///
/// Parse one from text, or [`encode`](Self::encode) a value:
///
/// ```
/// use response_event::{DecodeError, RawJson};
///
/// let action: RawJson = r#"{"type": "search", "score": 1.0}"#.parse()?;
/// assert_eq!(action.get(), r#"{"type": "search", "score": 1.0}"#);
/// assert_eq!(action.decode::<serde_json::Value>()?["type"], "search");
///
/// let error = "[1, 2".parse::<RawJson>().unwrap_err();
/// assert_eq!(error.to_string(), "the text ends in the middle of a value (line 1, column 6)");
/// # Ok::<(), DecodeError>(())
/// ```
///
/// The default is `null`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// Encodes a value, as [`to_string`] does.
    ///
    /// ```
    /// use response_event::RawJson;
    ///
    /// assert_eq!(RawJson::encode(&["a", "b"])?.get(), r#"["a","b"]"#);
    /// # Ok::<(), response_event::EncodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Self, EncodeError> {
        to_string(value).map(|json| Self(json.into()))
    }

    /// Returns the text: one JSON value, without white space around it.
    pub fn get(&self) -> &str {
        &self.0
    }

    /// Decodes the value as a `T`, which may borrow from the text.
    ///
    /// # Errors
    ///
    /// If the value is not a `T`. The kind of the error is [`Data`](crate::DecodeErrorKind::Data), also where `T` is an event
    /// of another type, or [`Json`](crate::DecodeErrorKind::Json) where the text has what no type can hold, such as a number
    /// out of range.
    pub fn decode<'de, T: Deserialize<'de>>(&'de self) -> Result<T, DecodeError> {
        decode(&self.0)
    }

    /// Creates one from text that is known to be one JSON value, without white space around it.
    pub(crate) fn from_checked(json: impl Into<Box<str>>) -> Self {
        Self(json.into())
    }
}

/// An error about a value has no `type` to name.
const VALUE: &Shape = &Shape { tags: Tags::Untagged, ..Shape::STUB };

/// Decodes text that is known to be one JSON value.
pub(crate) fn decode<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, DecodeError> {
    T::deserialize(&mut Reader::new(json)).map_err(|error| DecodeError::new(VALUE, json, &error))
}

/// Finds the one JSON value in a text.
pub(crate) fn checked(text: &str) -> Result<&str, DecodeError> {
    match Reader::check(text) {
        Ok(()) => Ok(text.trim_matches([' ', '\t', '\n', '\r'])),
        Err(error) => Err(DecodeError::new(VALUE, text, &error)),
    }
}

/// Parses one JSON value. White space around it is left out.
impl FromStr for RawJson {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        checked(text).map(Self::from_checked)
    }
}

/// Parses one JSON value, as `FromStr` does.
impl TryFrom<&str> for RawJson {
    type Error = DecodeError;

    fn try_from(text: &str) -> Result<Self, DecodeError> {
        text.parse()
    }
}

/// Parses one JSON value, as `FromStr` does. The text is not copied if there is no white space around the value.
impl TryFrom<String> for RawJson {
    type Error = DecodeError;

    fn try_from(text: String) -> Result<Self, DecodeError> {
        let json = checked(&text)?;
        Ok(if json.len() == text.len() { Self::from_checked(text) } else { Self::from_checked(json) })
    }
}

impl From<&Value> for RawJson {
    fn from(value: &Value) -> Self {
        Self(value.to_string().into())
    }
}

impl From<Value> for RawJson {
    fn from(value: Value) -> Self {
        Self::from(&value)
    }
}

impl From<RawJson> for Box<str> {
    fn from(json: RawJson) -> Self {
        json.0
    }
}

impl From<RawJson> for String {
    fn from(json: RawJson) -> Self {
        json.0.into()
    }
}

impl AsRef<str> for RawJson {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Default for RawJson {
    fn default() -> Self {
        Self("null".into())
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawJson").field(&format_args!("{}", self.0)).finish()
    }
}

impl fmt::Display for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for RawJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        JsonText(&self.0).serialize(serializer)
    }
}

/// Any value.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for RawJson {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RawJson".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::RawJson").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let held = BufferedSeed.deserialize(deserializer)?;
        held.to_json().map(|json| Self(json.into())).map_err(D::Error::custom)
    }
}
