//! `error`, `response.error`: the reason why a stream ends without its response.
//!
//! The fields of an error are in the event, in its `error`, in the `error` of its `response`, or in its `body`. Codes are
//! strings, or the HTTP status as a number. All of it is found by [`ErrorDetails`]; here are the events that have one.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::construct::constructors;
use crate::error_details::{ErrorFields, Object};
use crate::events::lifecycle::WEBHOOK;
use crate::events::{InjectFailed, ResponseFailed, SteerFailed, StreamEvent};
use crate::payload::{ErrorCode, Response, ResponseError, absent, object_or_text};
use crate::{ErrorDetails, ExtraFields, Number, RawJson, ResponseEvent, Violation};

/// An error, mostly the last event of its stream: `error`.
///
/// The methods find the code, message and parameter in the event, in its `error`, in its `response` and in its `body`. The
/// event is written as it was read. Some servers send an object without `type` that has an `error`: a
/// [`StreamEvent`] takes it for this event.
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
/// assert_eq!(flat.code().unwrap(), "server_error");
/// assert_eq!(nested.code().unwrap(), "503");
/// for error in [flat, nested] {
///     assert_eq!(error.message().unwrap(), "Try again later.");
///     assert!(error.is_retryable());
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "error", accept(is_of_a_stream), with(error_has_message))]
#[doc(alias = "OpenResponsesErrorEvent")]
#[doc(alias = "ResponseWsError")]
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
    #[cfg_attr(feature = "schema", event(schema_with(object_or_text::schema)))]
    pub error: Option<ResponseError>,
    /// Body of the HTTP response that a gateway received.
    pub body: Option<ErrorBody>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Set if the object had no `type`, as some servers send an error: it is then written without one.
    #[event(had_no_type)]
    pub had_no_type: bool,
    /// Fields that this version does not know, such as the HTTP status.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// An error, mostly the last event of its stream: `response.error`. Some clients of OpenAI expect it; no SDK knows it.
///
/// OpenAI's SDKs call the event `error` so: that is an [`ErrorEvent`]. Both have the same fields and methods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.error", with(response_error_has_message))]
#[non_exhaustive]
pub struct ResponseErrorEvent {
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
    #[cfg_attr(feature = "schema", event(schema_with(object_or_text::schema)))]
    pub error: Option<ResponseError>,
    /// Body of the HTTP response that a gateway received.
    pub body: Option<ErrorBody>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know, such as the HTTP status.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Refuses what has an `error` and no `type`, and is another object.
fn is_of_a_stream(event: &ErrorEvent) -> Result<(), &'static str> {
    match event.extra.get("object").map(RawJson::get) {
        Some(r#""event""#) => Err(WEBHOOK),
        Some(r#""response""#) => Err("this is a response, not an event of its stream; a `Response` reads it"),
        _ => Ok(()),
    }
}

constructors! {
    ErrorEvent();
    ResponseErrorEvent();
}

impl From<ResponseErrorEvent> for ErrorEvent {
    fn from(event: ResponseErrorEvent) -> Self {
        let ResponseErrorEvent { sequence_number, code, message, param, error, body, stream_id, extra } = event;
        Self { sequence_number, code, message, param, error, body, stream_id, had_no_type: false, extra }
    }
}

/// Implements the same methods for each event that reports a failure, from its `error_fields`.
macro_rules! error_accessors {
    ($($event:ident)+) => {$(
        impl $event {
            /// Returns the fields of the error, wherever the server put them.
            pub fn error_details(&self) -> ErrorDetails<'_> {
                self.error_fields().finish()
            }

            /// Returns the human-readable message.
            pub fn message(&self) -> Option<Cow<'_, str>> {
                self.error_details().message
            }

            /// Returns the code, such as `rate_limit_exceeded`. A number is its digits.
            pub fn code(&self) -> Option<Cow<'_, str>> {
                self.error_details().code
            }

            /// Returns the parameter of the request that caused the error.
            pub fn param(&self) -> Option<Cow<'_, str>> {
                self.error_details().param
            }

            /// Returns the HTTP status: `status`, `status_code`, or a code or type that is one.
            pub fn http_status(&self) -> Option<u16> {
                self.error_details().http_status
            }

            /// Returns `true` if the same request may succeed later.
            ///
            /// The code decides. If it is unknown, the type of the error does, and then the HTTP status.
            pub fn is_retryable(&self) -> bool {
                self.error_details().is_retryable()
            }

            /// Returns `true` if the connection is at its end, so that a retry needs a new one.
            pub fn needs_new_connection(&self) -> bool {
                self.error_details().needs_new_connection()
            }
        }
    )+};
}

error_accessors! { ErrorEvent ResponseErrorEvent ResponseFailed SteerFailed InjectFailed }

