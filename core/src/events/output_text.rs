//! `response.output_text.*`: the text of a message, piece by piece, and its annotations.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{Annotation, Logprob};
use crate::{Number, ResponseEvent};

/// More text of a message: `response.output_text.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.output_text.delta")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextDelta")]
#[doc(alias = "ResponseTextDeltaEvent")]
#[doc(alias = "TextDeltaEvent")]
pub struct OutputTextDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The message that the text belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the message's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// What comes after the text so far.
    pub delta: String,
    /// How likely each token of the delta was; empty unless it was asked for.
    #[event(required, each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// A part of a text has been annotated, with its source for instance: `response.output_text.annotation.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.output_text.annotation.added")]
#[doc(alias = "AnnotationAddedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextAnnotationAdded")]
#[doc(alias = "ResponseOutputTextAnnotationAddedEvent")]
pub struct OutputTextAnnotationAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The message that the text belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the message's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The place of the annotation in the part's `annotations`, from 0.
    #[event(index)]
    pub annotation_index: Number,
    /// The annotation; the SDKs of OpenAI allow it to be missing.
    #[event(nested)]
    pub annotation: Option<Annotation>,
}

/// The text of a part is done: `response.output_text.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.output_text.done")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextDone")]
#[doc(alias = "ResponseTextDoneEvent")]
#[doc(alias = "TextDoneEvent")]
pub struct OutputTextDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The message that the text belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the message's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The whole text: all its deltas in one.
    pub text: String,
    /// How likely each token of the text was; empty unless it was asked for.
    #[event(required, each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
}
