//! `RawJson`: a JSON value that no type describes, kept as its text.

use alloc::boxed::Box;
use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::decode::HeldSeed;
use crate::encode::JsonText;

/// One JSON value, kept as the text it came as: numbers to the last digit, members in their order.
///
/// Two are equal if their texts are. From a format that is not JSON it is the value's compact JSON, in which a float that is
/// no number is `null`; into a binary format it is written as the value, which is an error for what JSON can write and a value
/// cannot be, such as `1e400`. Readable formats other than serde_json's, such as YAML, write what serde_json's `RawValue`
/// gives them: make it a `serde_json::Value` first.
///
/// ```
/// use response_event::RawJson;
///
/// let action: RawJson = r#"{"type": "search", "score": 1.0}"#.parse()?;
/// assert_eq!(action.get(), r#"{"type": "search", "score": 1.0}"#);
/// assert_eq!(action.decode::<serde_json::Value>()?["type"], "search");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// The text: one JSON value, without white space around it.
    pub fn get(&self) -> &str {
        &self.0
    }

    /// Creates one from text that is known to be one JSON value, without white space around it.
    pub(crate) fn from_checked(json: impl Into<Box<str>>) -> Self {
        Self(json.into())
    }

    /// The value as a `T`, which may borrow from the text.
    ///
    /// # Errors
    ///
    /// If the value is not a `T`.
    pub fn decode<'de, T: Deserialize<'de>>(&'de self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

impl FromStr for RawJson {
    type Err = serde_json::Error;

    fn from_str(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str::<&RawValue>(json).map(|value| Self(value.get().into()))
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

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let held = HeldSeed.deserialize(deserializer)?;
        held.to_json().map(|json| Self(json.into())).map_err(D::Error::custom)
    }
}
