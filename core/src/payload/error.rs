//! Errors of a response and their codes.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::construct::constructors;
use crate::error_details::{ErrorFields, Object};
use crate::json::Reader;
use crate::{ErrorDetails, ExtraFields, Number, RawJson, ResponseEvent, responses_api};

/// The error of a failed response.
///
/// Some servers send a text in place of the object. It is read as the `message` of an error without other fields, and as
/// a part of its response or event it is written back as the text.
///
/// ```
/// use response_event::payload::ResponseError;
///
/// let error: ResponseError = response_event::from_str(r#"{"code":"server_error","message":"Try again later."}"#)?;
/// assert_eq!(error.code.as_ref().unwrap().as_str(), "server_error");
/// assert!(error.is_retryable());
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "ResponsesErrorField")]
#[non_exhaustive]
pub struct ResponseError {
    /// Code of the error, such as `rate_limit_exceeded`.
    #[event(required)]
    pub code: Option<ErrorCode>,
    /// Human-readable message.
    #[event(required)]
    pub message: Option<String>,
    /// Type of the error, such as `invalid_request_error`.
    #[serde(rename = "type")]
    pub error_type: Option<String>,
    /// Request parameter that caused the error.
    pub param: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
    /// `true` if the server sent the message alone, as a text.
    #[serde(skip)]
    is_text: bool,
}

impl ResponseError {
    /// Returns the fields of the error, and what the fields that this version does not know say of it.
    pub fn details(&self) -> ErrorDetails<'_> {
        let mut fields = ErrorFields::new(Object::Error);
        for (name, value) in &self.extra {
            fields.read(name, value.get());
        }
        fields.own = ErrorDetails {
            message: self.message.as_deref().map(Cow::from),
            code: self.code.as_ref().map(|code| code.as_str().into()),
            error_type: self.error_type.as_deref().map(Cow::from),
            param: self.param.as_deref().map(Cow::from),
            ..fields.own
        };
        fields.finish()
    }

    /// Returns `true` if the same request may succeed later. The code decides, as in [`ErrorCode::is_retryable`]; if it
    /// is absent or unknown, the type decides, and then the HTTP status.
    pub fn is_retryable(&self) -> bool {
        self.details().is_retryable()
    }

    /// Returns `true` if the connection is at its end, so that a retry needs a new one.
    pub fn needs_new_connection(&self) -> bool {
        self.details().needs_new_connection()
    }

    /// Reads an error that may be a text.
    pub(crate) fn of_json(json: &RawJson) -> Option<Self> {
        object_or_text::deserialize(&mut Reader::new(json.get())).ok().flatten()
    }

    /// Returns the message if it is all that there is to write.
    fn as_text(&self) -> Option<&str> {
        let Self { code: None, message: Some(message), error_type: None, param: None, extra, is_text: true } = self
        else {
            return None;
        };
        extra.is_empty().then_some(message)
    }
}

constructors! {
    ResponseError();
}

/// For `#[serde(with)]`: an error that may be a text. Binary formats, in which an object may have no names, always hold
/// the object.
pub(crate) mod object_or_text {
    #[cfg(feature = "schema")]
    use schemars::{Schema, SchemaGenerator, json_schema};

    use super::{Deserialize, Deserializer, ObjectOrText, ResponseError, Serialize, Serializer};
    #[cfg(feature = "schema")]
    use crate::schema::{Rules, note_rule};

    #[allow(clippy::ref_option)] // `with` passes a reference to the field
    pub(crate) fn serialize<S: Serializer>(error: &Option<ResponseError>, serializer: S) -> Result<S::Ok, S::Error> {
        match error.as_ref().and_then(ResponseError::as_text) {
            Some(text) if serializer.is_human_readable() => serializer.serialize_str(text),
            _ => error.serialize(serializer),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ResponseError>, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(ObjectOrText)
        } else {
            Option::deserialize(deserializer)
        }
    }

    /// Returns the schema of such an error. A text has no code, which the contract of an error requires.
    #[cfg(feature = "schema")]
    pub(crate) fn schema(generator: &mut SchemaGenerator) -> Schema {
        match Rules::of(generator) {
            Rules::None => {
                note_rule(generator, Rules::Contract);
                let object = generator.subschema_for::<ResponseError>();
                json_schema!({ "anyOf": [object, { "type": ["string", "null"] }] })
            }
            _ => generator.subschema_for::<Option<ResponseError>>(),
        }
    }
}

struct ObjectOrText;

impl<'de> Visitor<'de> for ObjectOrText {
    type Value = Option<ResponseError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a string")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(ResponseError { message: Some(text.into()), is_text: true, ..ResponseError::default() }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        ResponseError::deserialize(MapAccessDeserializer::new(map)).map(Some)
    }
}

