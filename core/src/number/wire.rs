//! `Number` as text and in serde's formats.

#[cfg(feature = "schema")]
use alloc::borrow::Cow;
use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

use super::error::NumberError;
use super::repr::{Number, Repr};

/// Writes the number as JSON text.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Whole(value) => value.fmt(f),
            Repr::Negative(value) => value.fmt(f),
            Repr::Float(value) => {
                // serde_json's own text, so that what is shown is what is written.
                match serde_json::Number::from_f64(value) {
                    Some(number) if f.width().is_none() && !f.sign_plus() => write!(f, "{number}"),
                    Some(number) => {
                        let text = number.to_string();
                        f.pad_integral(value > 0.0, "", text.trim_start_matches('-'))
                    }
                    None => value.fmt(f),
                }
            }
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

/// Parses JSON text without white space around it.
///
/// ```
/// use response_event::Number;
///
/// assert_eq!("1e3".parse(), Ok(Number::from(1000)));
/// assert!("+1".parse::<Number>().is_err());
/// assert!("1e400".parse::<Number>().is_err());
/// ```
impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        // The JSON reader would skip white space and, for a number in a `Value`, read more than digits.
        if text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')) {
            if let Ok(number) = serde_json::from_str(text) {
                return Ok(number);
            }
        }
        Err(NumberError::not_json(text))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            // One fixed type, so that a format without type marks can be read again.
            return match self.as_exact_f64() {
                Some(value) => serializer.serialize_f64(value),
                None => Err(S::Error::custom(format_args!(
                    "the whole number `{self}` cannot be written as a 64-bit float without losing digits"
                ))),
            };
        }
        match self.0 {
            Repr::Whole(value) => serializer.serialize_u64(value),
            Repr::Negative(value) => serializer.serialize_i64(value),
            Repr::Float(value) => serializer.serialize_f64(value),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::Number").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not `deserialize_f64`: with that hint YAML, RON and others round integers beyond 2^53, and CBOR refuses
        // integers. The price is paid only where serde_json has its feature `arbitrary_precision`: there a number comes
        // as a map.
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(NumberVisitor)
        } else {
            // By a name, so that where nothing has types the event can answer with the float that was written.
            deserializer.deserialize_newtype_struct(NUMBER, NumberVisitor)
        }
    }
}

/// The name by which a `Number` asks binary formats for itself.
pub(crate) const NUMBER: &str = "$response_event::private::Number";

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON number")
    }

    #[inline]
    fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
        Ok(Number::from_unsigned(value))
    }

    #[inline]
    fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
        Ok(Number::from_signed(value))
    }

    #[inline]
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Number, E> {
        Number::try_from(value).map_err(|_| E::invalid_value(Unexpected::Float(value), &"a finite number"))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Number, D::Error> {
        deserializer.deserialize_any(self)
    }

    // JSON text rounds such integers too.
    fn visit_u128<E>(self, value: u128) -> Result<Number, E> {
        Ok(Number::nearest_to_u128(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Number, E> {
        Ok(Number::nearest_to_i128(value))
    }

    // The form that serde_json gives a number with its feature `arbitrary_precision`, which only its own `Number` can
    // read; without the feature that refuses every map.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Number, A::Error> {
        let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))?;
        if let Some(value) = number.as_u64() {
            Ok(Number::from_unsigned(value))
        } else if let Some(value) = number.as_i64() {
            Ok(Number::from_signed(value))
        } else {
            // With `arbitrary_precision`, `1e400` gets this far.
            let value = number.as_f64().and_then(|value| Number::try_from(value).ok());
            value.ok_or_else(|| A::Error::custom("number out of range"))
        }
    }
}
