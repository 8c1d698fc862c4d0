//! JSON text as a value to be serialized.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;

use crate::json::{self, Shallow};
use crate::text::{Excerpt, repeated};

/// The text of a JSON value, written byte for byte as JSON text, and as the value that it is by every other format.
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !json::is_json_text::<S>() {
            // Serializing recurses.
            json::check_depth(self.0).map_err(S::Error::custom)?;
        }
        Value(self.0).serialize(serializer)
    }
}

/// JSON text that is known not to be nested too deep. Each level asks anew for the format: inside of what serde puts
/// around a serializer, such as for `flatten`, there is serde_json's again.
struct Value<'a>(&'a str);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if json::is_json_text::<S>() {
            let json: &RawValue = serde_json::from_str(self.0).map_err(S::Error::custom)?;
            return json.serialize(serializer);
        }
        match Shallow::parse(self.0).map_err(S::Error::custom)? {
            Shallow::Null => serializer.serialize_unit(),
            Shallow::Bool(value) => serializer.serialize_bool(value),
            Shallow::Number(text) => number(text, serializer),
            Shallow::String(text) => serializer.serialize_str(&text),
            Shallow::Array(items) => {
                let mut output = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    output.serialize_element(&Value(item))?;
                }
                output.end()
            }
            Shallow::Object(fields) => {
                // Formats differ in which of them they keep.
                if let Some(name) = repeated(fields.iter().map(|(name, _)| &**name)) {
                    return Err(S::Error::custom(format_args!(
                        "the kept JSON has the field `{}` twice, which only JSON text can hold",
                        Excerpt::new(name)
                    )));
                }
                let mut output = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in &fields {
                    output.serialize_entry(name, &Value(value))?;
                }
                output.end()
            }
        }
    }
}

/// Writes a number as an integer of 64 bits or a float that is the same number, or not at all. Some formats have larger
/// integers, but write bytes for them, or read them as a float.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let is_integer = !text.contains(['.', 'e', 'E']) && text != "-0";
    if !is_integer {
        return match json::exact_float(text) {
            Some(value) => serializer.serialize_f64(value),
            None => Err(inexact(text)),
        };
    }
    if let Ok(value) = text.parse::<u64>() {
        serializer.serialize_u64(value)
    } else if let Ok(value) = text.parse::<i64>() {
        serializer.serialize_i64(value)
    } else {
        Err(inexact(text))
    }
}

#[cold]
fn inexact<E: Error>(text: &str) -> E {
    E::custom(format_args!(
        "the kept JSON has the number {}, which only JSON text can hold exactly",
        Excerpt::new(text)
    ))
}
