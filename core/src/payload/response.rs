//! The response as the lifecycle events carry it, with its usage and why it is incomplete.
//!
//! Required by all SDKs are `id`, `object`, `created_at`, `model` and `output`; `status` by OpenRouter's alone, though
//! every recorded response has one. Streams made by hand leave out all but `id` and `status`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ContentPart, OutputItem, ResponseError, absent};
use crate::{ExtraFields, Number, ResponseEvent, Violation};

/// A response, whole or as far as it is done.
///
/// Strictly, a response that failed has an `error`, an incomplete one `incomplete_details`, and a completed one
/// `usage`.
///
/// ```
/// use response_event::payload::{Response, ResponseStatus};
///
/// let response: Response = response_event::from_str(
///     r#"{"id":"resp_1","object":"response","created_at":1741290958,"status":"incomplete","model":"gpt-5-nano",
///         "output":[],"incomplete_details":{"reason":"max_output_tokens"},
///         "usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},
///                  "output_tokens":16,"output_tokens_details":{"reasoning_tokens":16},"total_tokens":26}}"#,
/// )?;
/// assert_eq!(response.status, Some(ResponseStatus::Incomplete));
/// assert_eq!(response.incomplete_details.unwrap().reason.unwrap().as_str(), "max_output_tokens");
/// assert_eq!(response.usage.unwrap().output_tokens, 16);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged, strict(with(has_its_outcome)))]
#[doc(alias = "OpenResponsesResult")]
#[doc(alias = "OpenResponsesNonStreamingResponse")]
pub struct Response {
    /// Its id, such as `resp_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// Always `response`.
    #[event(required, one_of("response"))]
    pub object: Option<String>,
    /// When it was created, in seconds since 1970.
    #[event(required, index)]
    pub created_at: Option<Number>,
    /// When it was completed, in seconds since 1970.
    #[event(index)]
    pub completed_at: Option<Number>,
    /// How far it is.
    #[event(nested)]
    pub status: Option<ResponseStatus>,
    /// The model that answers.
    #[event(required)]
    pub model: Option<String>,
    /// What the model gave; [`items`](Self::items) is the same as a list that is there in any case.
    #[event(required, each(nested))]
    pub output: Option<Vec<OutputItem>>,
    /// Why it failed.
    #[event(nested)]
    pub error: Option<ResponseError>,
    /// Why it is incomplete.
    #[event(nested)]
    pub incomplete_details: Option<IncompleteDetails>,
    /// How many tokens it took; known when it is over.
    #[event(nested)]
    pub usage: Option<Usage>,
    /// The response it continues.
    pub previous_response_id: Option<String>,
    /// How it is processed.
    #[event(nested)]
    pub service_tier: Option<ServiceTier>,
    /// Every other member: what was asked for, and what single providers add.
    #[serde(flatten)]
    pub other: ExtraFields,
}

impl Response {
    /// The output items; none if `output` is absent.
    pub fn items(&self) -> &[OutputItem] {
        self.output.as_deref().unwrap_or_default()
    }

    /// The text of the answer: every `output_text` part of every message, joined without anything between them.
    pub fn output_text(&self) -> String {
        output_text(self.items())
    }
}

/// The text of the answer in these items.
pub(crate) fn output_text<'a>(items: impl IntoIterator<Item = &'a OutputItem>) -> String {
    let messages = items.into_iter().filter_map(|item| match item {
        OutputItem::Message(message) => Some(message),
        _ => None,
    });
    messages
        .flat_map(|message| &message.content)
        .filter_map(|part| match part {
            ContentPart::OutputText(part) => Some(part.text.as_str()),
            _ => None,
        })
        .collect()
}

fn has_its_outcome(response: &Response) -> Result<(), Violation> {
    match response.status {
        Some(ResponseStatus::Failed) if response.error.is_none() => Err(absent("/error")),
        Some(ResponseStatus::Incomplete) if response.incomplete_details.is_none() => Err(absent("/incomplete_details")),
        Some(ResponseStatus::Completed) if response.usage.is_none() => Err(absent("/usage")),
        _ => Ok(()),
    }
}

