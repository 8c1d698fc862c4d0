//! `response.created` to `response.completed`: what becomes of the response itself.
//!
//! Each of them carries the response. OpenRouter's SDK does not know `response.queued`. The members are those of
//! openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what recorded streams hold.

use crate::payload::Response;
use crate::{ExtraFields, Number, ResponseEvent};

/// The response has been created, and its stream begins: `response.created`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.created")]
#[doc(alias = "OpenResponsesCreatedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseCreated")]
#[doc(alias = "ResponseCreatedEvent")]
pub struct ResponseCreated {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response as it is now.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The response waits for its turn: `response.queued`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.queued")]
#[doc(alias = "ResponseQueuedEvent")]
pub struct ResponseQueued {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response as it is now.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The response is being made: `response.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.in_progress")]
#[doc(alias = "OpenResponsesInProgressEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseInProgress")]
#[doc(alias = "ResponseInProgressEvent")]
pub struct ResponseInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response as it is now.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The response is complete, and its stream ends: `response.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.completed")]
#[doc(alias = "OpenResponsesStreamEventResponseCompleted")]
#[doc(alias = "ResponseCompletedEvent")]
#[doc(alias = "StreamEventsResponseCompleted")]
pub struct ResponseCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The whole response, with its output and its usage.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The response ends before it is complete, at a limit for instance: `response.incomplete`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.incomplete")]
#[doc(alias = "OpenResponsesStreamEventResponseIncomplete")]
#[doc(alias = "ResponseIncompleteEvent")]
#[doc(alias = "StreamEventsResponseIncomplete")]
pub struct ResponseIncomplete {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response as far as it came; `incomplete_details` says why it ends.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The response has failed, and its stream ends: `response.failed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.failed")]
#[doc(alias = "OpenResponsesStreamEventResponseFailed")]
#[doc(alias = "ResponseFailedEvent")]
#[doc(alias = "StreamEventsResponseFailed")]
pub struct ResponseFailed {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The response as far as it came; its `error` says why it failed.
    #[event(nested)]
    pub response: Response,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
