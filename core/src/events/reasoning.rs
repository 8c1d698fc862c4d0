//! `response.reasoning_*`: what a model thinks, and the summary of it.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use alloc::string::String;

use crate::payload::{ItemStatus, SummaryPart};
use crate::{Number, ResponseEvent};

/// More text of the reasoning itself: `response.reasoning_text.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_text.delta")]
#[doc(alias = "OpenResponsesReasoningDeltaEvent")]
#[doc(alias = "ReasoningDeltaEvent")]
#[doc(alias = "ResponseReasoningTextDeltaEvent")]
pub struct ReasoningTextDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// What comes after the text so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// A text of the reasoning itself is done: `response.reasoning_text.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_text.done")]
#[doc(alias = "OpenResponsesReasoningDoneEvent")]
#[doc(alias = "ReasoningDoneEvent")]
#[doc(alias = "ResponseReasoningTextDoneEvent")]
pub struct ReasoningTextDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The whole text: all its deltas in one.
    pub text: String,
}

/// The summary of the reasoning has a new part, still empty: `response.reasoning_summary_part.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_summary_part.added")]
#[doc(alias = "OpenResponsesReasoningSummaryPartAddedEvent")]
#[doc(alias = "ReasoningSummaryPartAddedEvent")]
#[doc(alias = "ResponseReasoningSummaryPartAddedEvent")]
pub struct ReasoningSummaryPartAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `summary`, from 0.
    #[event(index)]
    pub summary_index: Number,
    /// The part as it begins.
    #[event(nested)]
    pub part: SummaryPart,
}

/// More text of a part of the reasoning's summary: `response.reasoning_summary_text.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_summary_text.delta")]
#[doc(alias = "OpenResponsesReasoningSummaryTextDeltaEvent")]
#[doc(alias = "ReasoningSummaryTextDeltaEvent")]
#[doc(alias = "ResponseReasoningSummaryTextDeltaEvent")]
pub struct ReasoningSummaryTextDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `summary`, from 0.
    #[event(index)]
    pub summary_index: Number,
    /// What comes after the text so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The text of a part of the reasoning's summary is done: `response.reasoning_summary_text.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_summary_text.done")]
#[doc(alias = "OpenResponsesReasoningSummaryTextDoneEvent")]
#[doc(alias = "ReasoningSummaryTextDoneEvent")]
#[doc(alias = "ResponseReasoningSummaryTextDoneEvent")]
pub struct ReasoningSummaryTextDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `summary`, from 0.
    #[event(index)]
    pub summary_index: Number,
    /// The whole text: all its deltas in one.
    pub text: String,
}

/// A part of the reasoning's summary is done: `response.reasoning_summary_part.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.reasoning_summary_part.done")]
#[doc(alias = "OpenResponsesStreamEventResponseReasoningSummaryPartDone")]
#[doc(alias = "ReasoningSummaryPartDoneEvent")]
#[doc(alias = "ResponseReasoningSummaryPartDoneEvent")]
pub struct ReasoningSummaryPartDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the reasoning; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `summary`, from 0.
    #[event(index)]
    pub summary_index: Number,
    /// The whole part.
    #[event(nested)]
    pub part: SummaryPart,
    /// `incomplete` if the part was cut off; absent if it is whole.
    #[event(nested)]
    pub status: Option<ItemStatus>,
}
