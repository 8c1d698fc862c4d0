//! Parts of a message or of reasoning.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{Annotation, Logprob};
use crate::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};

/// Text of the answer: `output_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[event(part, type = "output_text")]
#[doc(alias = "ResponseOutputText")]
#[non_exhaustive]
pub struct OutputText {
    /// The text; empty when the part has just started.
    #[event(required)]
    pub text: Option<String>,
    /// Sources that the text cites.
    #[event(each(nested))]
    pub annotations: Option<Vec<Annotation>>,
    /// Log probabilities of the tokens, if the request asked for them.
    #[event(each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl OutputText {
    /// Returns the text, or an empty string if the part has none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// An explanation of why the model does not answer: `refusal`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[event(part, type = "refusal")]
#[doc(alias = "ResponseOutputRefusal")]
#[doc(alias = "OpenAIResponsesRefusalContent")]
#[non_exhaustive]
pub struct Refusal {
    /// The model's explanation.
    #[event(required)]
    pub refusal: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl Refusal {
    /// Returns the model's explanation, or an empty string if the part has none.
    pub fn refusal(&self) -> &str {
        self.refusal.as_deref().unwrap_or_default()
    }
}

/// Text of the model's reasoning: `reasoning_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[event(part, type = "reasoning_text")]
#[doc(alias = "ReasoningTextContent")]
#[doc(alias = "PartReasoningText")]
#[non_exhaustive]
pub struct ReasoningText {
    /// The text; empty when the part has just started.
    #[event(required)]
    pub text: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl ReasoningText {
    /// Returns the text, or an empty string if the part has none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

constructors! {
    OutputText();
    Refusal();
    ReasoningText();
}

/// A part of an [`OutputMessage`](crate::payload::OutputMessage) or of [`Reasoning`](crate::payload::Reasoning).
///
/// ```
/// use response_event::payload::ContentPart;
///
/// let part: ContentPart = response_event::from_str(r#"{"type":"refusal","refusal":"I cannot help with that."}"#)?;
/// assert!(matches!(part, ContentPart::Refusal(part) if part.refusal() == "I cannot help with that."));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[event(part)]
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
