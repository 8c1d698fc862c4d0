//! Parts of a reasoning summary.

use alloc::string::String;

use crate::construct::constructors;
use crate::payload::{InputFile, InputImage, InputText, OutputText, ReasoningText, Refusal, Text};
use crate::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};

/// Text of a reasoning summary: `summary_text`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
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

constructors! {
    SummaryText();
}

/// A part of a reasoning summary.
///
/// OpenAI sends the first. The Open Responses specification allows all of them.
///
/// ```
/// use response_event::payload::SummaryPart;
///
/// let part: SummaryPart = response_event::from_str(r#"{"type":"summary_text","text":"**Looking it up**"}"#)?;
/// assert!(matches!(part, SummaryPart::SummaryText(part) if part.text() == "**Looking it up**"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[event(part)]
#[non_exhaustive]
#[doc(alias = "Part")]
pub enum SummaryPart {
    /// `summary_text`
    SummaryText(SummaryText),
    /// `text`
    Text(Text),
    /// `output_text`
    OutputText(OutputText),
    /// `reasoning_text`
    ReasoningText(ReasoningText),
    /// `refusal`
    Refusal(Refusal),
    /// `input_text`
    InputText(InputText),
    /// `input_image`
    InputImage(InputImage),
    /// `input_file`
    InputFile(InputFile),
    /// Any other type, or `null`.
    #[event(unknown)]
    Unknown(UnknownEvent),
}

impl SummaryPart {
    /// Returns the text of a part that is text, or the model's explanation of a refusal.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::SummaryText(part) => part.text.as_deref(),
            Self::Text(part) => part.text.as_deref(),
            Self::OutputText(part) => part.text.as_deref(),
            Self::ReasoningText(part) => part.text.as_deref(),
            Self::Refusal(part) => part.refusal.as_deref(),
            Self::InputText(part) => part.text.as_deref(),
            Self::InputImage(_) | Self::InputFile(_) | Self::Unknown(_) => None,
        }
    }
}