/// The code of an error: a string such as `rate_limit_exceeded`, or a number such as 429 if a gateway sends its HTTP
/// status.
///
/// ```
/// use response_event::payload::ErrorCode;
///
/// let code: ErrorCode = serde_json::from_str("429")?;
/// assert_eq!(code.as_str(), "429");
/// assert!(code.is_retryable());
/// assert_eq!(serde_json::to_string(&code).unwrap(), "429");
/// assert!(!ErrorCode::from("insufficient_quota").is_retryable());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    text: Box<str>,
    /// Present if the code was sent as a number; its digits are the text.
    number: Option<Number>,
}

impl ErrorCode {
    /// Returns the code as text; for a number, its digits.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the number, if the code was sent as one.
    pub fn as_number(&self) -> Option<Number> {
        self.number
    }

    /// Returns `true` if the same request may succeed later: for server errors, overload, rate limits and timeouts.
    /// Returns `false` for bad requests, authentication, quota, content policy, requests that are too long, and unknown
    /// codes.
    pub fn is_retryable(&self) -> bool {
        responses_api::is_transient(self.as_str()).unwrap_or(false)
    }
}

impl From<&str> for ErrorCode {
    fn from(text: &str) -> Self {
        Self { text: text.into(), number: None }
    }
}

impl From<String> for ErrorCode {
    fn from(text: String) -> Self {
        Self { text: text.into(), number: None }
    }
}

impl From<Number> for ErrorCode {
    fn from(number: Number) -> Self {
        Self { text: number.to_string().into(), number: Some(number) }
    }
}

impl AsRef<str> for ErrorCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for ErrorCode {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl PartialEq<&str> for ErrorCode {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == *text
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.number {
            Some(number) => number.serialize(serializer),
            None => serializer.serialize_str(&self.text),
        }
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ErrorCode {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ErrorCode".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::ErrorCode").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "number"] })
    }
}

struct CodeVisitor;

impl<'de> Visitor<'de> for CodeVisitor {
    type Value = ErrorCode;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<ErrorCode, E> {
        Ok(text.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<ErrorCode, E> {
        Ok(Number::from(number).into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<ErrorCode, E> {
        Ok(Number::from(number).into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<ErrorCode, E> {
        Number::try_from(number).map(ErrorCode::from).map_err(E::custom)
    }

    /// A number, where serde_json has its feature `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ErrorCode, A::Error> {
        Number::deserialize(MapAccessDeserializer::new(map)).map(ErrorCode::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> ResponseError {
        let error = crate::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&error).unwrap(), json);
        error
    }

    #[test]
    fn a_transient_error_is_retryable() {
        for code in ["server_error", "rate_limit_exceeded", "vector_store_timeout", "provider_overloaded", "503", "429"]
        {
            assert!(ErrorCode::from(code).is_retryable(), "{code}");
        }
    }

    #[test]
    fn a_permanent_or_unknown_error_is_not_retryable() {
        for code in ["invalid_prompt", "insufficient_quota", "cyber_policy", "context_length_exceeded", "401", "413"] {
            assert!(!ErrorCode::from(code).is_retryable(), "{code}");
        }
        for code in ["", "unknown-error", "unmapped", "200", "1e3"] {
            assert!(!ErrorCode::from(code).is_retryable(), "{code}");
        }
    }

    #[test]
    fn a_code_is_a_string_or_a_number_or_null() {
        assert_eq!(error(r#"{"code":"429","message":"m"}"#).code.unwrap().as_number(), None);
        assert_eq!(error(r#"{"code":429,"message":"m"}"#).code.unwrap().as_number(), Some(Number::from(429)));
        assert_eq!(error(r#"{"code":-1,"message":"m"}"#).code.unwrap().as_str(), "-1");
        assert_eq!(error(r#"{"code":2.5,"message":"m"}"#).code.unwrap().as_str(), "2.5");
        assert_eq!(crate::from_str::<ResponseError>(r#"{"code":null,"message":"m"}"#).unwrap().code, None);
        assert!(crate::from_str::<ResponseError>(r#"{"code":[],"message":"m"}"#).is_err());
    }

    #[test]
    fn the_type_decides_where_the_code_does_not() {
        assert!(error(r#"{"message":"m","type":"server_error"}"#).is_retryable());
        assert!(error(r#"{"code":"e17","message":"m","type":"server_error"}"#).is_retryable());
        assert!(!error(r#"{"code":"insufficient_quota","message":"m","type":"rate_limit_error"}"#).is_retryable());
        assert!(!error(r#"{"message":"m"}"#).is_retryable());
    }
}
