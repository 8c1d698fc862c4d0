//! `error` of a response that failed, and its code.
//!
//! All four SDKs demand `code` and `message`; openai-python 3.54.0 also knows `type`, `param` and `misalignment`.
//! Gateways send HTTP statuses as codes, as numbers.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{ExtraFields, Number, ResponseEvent, responses_api};

/// Why a response failed.
///
/// ```
/// use response_event::payload::ResponseError;
///
/// let error: ResponseError = response_event::from_str(r#"{"code":"server_error","message":"Try again later."}"#)?;
/// assert_eq!(error.code().unwrap().as_str(), "server_error");
/// assert!(error.can_retry());
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "ResponsesErrorField")]
pub struct ResponseError {
    /// Which error it is, such as `rate_limit_exceeded`.
    #[event(required)]
    pub code: Option<ErrorCode>,
    /// What went wrong, for people. Optional here, because a stream that fails must not be lost for the lack of it.
    #[event(required)]
    pub message: Option<String>,
    /// The kind of error, such as `invalid_request_error`.
    #[serde(rename = "type")]
    pub error_type: Option<String>,
    /// The parameter of the request that caused it.
    pub param: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

impl ResponseError {
    /// Which error it is.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref()
    }

    /// What went wrong, for people.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The parameter of the request that caused it.
    pub fn param(&self) -> Option<&str> {
        self.param.as_deref()
    }

    /// Whether the same request may succeed later: by its code ([`ErrorCode::can_retry`]), or where that says nothing,
    /// by its type.
    pub fn can_retry(&self) -> bool {
        responses_api::is_retryable(self.code().map(ErrorCode::as_str), self.error_type.as_deref())
    }
}

/// The code of an error: a string such as `rate_limit_exceeded`, or a number such as 429 where a gateway sends its HTTP
/// status.
///
/// ```
/// use response_event::payload::ErrorCode;
///
/// let code: ErrorCode = serde_json::from_str("429")?;
/// assert_eq!(code.as_str(), "429");
/// assert!(code.can_retry());
/// assert_eq!(serde_json::to_string(&code).unwrap(), "429");
/// assert!(!ErrorCode::from("insufficient_quota").can_retry());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCode {
    text: Box<str>,
    /// Given if it is a number on the wire; then the text is its digits.
    number: Option<Number>,
}

impl ErrorCode {
    /// The code as text; of a number, its digits.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number, if that is what was sent.
    pub fn as_number(&self) -> Option<Number> {
        self.number
    }

    /// Whether the same request may succeed later: yes for server errors, overload, rate limits and timeouts; no for
    /// bad requests, authentication, quota, content policy, requests that are too long, and codes that are not known.
    pub fn can_retry(&self) -> bool {
        responses_api::is_retryable(Some(self.as_str()), None)
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
    fn what_may_pass_can_be_tried_again() {
        for code in ["server_error", "rate_limit_exceeded", "vector_store_timeout", "provider_overloaded", "503", "429"]
        {
            assert!(ErrorCode::from(code).can_retry(), "{code}");
        }
    }

    #[test]
    fn what_stays_cannot() {
        for code in ["invalid_prompt", "insufficient_quota", "cyber_policy", "context_length_exceeded", "401", "413"] {
            assert!(!ErrorCode::from(code).can_retry(), "{code}");
        }
        for code in ["", "unknown-error", "unmapped", "200", "1e3"] {
            assert!(!ErrorCode::from(code).can_retry(), "{code}");
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
        assert!(error(r#"{"message":"m","type":"server_error"}"#).can_retry());
        assert!(error(r#"{"code":"e17","message":"m","type":"server_error"}"#).can_retry());
        assert!(!error(r#"{"code":"insufficient_quota","message":"m","type":"rate_limit_error"}"#).can_retry());
        assert!(!error(r#"{"message":"m"}"#).can_retry());
    }
}
