//! `response.fusion_call.*`: several models answer the same, and their answers are compared.
//!
//! The members are those of @openrouter/sdk 1.3.19.

use alloc::string::String;

use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// Several models are being asked the same: `response.fusion_call.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.in_progress")]
#[doc(alias = "FusionCallInProgressEvent")]
pub struct FusionCallInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A model joins the panel: `response.fusion_call.panel.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.panel.added")]
#[doc(alias = "FusionCallPanelAddedEvent")]
pub struct FusionCallPanelAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that joins.
    pub model: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// More of what a model of the panel thinks: `response.fusion_call.panel.reasoning.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.panel.reasoning.delta")]
#[doc(alias = "FusionCallPanelReasoningDeltaEvent")]
pub struct FusionCallPanelReasoningDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that thinks it.
    pub model: String,
    /// What comes after its reasoning so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// More of what a model of the panel answers: `response.fusion_call.panel.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.panel.delta")]
#[doc(alias = "FusionCallPanelDeltaEvent")]
pub struct FusionCallPanelDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that answers.
    pub model: String,
    /// What comes after its answer so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A model of the panel has answered: `response.fusion_call.panel.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.panel.completed")]
#[doc(alias = "FusionCallPanelCompletedEvent")]
pub struct FusionCallPanelCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that answered.
    pub model: String,
    /// Its whole answer.
    pub content: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A model of the panel gives no answer: `response.fusion_call.panel.failed`. The call goes on with the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.panel.failed")]
#[doc(alias = "FusionCallPanelFailedEvent")]
pub struct FusionCallPanelFailed {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that failed.
    pub model: String,
    /// Why, for people.
    pub error: String,
    /// The HTTP status that its provider gave, such as 429.
    #[event(index)]
    pub status_code: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The answers of the panel are being compared: `response.fusion_call.analysis.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.analysis.in_progress")]
#[doc(alias = "FusionCallAnalysisInProgressEvent")]
pub struct FusionCallAnalysisInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The model that is asked to compare them.
    pub analyst_model: String,
    /// The model that is asked to judge.
    pub judge_model: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The answers of the panel have been compared: `response.fusion_call.analysis.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.analysis.completed")]
#[doc(alias = "FusionCallAnalysisCompletedEvent")]
pub struct FusionCallAnalysisCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// What came of it: an object of lists, such as `consensus`, `contradictions` and `blind_spots`.
    pub analysis: RawJson,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A fusion call is done: `response.fusion_call.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.fusion_call.completed")]
#[doc(alias = "FusionCallCompletedEvent")]
pub struct FusionCallCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
