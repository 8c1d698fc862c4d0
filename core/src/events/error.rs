//! `error`: why a stream ends without its response.
//!
//! The SDKs (openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11) know `code`, `message` and `param`
//! as members of the event; recorded streams hold them in an object `error` instead. Codes are strings; gateways also send
//! their HTTP status as a number, and the SDKs allow `null`.

use alloc::string::String;

use crate::payload::{ErrorCode, ResponseError, absent, object_or_text};
use crate::{ExtraFields, Number, ResponseEvent, Violation, responses_api};

/// The server could not go on: `error`. Mostly the last event of its stream.
///
/// What it says may stand in the event or in its `error`; the methods look in both, and it is written as it was read.
///
/// ```
/// use response_event::events::ErrorEvent;
///
/// let flat: ErrorEvent = response_event::from_str(
///     r#"{"type":"error","sequence_number":4,"code":"server_error","message":"Try again later.","param":null}"#,
/// )?;
/// let nested: ErrorEvent = response_event::from_str(
///     r#"{"type":"error","sequence_number":4,"error":{"type":"server_error","code":503,"message":"Try again later."}}"#,
/// )?;
/// assert_eq!(flat.code().unwrap().as_str(), "server_error");
/// assert_eq!(nested.code().unwrap().as_str(), "503");
/// for error in [flat, nested] {
///     assert_eq!(error.message(), Some("Try again later."));
///     assert!(error.can_retry());
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "error", with(has_message))]
#[doc(alias = "OpenResponsesErrorEvent")]
#[doc(alias = "ResponseErrorEvent")]
pub struct ErrorEvent {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Which error it is, such as `rate_limit_exceeded`; [`code`](Self::code) also looks into `error`.
    pub code: Option<ErrorCode>,
    /// What went wrong, for people; [`message`](Self::message) also looks into `error`.
    pub message: Option<String>,
    /// The parameter of the request that caused it; [`param`](Self::param) also looks into `error`.
    pub param: Option<String>,
    /// The same and more in an object of its own, as OpenAI's servers send it. Nothing in it is required.
    #[serde(default, with = "object_or_text")]
    pub error: Option<ResponseError>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

impl ErrorEvent {
    /// Which error it is.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref().or_else(|| self.error.as_ref()?.code.as_ref())
    }

    /// What went wrong, for people.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref().or_else(|| self.error.as_ref()?.message.as_deref())
    }

    /// The parameter of the request that caused it.
    pub fn param(&self) -> Option<&str> {
        self.param.as_deref().or_else(|| self.error.as_ref()?.param.as_deref())
    }

    /// Whether the same request may succeed later: by the code, as [`ErrorCode::is_retryable`] says, or where that says
    /// nothing, by the type in `error`.
    pub fn can_retry(&self) -> bool {
        let error_type = self.error.as_ref().and_then(|error| error.error_type.as_deref());
        responses_api::is_retryable(self.code().map(ErrorCode::as_str), error_type)
    }
}

/// All the SDKs require a message in the event; it may as well stand in `error`.
fn has_message(event: &ErrorEvent) -> Result<(), Violation> {
    let place = if event.error.is_some() { "/error/message" } else { "/message" };
    event.message().map(drop).ok_or_else(|| absent(place))
}
