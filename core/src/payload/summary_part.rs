//! `SummaryPart`: a part of a reasoning summary.

use crate::payload::{InputFile, InputImage, InputText, OutputText, ReasoningText, Refusal, SummaryText, Text};
use crate::{EventFamily, UnknownEvent};

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
#[cfg_attr(feature = "schema", event(schema))]
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

null_element! { SummaryPart }

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

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::PartFamily;
    use crate::payload::ContentPart;

    /// A part of each type of the Open Responses specification, and its text.
    const PARTS: &[(&str, Option<&str>)] = &[
        (r#"{"type":"input_text","text":"a"}"#, Some("a")),
        (r#"{"type":"output_text","text":"b","annotations":[]}"#, Some("b")),
        (r#"{"type":"text","text":"c"}"#, Some("c")),
        (r#"{"type":"summary_text","text":"d"}"#, Some("d")),
        (r#"{"type":"reasoning_text","text":"e"}"#, Some("e")),
        (r#"{"type":"refusal","refusal":"f"}"#, Some("f")),
        (r#"{"type":"input_image","detail":"auto","image_url":"data:,","x":[1.0]}"#, None),
        (r#"{"type":"input_file","file_url":"data:,","filename":"a"}"#, None),
    ];

    #[test]
    fn every_part_of_the_specification_is_typed_in_content_and_in_summaries() {
        for &(json, text) in PARTS {
            let part: ContentPart = crate::from_str(json).unwrap();
            assert!(!matches!(part, ContentPart::Unknown(_)), "{json}");
            assert_eq!(part.text(), text, "{json}");
            assert_eq!(crate::to_string(&part).unwrap(), json);
            let part: SummaryPart = crate::from_str(json).unwrap();
            assert!(!matches!(part, SummaryPart::Unknown(_)), "{json}");
            assert_eq!(part.text(), text, "{json}");
            assert_eq!(crate::to_string(&part).unwrap(), json);
        }
        let video = r#"{"type":"input_video","video_url":"data:,"}"#;
        assert!(matches!(crate::from_str(video), Ok(ContentPart::InputVideo(_))));
        for part_type in SummaryPart::TYPES {
            assert!(PARTS.iter().any(|(json, _)| json.contains(&format!("\"type\":\"{part_type}\""))), "{part_type}");
        }
    }
}
