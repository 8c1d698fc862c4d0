//! `error`: the reason why a stream ends without its response.
//!
//! The fields of an error are in the event, in its `error`, or in the `error` of its `body`. Codes are strings, or the
//! HTTP status as a number.

use alloc::boxed::Box;
use alloc::string::String;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::construct::constructors;
use crate::payload::{ErrorCode, ResponseError, absent, object_or_text};
use crate::{ExtraFields, Number, RawJson, ResponseEvent, Violation, responses_api};

/// An error, mostly the last event of its stream: `error`.
///
/// The methods find the code, message and parameter in the event, in its `error` and in its `body`. The event is written
/// as it was read.
///
/// ```
/// use response_event::events::ErrorEvent;
///
/// let flat: ErrorEvent = response_event::from_str(
///     r#"{"type":"error","sequence_number":4,"code":"server_error","message":"Try again later.","param":null}"#,
/// )?;
/// let nested: ErrorEvent = response_event::from_str(
///     r#"{"type":"error","status":503,"error":{"type":"server_error","code":503,"message":"Try again later."}}"#,
/// )?;
/// assert_eq!(flat.code().unwrap().as_str(), "server_error");
/// assert_eq!(nested.code().unwrap().as_str(), "503");
/// for error in [flat, nested] {
///     assert_eq!(error.message(), Some("Try again later."));
///     assert!(error.is_retryable());
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "error", with(has_message))]
#[doc(alias = "OpenResponsesErrorEvent")]
#[doc(alias = "ResponseErrorEvent")]
#[doc(alias = "WebSocketErrorEvent")]
#[non_exhaustive]
pub struct ErrorEvent {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Code of the error, such as `rate_limit_exceeded`; see also [`code`](Self::code).
    pub code: Option<ErrorCode>,
    /// Human-readable message; see also [`message`](Self::message).
    pub message: Option<String>,
    /// Parameter of the request that caused the error; see also [`param`](Self::param).
    pub param: Option<String>,
    /// The same fields and more in an object, or a text. None of them is required.
    #[serde(default, with = "object_or_text")]
    pub error: Option<ResponseError>,
    /// Body of the HTTP response that a gateway received.
    pub body: Option<ErrorBody>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know, such as the HTTP status.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ErrorEvent();
}

impl ErrorEvent {
    /// Returns the code.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref().or_else(|| self.errors().find_map(|error| error.code.as_ref()))
    }

    /// Returns the human-readable message.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref().or_else(|| self.errors().find_map(|error| error.message.as_deref()))
    }

    /// Returns the parameter of the request that caused the error.
    pub fn param(&self) -> Option<&str> {
        self.param.as_deref().or_else(|| self.errors().find_map(|error| error.param.as_deref()))
    }

    /// Returns `true` if the same request may succeed later.
    ///
    /// The code decides. If it is unknown, the type of the error does, and then the HTTP status (`status` or
    /// `status_code`).
    pub fn is_retryable(&self) -> bool {
        let code = self.code().map(ErrorCode::as_str);
        let error_type = self.errors().find_map(|error| error.error_type.as_deref());
        let status = ["status", "status_code"].into_iter().find_map(|name| self.extra.get(name)).map(RawJson::get);
        [code, error_type, status].into_iter().flatten().find_map(responses_api::is_transient).unwrap_or(false)
    }

    /// Returns the objects that may hold the fields of the error.
    fn errors(&self) -> impl Iterator<Item = &ResponseError> {
        self.error.iter().chain(self.body.iter().filter_map(ErrorBody::error))
    }
}

/// Checks that there is a message, in the event or in an object.
fn has_message(event: &ErrorEvent) -> Result<(), Violation> {
    let place = if event.error.is_some() { "/error/message" } else { "/message" };
    event.message().map(drop).ok_or_else(|| absent(place))
}

/// The `body` of an [`ErrorEvent`]: any JSON value, preserved as it is.
///
/// ```
/// use response_event::events::ErrorEvent;
///
/// let json = r#"{"type":"error","status":400,"body":{"error":{"message":"Invalid signature.","code":"bad_signature"}}}"#;
/// let event: ErrorEvent = response_event::from_str(json)?;
/// assert_eq!(event.message(), Some("Invalid signature."));
/// assert_eq!(event.body.unwrap().error().unwrap().code.as_ref().unwrap().as_str(), "bad_signature");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ErrorBody {
    json: RawJson,
    error: Option<ResponseError>,
}

impl ErrorBody {
    /// Returns the JSON text.
    pub fn json(&self) -> &str {
        self.json.get()
    }

    /// Returns the field `error`, if the body is an object with such a field.
    pub fn error(&self) -> Option<&ResponseError> {
        self.error.as_ref()
    }
}

impl From<RawJson> for ErrorBody {
    fn from(json: RawJson) -> Self {
        let fields: Option<ExtraFields> = json.decode().ok();
        let error = fields.as_ref().and_then(|fields| fields.get("error")).and_then(|error| error.decode().ok());
        Self { json, error }
    }
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        RawJson::deserialize(deserializer).map(Self::from)
    }
}
