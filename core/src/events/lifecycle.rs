//! `response.created` to `response.completed` and `response.done`: the states of the response itself.

use alloc::boxed::Box;

use crate::construct::constructors;
use crate::payload::Response;
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// A new response, and the start of its stream: `response.created`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.created", accept(is_of_a_stream))]
#[doc(alias = "OpenResponsesCreatedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseCreated")]
#[doc(alias = "ResponseCreatedEvent")]
#[non_exhaustive]
pub struct ResponseCreated {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response so far.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A response that is queued: `response.queued`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.queued", accept(is_of_a_stream))]
#[doc(alias = "ResponseQueuedEvent")]
#[non_exhaustive]
pub struct ResponseQueued {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response so far.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A response that is in progress: `response.in_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.in_progress", accept(is_of_a_stream))]
#[doc(alias = "OpenResponsesInProgressEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseInProgress")]
#[doc(alias = "ResponseInProgressEvent")]
#[non_exhaustive]
pub struct ResponseInProgress {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response so far.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete response, and the end of its stream: `response.completed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.completed", accept(is_of_a_stream))]
#[doc(alias = "OpenResponsesStreamEventResponseCompleted")]
#[doc(alias = "ResponseCompletedEvent")]
#[doc(alias = "StreamEventsResponseCompleted")]
#[non_exhaustive]
pub struct ResponseCompleted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The complete response, with its output and its usage.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A response that ended early, for example at a limit: `response.incomplete`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.incomplete", accept(is_of_a_stream))]
#[doc(alias = "OpenResponsesStreamEventResponseIncomplete")]
#[doc(alias = "ResponseIncompleteEvent")]
#[doc(alias = "StreamEventsResponseIncomplete")]
#[non_exhaustive]
pub struct ResponseIncomplete {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response so far; its `incomplete_details` are the reason.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A response that failed, and the end of its stream: `response.failed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.failed", accept(is_of_a_stream))]
#[doc(alias = "OpenResponsesStreamEventResponseFailed")]
#[doc(alias = "ResponseFailedEvent")]
#[doc(alias = "StreamEventsResponseFailed")]
#[non_exhaustive]
pub struct ResponseFailed {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response so far; its `error` is the reason.
    #[event(required, nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A response that was cancelled, and the end of its stream: `response.cancelled`. No SDK knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.cancelled", accept(is_of_a_stream))]
#[non_exhaustive]
pub struct ResponseCancelled {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// The response so far.
    #[event(nested)]
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of the stream of a response, whose status says how it ended: `response.done`. No SDK knows it.
///
/// Some servers send it in place of `response.completed`, others after it and with a part of the response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.done", accept(is_of_a_stream))]
#[non_exhaustive]
pub struct ResponseDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// The response, or a part of it.
    pub response: Option<Response>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ResponseCreated();
    ResponseQueued();
    ResponseInProgress();
    ResponseCompleted();
    ResponseIncomplete();
    ResponseFailed();
    ResponseCancelled();
    ResponseDone();
}

/// An event about the response itself, which is in its field `response`.
trait Lifecycle {
    fn response_and_extra(&self) -> (Option<&Response>, &ExtraFields);
}

macro_rules! lifecycle {
    ($($event:ident)+) => {$(
        impl Lifecycle for $event {
            fn response_and_extra(&self) -> (Option<&Response>, &ExtraFields) {
                (self.response.as_ref(), &self.extra)
            }
        }
    )+};
}

lifecycle! {
    ResponseCreated ResponseQueued ResponseInProgress ResponseCompleted ResponseIncomplete ResponseFailed ResponseCancelled
    ResponseDone
}

/// The reason to refuse the body of a webhook.
pub(super) const WEBHOOK: &str = "this is the body of a webhook, not an event of a stream; a `WebhookEvent` reads it";

/// Refuses the bodies that have the type of the event and cannot be it: a webhook, and a response that is not nested.
fn is_of_a_stream(event: &impl Lifecycle) -> Result<(), &'static str> {
    let (None, extra) = event.response_and_extra() else { return Ok(()) };
    match extra.get("object").map(RawJson::get) {
        Some(r#""event""#) => Err(WEBHOOK),
        Some(r#""response""#) => {
            Err("the fields of the response are in the event itself; they belong in its field `response`")
        }
        _ => Ok(()),
    }
}
