//! `response.refusal.*`: the refusal of a model to answer.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the text of a refusal: `response.refusal.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.refusal.delta")]
#[doc(alias = "OpenResponsesStreamEventResponseRefusalDelta")]
#[doc(alias = "RefusalDeltaEvent")]
#[doc(alias = "ResponseRefusalDeltaEvent")]
#[non_exhaustive]
pub struct RefusalDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(required, index)]
    pub content_index: Option<Number>,
    /// Text to append to the refusal.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete text of a refusal: `response.refusal.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.refusal.done")]
#[doc(alias = "OpenResponsesStreamEventResponseRefusalDone")]
#[doc(alias = "RefusalDoneEvent")]
#[doc(alias = "ResponseRefusalDoneEvent")]
#[non_exhaustive]
pub struct RefusalDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(required, index)]
    pub content_index: Option<Number>,
    /// The complete refusal, which replaces the deltas.
    pub refusal: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    RefusalDelta(delta: String);
    RefusalDone(refusal: String);
}
