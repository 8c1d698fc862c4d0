//! The response that lifecycle events carry.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{
    ContentPart, OutputItem, OutputMessage, ResponseError, Usage, absent, object_or_text, with_nulls,
};
use crate::{ExtraFields, Number, ResponseEvent, Violation};

/// A response, complete or in progress.
///
/// Every field is optional: servers omit some, and a failed response may have an `error` only. Strictly, a failed
/// response has an `error`, an incomplete one `incomplete_details`, and a completed one `usage`.
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
/// assert_eq!(response.usage.unwrap().output_tokens(), Some(16));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged, strict(with(has_its_outcome)))]
#[doc(alias = "OpenResponsesResult")]
#[doc(alias = "OpenResponsesNonStreamingResponse")]
#[non_exhaustive]
pub struct Response {
    /// ID of the response, such as `resp_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Always `response`.
    #[event(required, one_of("response"))]
    pub object: Option<String>,
    /// Time of creation, in seconds since 1970.
    #[event(required, index)]
    pub created_at: Option<Number>,
    /// Time of completion, in seconds since 1970.
    #[event(index)]
    pub completed_at: Option<Number>,
    /// Status of the response.
    #[event(nested)]
    pub status: Option<ResponseStatus>,
    /// Model that generates the response.
    #[event(required)]
    pub model: Option<String>,
    /// Output items; [`items`](Self::items) returns an empty slice if they are absent.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<OutputItem>)))]
    #[event(required, each(nested))]
    pub output: Option<Vec<OutputItem>>,
    /// Error of a failed response. If a server sends a text, it is the error's `message`.
    #[serde(default, with = "object_or_text")]
    #[cfg_attr(feature = "schema", event(schema_with(object_or_text::schema)))]
    #[event(nested)]
    pub error: Option<ResponseError>,
    /// Reason for an incomplete response.
    #[event(nested)]
    pub incomplete_details: Option<IncompleteDetails>,
    /// Token usage; sent when the response is over.
    #[event(nested)]
    pub usage: Option<Usage>,
    /// ID of the response that this one continues.
    pub previous_response_id: Option<String>,
    /// Service tier of the request, or in the final event the tier that was used.
    #[event(nested)]
    pub service_tier: Option<ServiceTier>,
    /// Fields that this version does not know, and the parameters of the request.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl Response {
    /// Returns the output items; empty if `output` is absent.
    pub fn items(&self) -> &[OutputItem] {
        self.output.as_deref().unwrap_or_default()
    }

    /// Returns the text of the answer: the `output_text` and `text` parts of all messages, joined without a separator.
    pub fn output_text(&self) -> String {
        output_text(self.items())
    }
}

/// Returns the text of the answer in these items.
pub(crate) fn output_text<'a>(items: impl IntoIterator<Item = &'a OutputItem>) -> String {
    let messages = items.into_iter().filter_map(|item| match item {
        OutputItem::Message(message) => Some(message),
        _ => None,
    });
    messages
        .flat_map(OutputMessage::content)
        .filter_map(|part| match part {
            ContentPart::OutputText(part) => Some(part.text()),
            ContentPart::Text(part) => Some(part.text()),
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
    /// Status of a response.
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
    /// Returns `true` if the response is over: completed, incomplete, failed or cancelled.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Incomplete | Self::Failed | Self::Cancelled)
    }
}

open_enum! {
    /// Service tier that processes a response.
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

/// Details of an incomplete response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "OpenAIResponsesIncompleteDetails")]
#[non_exhaustive]
pub struct IncompleteDetails {
    /// The reason.
    #[event(nested)]
    pub reason: Option<IncompleteReason>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    Response();
    IncompleteDetails();
}

open_enum! {
    /// Reason for an incomplete response.
    IncompleteReason {
        MaxOutputTokens = "max_output_tokens",
        MaxMessages = "max_messages",
        ContentFilter = "content_filter",
        Steered = "steered",
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;
    use crate::payload::OutputText;
    use crate::{Level, PartFamily, Validate};

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
    fn only_the_object_is_required() {
        let response: Response = crate::from_str("{}").unwrap();
        assert_eq!(response, Response::new());
        assert_eq!(serde_json::to_string(&response).unwrap(), "{}");
        assert!(crate::from_str::<Response>("[]").is_err());
    }

    #[test]
    fn an_error_may_be_a_text_and_is_written_back_as_one() {
        let json = r#"{"id":"resp_1","error":"No credits left"}"#;
        let response: Response = crate::from_str(json).unwrap();
        assert_eq!(response.error.as_ref().unwrap().message.as_deref(), Some("No credits left"));
        assert_eq!(serde_json::to_string(&response).unwrap(), json);
        let value: Response = serde_json::from_value(serde_json::from_str(json).unwrap()).unwrap();
        assert_eq!(value, response);

        for json in [r#"{"error":null}"#, "{}"] {
            assert_eq!(crate::from_str::<Response>(json).unwrap().error, None, "{json}");
        }
        for (json, pointer) in [(r#"{"error":7}"#, "/error"), (r#"{"error":{"message":7}}"#, "/error/message")] {
            let error = crate::from_str::<Response>(json).unwrap_err();
            assert!(error.to_string().contains(pointer), "{error}");
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

    const WITH_NULLS: &str = r#"{"output":[null,{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"a","annotations":[null,{"type":"x"}]},null]},{"type":"reasoning","summary":[null],"content":[null]}]}"#;

    #[test]
    fn a_null_is_an_unknown_element_and_is_written_back() {
        let response: Response = crate::from_str(WITH_NULLS).unwrap();
        assert_eq!(crate::to_string(&response).unwrap(), WITH_NULLS);
        assert_eq!(response.output_text(), "a");
        let items: Vec<_> = response.items().iter().map(PartFamily::part_type).collect();
        assert_eq!(items, ["", "message", "reasoning"]);
        let OutputItem::Unknown(item) = &response.items()[0] else { panic!("{:?}", response.items()[0]) };
        assert_eq!((item.event_type(), item.json(), response.items()[0].id()), ("", "null", None));
    }

    #[test]
    fn other_ways_to_read_and_write_agree() {
        let response: Response = crate::from_str(WITH_NULLS).unwrap();
        let value = serde_json::to_value(&response).unwrap();
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(WITH_NULLS).unwrap());
        assert_eq!(serde_json::from_value::<Response>(value).unwrap(), response);
    }

    #[test]
    fn a_null_breaks_the_contract_where_it_stands() {
        let part: OutputText =
            crate::from_str(r#"{"type":"output_text","text":"a","annotations":[{"type":"x"},null]}"#).unwrap();
        let violations = part.validate().unwrap_err();
        let broken: Vec<_> = violations.iter().map(|violation| (violation.rule(), violation.pointer())).collect();
        assert_eq!(broken, [("required", "/annotations/1")]);
    }

    #[test]
    fn a_list_that_is_none_is_refused_and_a_null_alone_is_no_element() {
        let error = crate::from_str::<Response>(r#"{"output":{}}"#).unwrap_err();
        assert_eq!(error.pointer(), "/output");
        assert_eq!(crate::from_str::<Response>(r#"{"output":null}"#).unwrap().output, None);
        assert!(crate::from_str::<OutputItem>("null").is_err());
        let error = crate::from_str::<Response>(r#"{"output":[null,{"type":"message","content":[7]}]}"#).unwrap_err();
        assert_eq!(error.pointer(), "/output/1/content/0");
    }
}
