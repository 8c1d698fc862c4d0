//! `response.fusion_call.*`: several models answer the same, and their answers are compared.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// The start of a fusion call, which asks several models the same: `response.fusion_call.in_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.in_progress")]
#[doc(alias = "FusionCallInProgressEvent")]
#[non_exhaustive]
pub struct FusionCallInProgress {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A model that joins the panel: `response.fusion_call.panel.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.panel.added")]
#[doc(alias = "FusionCallPanelAddedEvent")]
#[non_exhaustive]
pub struct FusionCallPanelAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that joins.
    #[event(required)]
    pub model: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the reasoning of a panel model: `response.fusion_call.panel.reasoning.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.panel.reasoning.delta")]
#[doc(alias = "FusionCallPanelReasoningDeltaEvent")]
#[non_exhaustive]
pub struct FusionCallPanelReasoningDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that reasons.
    #[event(required)]
    pub model: Option<String>,
    /// Text to append to the reasoning.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the answer of a panel model: `response.fusion_call.panel.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.panel.delta")]
#[doc(alias = "FusionCallPanelDeltaEvent")]
#[non_exhaustive]
pub struct FusionCallPanelDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that answers.
    #[event(required)]
    pub model: Option<String>,
    /// Text to append to the answer.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete answer of a panel model: `response.fusion_call.panel.completed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.panel.completed")]
#[doc(alias = "FusionCallPanelCompletedEvent")]
#[non_exhaustive]
pub struct FusionCallPanelCompleted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that answered.
    #[event(required)]
    pub model: Option<String>,
    /// The complete answer, which replaces the deltas.
    pub content: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The failure of a panel model: `response.fusion_call.panel.failed`. The call continues with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.panel.failed")]
#[doc(alias = "FusionCallPanelFailedEvent")]
#[non_exhaustive]
pub struct FusionCallPanelFailed {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that failed.
    #[event(required)]
    pub model: Option<String>,
    /// Human-readable reason.
    #[event(required)]
    pub error: Option<String>,
    /// HTTP status of the provider, such as 429.
    #[event(index)]
    pub status_code: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The start of comparing the answers of the panel: `response.fusion_call.analysis.in_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.analysis.in_progress")]
#[doc(alias = "FusionCallAnalysisInProgressEvent")]
#[non_exhaustive]
pub struct FusionCallAnalysisInProgress {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The model that compares the answers.
    #[event(required)]
    pub analyst_model: Option<String>,
    /// The model that judges the answers.
    #[event(required)]
    pub judge_model: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The comparison of the answers of the panel: `response.fusion_call.analysis.completed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.analysis.completed")]
#[doc(alias = "FusionCallAnalysisCompletedEvent")]
#[non_exhaustive]
pub struct FusionCallAnalysisCompleted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// An object of lists, such as `consensus`, `contradictions` and `blind_spots`.
    #[event(required)]
    pub analysis: Option<RawJson>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of a fusion call: `response.fusion_call.completed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.fusion_call.completed")]
#[doc(alias = "FusionCallCompletedEvent")]
#[non_exhaustive]
pub struct FusionCallCompleted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    FusionCallInProgress();
    FusionCallPanelAdded();
    FusionCallPanelReasoningDelta(delta: String);
    FusionCallPanelDelta(delta: String);
    FusionCallPanelCompleted(content: String);
    FusionCallPanelFailed();
    FusionCallAnalysisInProgress();
    FusionCallAnalysisCompleted();
    FusionCallCompleted();
}