open_enum! {
    /// How far a response is.
    ResponseStatus {
        Queued = "queued",
        InProgress = "in_progress",
        Completed = "completed",
        Incomplete = "incomplete",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

impl ResponseStatus {
    /// Whether nothing more comes: completed, incomplete, failed or cancelled.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Incomplete | Self::Failed | Self::Cancelled)
    }
}

open_enum! {
    /// How a response is processed: the tier that was asked for, or in the last event the one that was used.
    ServiceTier {
        Auto = "auto",
        Default = "default",
        Flex = "flex",
        Scale = "scale",
        Priority = "priority",
        Fast = "fast",
        Ultrafast = "ultrafast",
    }
}

/// Why a response is incomplete.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "OpenAIResponsesIncompleteDetails")]
pub struct IncompleteDetails {
    /// The reason.
    #[event(nested)]
    pub reason: Option<IncompleteReason>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

open_enum! {
    /// Why a response is incomplete.
    IncompleteReason {
        MaxOutputTokens = "max_output_tokens",
        MaxMessages = "max_messages",
        ContentFilter = "content_filter",
        Steered = "steered",
    }
}

/// How many tokens a response took.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "ResponseUsage")]
#[doc(alias = "OpenResponsesUsage")]
pub struct Usage {
    /// Tokens of the input, from 0.
    #[event(index)]
    pub input_tokens: Number,
    /// What those of the input were.
    #[event(required, nested)]
    pub input_tokens_details: Option<InputTokensDetails>,
    /// Tokens of the output, from 0.
    #[event(index)]
    pub output_tokens: Number,
    /// What those of the output were.
    #[event(required, nested)]
    pub output_tokens_details: Option<OutputTokensDetails>,
    /// Both together.
    #[event(required, index)]
    pub total_tokens: Option<Number>,
    /// What it cost, in the credits of OpenRouter, which sends it.
    pub cost: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the tokens of the input were.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
pub struct InputTokensDetails {
    /// Tokens read from the cache, from 0.
    #[event(index)]
    pub cached_tokens: Number,
    /// Tokens written to the cache, from 0.
    #[event(index)]
    pub cache_write_tokens: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the tokens of the output were.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
pub struct OutputTokensDetails {
    /// Tokens the model thought with, from 0.
    #[event(index)]
    pub reasoning_tokens: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;
    use crate::{Level, Validate};

    #[test]
    fn a_response_that_is_over_says_how_it_went() {
        for (status, member, value) in [
            ("failed", "error", r#"{"code":"server_error","message":"m"}"#),
            ("incomplete", "incomplete_details", r#"{"reason":"content_filter"}"#),
            (
                "completed",
                "usage",
                r#"{"input_tokens":1,"input_tokens_details":{"cached_tokens":0},
                    "output_tokens":1,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":2}"#,
            ),
        ] {
            let response = |outcome| -> Response {
                let json = format!(
                    r#"{{"id":"resp_1","object":"response","created_at":1,"model":"m","output":[],
                        "status":"{status}","{member}":{outcome}}}"#
                );
                crate::from_str(&json).unwrap()
            };
            assert!(response(value).validate_at(Level::Strict).is_ok(), "{status}");
            assert!(response("null").validate_at(Level::Contract).is_ok(), "{status}");
            assert_eq!(
                response("null").validate_at(Level::Strict).unwrap_err().to_string(),
                format!("/{member}: found nothing, expected a value (strict rule `required`)")
            );
        }
    }

    #[test]
    fn a_response_in_progress_does_not() {
        let json =
            r#"{"id":"resp_1","object":"response","created_at":1,"model":"m","output":[],"status":"in_progress"}"#;
        let response: Response = crate::from_str(json).unwrap();
        assert!(response.validate_at(Level::Strict).is_ok());
    }

    #[test]
    fn the_text_is_that_of_the_messages_alone() {
        let json = r#"{"id":"resp_1","output":[
            {"type":"reasoning","id":"rs_1","summary":[],"content":[{"type":"reasoning_text","text":"no"}]},
            {"type":"message","id":"msg_1","role":"assistant","content":[
                {"type":"output_text","text":"a"},{"type":"refusal","refusal":"no"},{"type":"output_text","text":"b"}]},
            {"type":"message","id":"msg_2","role":"assistant","content":[{"type":"output_text","text":"c"}]}]}"#;
        assert_eq!(crate::from_str::<Response>(json).unwrap().output_text(), "abc");
        assert_eq!(crate::from_str::<Response>(r#"{"id":"resp_1"}"#).unwrap().output_text(), "");
    }
}
