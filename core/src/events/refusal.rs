//! `response.refusal.*`: a model says, piece by piece, why it will not answer.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// More text of a refusal: `response.refusal.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.refusal.delta")]
#[doc(alias = "OpenResponsesStreamEventResponseRefusalDelta")]
#[doc(alias = "RefusalDeltaEvent")]
#[doc(alias = "ResponseRefusalDeltaEvent")]
pub struct RefusalDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The message that the refusal belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the message's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// What comes after the refusal so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The text of a refusal is done: `response.refusal.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.refusal.done")]
#[doc(alias = "OpenResponsesStreamEventResponseRefusalDone")]
#[doc(alias = "RefusalDoneEvent")]
#[doc(alias = "ResponseRefusalDoneEvent")]
pub struct RefusalDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The message that the refusal belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the message's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The whole refusal: all its deltas in one.
    pub refusal: String,
}
