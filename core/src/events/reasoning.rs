//! `response.reasoning_*`: the reasoning of a model and its summary.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::payload::{ContentPart, ItemStatus, SummaryPart};
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the text of the reasoning: `response.reasoning_text.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_text.delta")]
#[doc(alias = "OpenResponsesReasoningDeltaEvent")]
#[doc(alias = "ReasoningDeltaEvent")]
#[doc(alias = "ResponseReasoningTextDeltaEvent")]
#[non_exhaustive]
pub struct ReasoningTextDelta {
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
    /// Text to append.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete text of a part of the reasoning: `response.reasoning_text.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_text.done")]
#[doc(alias = "OpenResponsesReasoningDoneEvent")]
#[doc(alias = "ReasoningDoneEvent")]
#[doc(alias = "ResponseReasoningTextDoneEvent")]
#[non_exhaustive]
pub struct ReasoningTextDone {
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
    /// The complete text, which replaces the deltas.
    pub text: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A new part of the reasoning summary, mostly empty: `response.reasoning_summary_part.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_summary_part.added")]
#[doc(alias = "OpenResponsesReasoningSummaryPartAddedEvent")]
#[doc(alias = "ReasoningSummaryPartAddedEvent")]
#[doc(alias = "ResponseReasoningSummaryPartAddedEvent")]
#[non_exhaustive]
pub struct ReasoningSummaryPartAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `summary`.
    #[event(required, index)]
    pub summary_index: Option<Number>,
    /// The part so far.
    #[event(required, nested)]
    pub part: Option<SummaryPart>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the text of the reasoning summary: `response.reasoning_summary_text.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_summary_text.delta")]
#[doc(alias = "OpenResponsesReasoningSummaryTextDeltaEvent")]
#[doc(alias = "ReasoningSummaryTextDeltaEvent")]
#[doc(alias = "ResponseReasoningSummaryTextDeltaEvent")]
#[non_exhaustive]
pub struct ReasoningSummaryTextDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `summary`.
    #[event(required, index)]
    pub summary_index: Option<Number>,
    /// Text to append.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete text of a part of the reasoning summary: `response.reasoning_summary_text.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_summary_text.done")]
#[doc(alias = "OpenResponsesReasoningSummaryTextDoneEvent")]
#[doc(alias = "ReasoningSummaryTextDoneEvent")]
#[doc(alias = "ResponseReasoningSummaryTextDoneEvent")]
#[non_exhaustive]
pub struct ReasoningSummaryTextDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `summary`.
    #[event(required, index)]
    pub summary_index: Option<Number>,
    /// The complete text, which replaces the deltas.
    pub text: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete part of the reasoning summary: `response.reasoning_summary_part.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_summary_part.done")]
#[doc(alias = "OpenResponsesStreamEventResponseReasoningSummaryPartDone")]
#[doc(alias = "ReasoningSummaryPartDoneEvent")]
#[doc(alias = "ResponseReasoningSummaryPartDoneEvent")]
#[non_exhaustive]
pub struct ReasoningSummaryPartDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `summary`.
    #[event(required, index)]
    pub summary_index: Option<Number>,
    /// The complete part.
    #[event(required, nested)]
    pub part: Option<SummaryPart>,
    /// `incomplete` if the part was cut off; absent if it is complete.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the text of the reasoning: `response.reasoning.delta`, the name in the Open Responses specification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning.delta")]
#[doc(alias = "ResponseReasoningDeltaStreamingEvent")]
#[non_exhaustive]
pub struct ReasoningDelta {
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
    /// Text to append.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete text of a part of the reasoning: `response.reasoning.done`, the name in the Open Responses specification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning.done")]
#[doc(alias = "ResponseReasoningDoneStreamingEvent")]
#[non_exhaustive]
pub struct ReasoningDone {
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
    /// The complete text, which replaces the deltas.
    pub text: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A new part of the reasoning, mostly empty: `response.reasoning_part.added`. vLLM sends it; no SDK knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_part.added")]
#[non_exhaustive]
pub struct ReasoningPartAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(index)]
    pub content_index: Option<Number>,
    /// The part so far.
    #[event(nested)]
    pub part: Option<ContentPart>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete part of the reasoning: `response.reasoning_part.done`. vLLM sends it; no SDK knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.reasoning_part.done")]
#[non_exhaustive]
pub struct ReasoningPartDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(index)]
    pub content_index: Option<Number>,
    /// The complete part.
    #[event(nested)]
    pub part: Option<ContentPart>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ReasoningDelta(delta: String);
    ReasoningDone(text: String);
    ReasoningPartAdded();
    ReasoningPartDone();
    ReasoningTextDelta(delta: String);
    ReasoningTextDone(text: String);
    ReasoningSummaryPartAdded();
    ReasoningSummaryTextDelta(delta: String);
    ReasoningSummaryTextDone(text: String);
    ReasoningSummaryPartDone();
}
