//! A part of the summary of what a model thought.
//!
//! All four SDKs know one type, with one member, which is required.

use alloc::string::String;

use crate::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};

/// A part of a reasoning summary: `summary_text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "summary_text")]
#[doc(alias = "ReasoningSummaryText")]
#[doc(alias = "Summary")]
pub struct SummaryText {
    /// The text, often Markdown; empty while the part has only just begun.
    pub text: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A part of a reasoning summary.
///
/// ```
/// use response_event::payload::SummaryPart;
///
/// let part: SummaryPart = response_event::from_str(r#"{"type":"summary_text","text":"**Looking it up**"}"#)?;
/// assert!(matches!(part, SummaryPart::SummaryText(part) if part.text == "**Looking it up**"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[non_exhaustive]
#[doc(alias = "Part")]
pub enum SummaryPart {
    /// `summary_text`
    SummaryText(SummaryText),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}
