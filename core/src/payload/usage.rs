//! Token usage and cost of a response.

#[cfg(feature = "schema")]
use alloc::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::ser::{Serialize, Serializer};

use crate::construct::constructors;
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// Token usage of a response.
///
/// The methods return a counter as an integer, and `None` if the server omits it.
///
/// ```
/// use response_event::payload::Usage;
///
/// let usage: Usage = response_event::from_str(
///     r#"{"input_tokens":120,"input_tokens_details":{"cached_tokens":64},"output_tokens":16,"total_tokens":136}"#,
/// )?;
/// assert_eq!(usage.total_tokens(), Some(136));
/// assert_eq!(usage.cached_tokens(), Some(64));
/// assert_eq!(usage.reasoning_tokens(), None);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "ResponseUsage")]
#[doc(alias = "OpenResponsesUsage")]
#[non_exhaustive]
pub struct Usage {
    /// Number of input tokens.
    #[event(required, index)]
    pub input_tokens: Option<Number>,
    /// Breakdown of the input tokens.
    #[event(required, nested)]
    pub input_tokens_details: Option<InputTokensDetails>,
    /// Number of output tokens.
    #[event(required, index)]
    pub output_tokens: Option<Number>,
    /// Breakdown of the output tokens.
    #[event(required, nested)]
    pub output_tokens_details: Option<OutputTokensDetails>,
    /// Number of input and output tokens.
    #[event(required, index)]
    pub total_tokens: Option<Number>,
    /// Cost of the response, in the currency or credits of the server that sends it.
    pub cost: Option<Cost>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl Usage {
    /// Returns the number of input tokens.
    pub fn input_tokens(&self) -> Option<u64> {
        self.input_tokens?.as_u64()
    }

    /// Returns the number of output tokens.
    pub fn output_tokens(&self) -> Option<u64> {
        self.output_tokens?.as_u64()
    }

    /// Returns the number of input and output tokens.
    pub fn total_tokens(&self) -> Option<u64> {
        self.total_tokens?.as_u64()
    }

    /// Returns the number of input tokens that were read from the cache.
    pub fn cached_tokens(&self) -> Option<u64> {
        self.input_tokens_details.as_ref()?.cached_tokens?.as_u64()
    }

    /// Returns the number of output tokens that the model used for reasoning.
    pub fn reasoning_tokens(&self) -> Option<u64> {
        self.output_tokens_details.as_ref()?.reasoning_tokens?.as_u64()
    }
}

/// Breakdown of the input tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct InputTokensDetails {
    /// Number of tokens read from the cache.
    #[event(required, index)]
    pub cached_tokens: Option<Number>,
    /// Number of tokens written to the cache.
    #[event(index)]
    pub cache_write_tokens: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Breakdown of the output tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct OutputTokensDetails {
    /// Number of tokens that the model used for reasoning.
    #[event(required, index)]
    pub reasoning_tokens: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    Usage();
    InputTokensDetails();
    OutputTokensDetails();
}

/// Cost of a response: a number, or an object where a server itemizes it.
///
/// ```
/// use response_event::payload::Cost;
///
/// let number: Cost = serde_json::from_str("0.25")?;
/// let object: Cost = serde_json::from_str(r#"{"currency":"USD","input_cost":0.125,"total_cost":0.25}"#)?;
/// assert_eq!(number.total(), object.total());
/// assert_eq!(serde_json::to_string(&number)?, "0.25");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cost {
    /// The total.
    Number(Number),
    /// The fields of an object.
    Object(ExtraFields),
}

impl Cost {
    /// Returns the total: the number, or the field `total_cost` of the object.
    pub fn total(&self) -> Option<Number> {
        match self {
            Self::Number(total) => Some(*total),
            Self::Object(fields) => fields.get("total_cost")?.decode().ok(),
        }
    }
}

impl From<Number> for Cost {
    fn from(total: Number) -> Self {
        Self::Number(total)
    }
}

impl Serialize for Cost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(total) => total.serialize(serializer),
            Self::Object(fields) => fields.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Cost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A visitor cannot tell an object from a number where serde_json has its feature `arbitrary_precision`.
        let json = RawJson::deserialize(deserializer)?;
        let found = match json.get().as_bytes().first() {
            Some(b'{') => return json.decode().map(Self::Object).map_err(D::Error::custom),
            Some(b'-' | b'0'..=b'9') => return json.decode().map(Self::Number).map_err(D::Error::custom),
            Some(b'"') => "string",
            Some(b'[') => "sequence",
            Some(b't' | b'f') => "boolean",
            _ => "null",
        };
        Err(D::Error::invalid_type(Unexpected::Other(found), &"a number or an object"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cost {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Cost".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::Cost").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["number", "object"] })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn a_cost_is_written_back_as_it_was_read() {
        for json in ["0", "0.00105", "-1", r#"{"total_cost":0.5,"currency":"USD","input_cost":1.0}"#, "{}"] {
            let cost: Cost = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&cost).unwrap(), json);
        }
    }

    #[test]
    fn the_total_of_an_object_is_read_if_it_is_a_number() {
        let total = |json| serde_json::from_str::<Cost>(json).unwrap().total();
        assert_eq!(total(r#"{"total_cost":2}"#), Some(Number::from(2)));
        assert_eq!(total(r#"{"total_cost":"2"}"#), None);
        assert_eq!(total(r#"{"total_cost":null}"#), None);
        assert_eq!(total("{}"), None);
    }

    #[test]
    fn a_cost_is_a_number_or_an_object() {
        for (json, found) in [(r#""0.5""#, "string"), ("[1]", "sequence"), ("true", "boolean")] {
            let error = serde_json::from_str::<Cost>(json).unwrap_err().to_string();
            assert!(
                error.starts_with(&alloc::format!("invalid type: {found}, expected a number or an object")),
                "{error}"
            );
        }
        assert!(crate::from_str::<Usage>(r#"{"cost":null}"#).unwrap().cost.is_none());
    }

    #[test]
    fn a_counter_that_is_absent_null_or_no_integer_has_no_value() {
        let usage = |json| crate::from_str::<Usage>(json).unwrap();
        assert_eq!(usage(r#"{"total_tokens":7}"#).total_tokens(), Some(7));
        assert_eq!(usage(r#"{"total_tokens":7}"#).input_tokens(), None);
        assert_eq!(usage(r#"{"input_tokens_details":{"cached_tokens":null}}"#).cached_tokens(), None);
        assert_eq!(usage(r#"{"output_tokens":0.5}"#).output_tokens(), None);
        assert_eq!(usage(r#"{"output_tokens_details":{"reasoning_tokens":3}}"#).reasoning_tokens(), Some(3));
    }
}
