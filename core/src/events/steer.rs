//! `response.steer.*`: input that a client sends to a response in progress, over a WebSocket connection.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{OutputItem, ResponseError, Steer, SteerPendingReason, absent, object_or_text, with_nulls};
use crate::{ExtraFields, Number, ResponseEvent, Violation};

/// Steering input that the server has taken over: `response.steer.accepted`.
///
/// It is applied once the response that follows is created.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.steer.accepted", with(accepted_has_id))]
#[doc(alias = "ResponseSteerAcceptedEvent")]
#[non_exhaustive]
pub struct SteerAccepted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The accepted input, by its ID.
    #[event(required, nested)]
    pub steer: Option<Steer>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Accepted steering input that waits, for example for the output of a tool: `response.steer.pending`.
///
/// ```
/// use response_event::events::SteerPending;
/// use response_event::payload::SteerPendingReason;
///
/// let event: SteerPending = response_event::from_str(
///     r#"{"type":"response.steer.pending","sequence_number":9,"steer":{"id":"steer_1","previous_response_id":"resp_1"},
///         "reason":"waiting_for_required_input",
///         "required_input":[{"type":"function_call_output","call_id":"call_1","name":"tide"}]}"#,
/// )?;
/// assert_eq!(event.reason, Some(SteerPendingReason::WaitingForRequiredInput));
/// assert_eq!(event.required_input()[0].call_id().as_deref(), Some("call_1"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.steer.pending", with(pending_has_id))]
#[doc(alias = "ResponseSteerPendingEvent")]
#[non_exhaustive]
pub struct SteerPending {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The pending input, by its ID.
    #[event(required, nested)]
    pub steer: Option<Steer>,
    /// Reason for the delay.
    #[event(required, nested)]
    pub reason: Option<SteerPendingReason>,
    /// Items that the client must complete with their result and send in the next `response.create`.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<OutputItem>)))]
    #[event(required)]
    pub required_input: Option<Vec<OutputItem>>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl SteerPending {
    /// Returns the items that the client must complete; empty if they are absent.
    pub fn required_input(&self) -> &[OutputItem] {
        self.required_input.as_deref().unwrap_or_default()
    }
}

/// Steering input that was rejected or could not be applied: `response.steer.failed`. It has the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.steer.failed")]
#[doc(alias = "ResponseSteerFailedEvent")]
#[non_exhaustive]
pub struct SteerFailed {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The input, and its ID if it had one.
    #[event(required, nested)]
    pub steer: Option<Steer>,
    /// Reason for the failure.
    #[serde(with = "object_or_text")]
    #[cfg_attr(feature = "schema", event(schema_with(object_or_text::schema)))]
    #[event(required, nested)]
    pub error: Option<ResponseError>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    SteerAccepted();
    SteerPending();
    SteerFailed();
}

fn accepted_has_id(event: &SteerAccepted) -> Result<(), Violation> {
    has_id(event.steer.as_ref())
}

fn pending_has_id(event: &SteerPending) -> Result<(), Violation> {
    has_id(event.steer.as_ref())
}

/// Checks that the server says which input it means.
fn has_id(steer: Option<&Steer>) -> Result<(), Violation> {
    match steer {
        Some(Steer { id: None, .. }) => Err(absent("/steer/id")),
        _ => Ok(()),
    }
}
