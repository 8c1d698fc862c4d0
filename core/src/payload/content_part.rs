//! The parts of a message or of a model's reasoning.
//!
//! All four SDKs know the three types. `annotations` are required by openai-python 3.54.0 and openai-node 6.49.0 only,
//! `logprobs` by none, and recorded streams leave the latter out.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{Annotation, Logprob};
use crate::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};

/// Text of the answer: `output_text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "output_text")]
#[doc(alias = "ResponseOutputText")]
pub struct OutputText {
    /// The text; empty while the part has only just begun.
    pub text: String,
    /// Where what the text says comes from.
    #[event(each(nested))]
    pub annotations: Option<Vec<Annotation>>,
    /// How likely the tokens were, if that was asked for.
    #[event(each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// Why the model does not answer: `refusal`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "refusal")]
#[doc(alias = "ResponseOutputRefusal")]
#[doc(alias = "OpenAIResponsesRefusalContent")]
pub struct Refusal {
    /// The model's explanation.
    pub refusal: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the model thought: `reasoning_text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "reasoning_text")]
#[doc(alias = "ReasoningTextContent")]
#[doc(alias = "PartReasoningText")]
pub struct ReasoningText {
    /// The text; empty while the part has only just begun.
    pub text: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A part of an [`OutputMessage`](crate::payload::OutputMessage) or of [`Reasoning`](crate::payload::Reasoning).
///
/// ```
/// use response_event::payload::ContentPart;
///
/// let part: ContentPart = response_event::from_str(r#"{"type":"refusal","refusal":"I cannot help with that."}"#)?;
/// assert!(matches!(part, ContentPart::Refusal(part) if part.refusal == "I cannot help with that."));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[non_exhaustive]
pub enum ContentPart {
    /// `output_text`
    OutputText(OutputText),
    /// `refusal`
    Refusal(Refusal),
    /// `reasoning_text`
    ReasoningText(ReasoningText),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}
