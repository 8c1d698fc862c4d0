//! Parts of a message, of reasoning or of its summary.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{
    Annotation, ComputerScreenshot, InputFile, InputImage, InputText, InputVideo, Logprob, with_nulls,
};
use crate::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};

/// Text of the answer: `output_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "output_text")]
#[doc(alias = "ResponseOutputText")]
#[non_exhaustive]
pub struct OutputText {
    /// The text; empty when the part has just started.
    #[event(required)]
    pub text: Option<String>,
    /// Sources that the text cites.
    #[serde(default, with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<Annotation>)))]
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
#[cfg_attr(feature = "schema", event(schema))]
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
#[cfg_attr(feature = "schema", event(schema))]
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

/// Text of no particular kind: `text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "text")]
#[doc(alias = "TextContent")]
#[non_exhaustive]
pub struct Text {
    /// The text; empty when the part has just started.
    #[event(required)]
    pub text: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl Text {
    /// Returns the text, or an empty string if the part has none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// Text of a reasoning summary: `summary_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "summary_text")]
#[doc(alias = "ReasoningSummaryText")]
#[doc(alias = "Summary")]
#[non_exhaustive]
pub struct SummaryText {
    /// The text, often Markdown; empty when the part has just started.
    #[event(required)]
    pub text: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl SummaryText {
    /// Returns the text, or an empty string if the part has none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// Encrypted content, for the server alone: `encrypted_content`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "encrypted_content")]
#[non_exhaustive]
pub struct EncryptedContent {
    /// The encrypted content; send it back with the next request.
    #[event(required)]
    pub encrypted_content: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    EncryptedContent();
    OutputText();
    Refusal();
    ReasoningText();
    Text();
    SummaryText();
}

/// A part of an [`OutputMessage`](crate::payload::OutputMessage) or of [`Reasoning`](crate::payload::Reasoning).
///
/// OpenAI sends the first three, and the last two between agents. The Open Responses specification allows all the others
/// in messages and reasoning.
///
/// ```
/// use response_event::payload::ContentPart;
///
/// let part: ContentPart = response_event::from_str(r#"{"type":"refusal","refusal":"I cannot help with that."}"#)?;
/// assert!(matches!(part, ContentPart::Refusal(part) if part.refusal() == "I cannot help with that."));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part)]
#[non_exhaustive]
pub enum ContentPart {
    /// `output_text`
    OutputText(OutputText),
    /// `refusal`
    Refusal(Refusal),
    /// `reasoning_text`
    ReasoningText(ReasoningText),
    /// `text`
    Text(Text),
    /// `summary_text`
    SummaryText(SummaryText),
    /// `input_text`
    InputText(InputText),
    /// `input_image`
    InputImage(InputImage),
    /// `input_file`
    InputFile(InputFile),
    /// `input_video`
    InputVideo(InputVideo),
    /// `computer_screenshot`
    ComputerScreenshot(ComputerScreenshot),
    /// `encrypted_content`
    EncryptedContent(EncryptedContent),
    /// Any other type, or `null`.
    #[event(unknown)]
    Unknown(UnknownEvent),
}

null_element! { ContentPart }

impl ContentPart {
    /// Returns the text of a part that is text, or the model's explanation of a refusal.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::OutputText(part) => part.text.as_deref(),
            Self::Refusal(part) => part.refusal.as_deref(),
            Self::ReasoningText(part) => part.text.as_deref(),
            Self::Text(part) => part.text.as_deref(),
            Self::SummaryText(part) => part.text.as_deref(),
            Self::InputText(part) => part.text.as_deref(),
            Self::InputImage(_)
            | Self::InputFile(_)
            | Self::InputVideo(_)
            | Self::ComputerScreenshot(_)
            | Self::EncryptedContent(_)
            | Self::Unknown(_) => None,
        }
    }
}