/// Implements `error_fields` for an event whose own fields are those of an error.
macro_rules! error_fields_of_error_event {
    ($event:ident) => {
        impl $event {
            fn error_fields(&self) -> ErrorFields<'_> {
                let mut fields = of_extra(&self.extra);
                fields.own = ErrorDetails {
                    message: self.message.as_deref().map(Cow::from),
                    code: self.code.as_ref().map(|code| code.as_str().into()),
                    param: self.param.as_deref().map(Cow::from),
                    ..fields.own
                };
                fields.error = of_error(self.error.as_ref());
                if let Some(body) = &self.body {
                    fields.read("body", body.json());
                }
                fields
            }
        }
    };
}

error_fields_of_error_event! { ErrorEvent }
error_fields_of_error_event! { ResponseErrorEvent }

impl ResponseFailed {
    fn error_fields(&self) -> ErrorFields<'_> {
        let mut fields = of_extra(&self.extra);
        if let Some(response) = &self.response {
            fields.response = of_response(response);
        }
        fields
    }
}

impl SteerFailed {
    fn error_fields(&self) -> ErrorFields<'_> {
        let mut fields = of_extra(&self.extra);
        fields.error = of_error(self.error.as_ref());
        fields
    }
}

impl InjectFailed {
    fn error_fields(&self) -> ErrorFields<'_> {
        let mut fields = of_extra(&self.extra);
        fields.error = of_error(self.error.as_ref());
        fields
    }
}

/// Reads the fields that the struct of an event does not know.
fn of_extra(extra: &ExtraFields) -> ErrorFields<'_> {
    let mut fields = ErrorFields::new(Object::Event);
    for (name, value) in extra {
        fields.read(name, value.get());
    }
    fields
}

fn of_error(error: Option<&ResponseError>) -> ErrorDetails<'_> {
    error.map(ResponseError::details).unwrap_or_default()
}

fn of_response(response: &Response) -> ErrorDetails<'_> {
    let mut fields = of_extra(&response.extra);
    fields.error = of_error(response.error.as_ref());
    fields.finish()
}

impl StreamEvent {
    /// Returns the error that the event reports: that of an `error`, a `response.error`, a `response.failed`, a
    /// `response.steer.failed` or a `response.inject.failed`, or that of the response of another lifecycle event, if it has
    /// one.
    ///
    /// ```
    /// use response_event::events::StreamEvent;
    ///
    /// let event: StreamEvent = response_event::from_str(
    ///     r#"{"type":"error","status":429,"error":{"code":"websocket_connection_limit_reached","message":"60 minutes"}}"#,
    /// )?;
    /// let error = event.error_details().unwrap();
    /// assert_eq!(error.message.as_deref(), Some("60 minutes"));
    /// assert_eq!(error.http_status, Some(429));
    /// assert!(error.is_retryable() && error.needs_new_connection());
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn error_details(&self) -> Option<ErrorDetails<'_>> {
        match self {
            Self::Error(event) => Some(event.error_details()),
            Self::ResponseError(event) => Some(event.error_details()),
            Self::ResponseFailed(event) => Some(event.error_details()),
            Self::SteerFailed(event) => Some(event.error_details()),
            Self::InjectFailed(event) => Some(event.error_details()),
            _ => Some(self.response()?.error.as_ref()?.details()),
        }
    }
}

fn error_has_message(event: &ErrorEvent) -> Result<(), Violation> {
    // An empty one is one, to the contract.
    if event.message.is_some() {
        return Ok(());
    }
    has_message(&event.error_details(), event.error.is_some())
}

fn response_error_has_message(event: &ResponseErrorEvent) -> Result<(), Violation> {
    // An empty one is one, to the contract.
    if event.message.is_some() {
        return Ok(());
    }
    has_message(&event.error_details(), event.error.is_some())
}

/// Checks that there is a message, wherever it is.
fn has_message(details: &ErrorDetails<'_>, is_nested: bool) -> Result<(), Violation> {
    let place = if is_nested { "/error/message" } else { "/message" };
    details.message.as_ref().map(drop).ok_or_else(|| absent(place))
}

/// The `body` of an [`ErrorEvent`]: any JSON value, preserved as it is.
///
/// ```
/// use response_event::events::ErrorEvent;
///
/// let json = r#"{"type":"error","status":400,"body":{"error":{"message":"Invalid signature.","code":"bad_signature"}}}"#;
/// let event: ErrorEvent = response_event::from_str(json)?;
/// assert_eq!(event.message().unwrap(), "Invalid signature.");
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

    /// Returns the field `error`, if the body is an object with such a field. A text is the message of the error.
    pub fn error(&self) -> Option<&ResponseError> {
        self.error.as_ref()
    }
}

impl From<RawJson> for ErrorBody {
    fn from(json: RawJson) -> Self {
        let fields: Option<ExtraFields> = json.decode().ok();
        let error = fields.as_ref().and_then(|fields| fields.get("error")).and_then(ResponseError::of_json);
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

/// Any value.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for ErrorBody {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ErrorBody".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::ErrorBody").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}
