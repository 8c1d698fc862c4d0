//! Searches by the server: of the web, of files, and of tools.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{ItemStatus, MessageRole, absent};
use crate::{ExtraFields, RawJson, ResponseEvent, Violation};

/// A search of the web: `web_search_call`.
///
/// `action` is required once the search is completed.
///
/// ```
/// use response_event::{ResponseEvent, Validate};
/// use response_event::payload::{ItemStatus, WebSearchCall};
///
/// let mut search: WebSearchCall =
///     response_event::from_str(r#"{"id":"ws_1","type":"web_search_call","status":"in_progress"}"#)?;
/// assert!(search.validate().is_ok());
/// search.status = Some(ItemStatus::Completed);
/// assert_eq!(search.validate().unwrap_err().iter().next().unwrap().pointer(), "/action");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "web_search_call", with(has_its_action))]
#[doc(alias = "OutputWebSearchCallItem")]
#[doc(alias = "ResponseFunctionWebSearch")]
#[doc(alias = "ResponsesWebSearchCallOutput")]
#[non_exhaustive]
pub struct WebSearchCall {
    /// ID of the item, such as `ws_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// The action: an object of type `search`, `open_page` or `find_in_page`.
    pub action: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

fn has_its_action(call: &WebSearchCall) -> Result<(), Violation> {
    match call.status {
        Some(ItemStatus::Completed) if call.action.is_none() => Err(absent("/action")),
        _ => Ok(()),
    }
}

/// A search of files: `file_search_call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "file_search_call")]
#[doc(alias = "OutputFileSearchCallItem")]
#[doc(alias = "ResponseFileSearchToolCall")]
#[doc(alias = "ResponsesOutputItemFileSearchCall")]
#[non_exhaustive]
pub struct FileSearchCall {
    /// ID of the item, such as `fs_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Search queries; empty when the search has just started.
    #[event(required)]
    pub queries: Option<Vec<String>>,
    /// List of results, if the request asked for it.
    pub results: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A search for tools: `tool_search_call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "tool_search_call")]
#[doc(alias = "ResponseToolSearchCall")]
#[non_exhaustive]
pub struct ToolSearchCall {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the search to its output; absent if the server itself searches.
    pub call_id: Option<String>,
    /// Party that searches.
    #[event(required, nested)]
    pub execution: Option<ToolSearchExecution>,
    /// Arguments of the search: any JSON value.
    pub arguments: Option<RawJson>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Tools that a search found: `tool_search_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "tool_search_output")]
#[doc(alias = "ResponseToolSearchOutputItem")]
#[non_exhaustive]
pub struct ToolSearchOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the search.
    pub call_id: Option<String>,
    /// Party that searched.
    #[event(required, nested)]
    pub execution: Option<ToolSearchExecution>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// List of tools.
    #[event(required)]
    pub tools: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

open_enum! {
    /// Party that searches for tools.
    ToolSearchExecution {
        Server = "server",
        /// The caller, who answers with the tools
        Client = "client",
    }
}

/// Tools added during the response: `additional_tools`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "additional_tools")]
#[non_exhaustive]
pub struct AdditionalTools {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Party that added the tools.
    #[event(required, nested)]
    pub role: Option<MessageRole>,
    /// List of tools.
    #[event(required)]
    pub tools: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    WebSearchCall();
    FileSearchCall();
    ToolSearchCall();
    ToolSearchOutput();
    AdditionalTools();
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;
    use crate::Validate;

    fn web_search(json: &str) -> WebSearchCall {
        crate::from_str(json).unwrap()
    }

    #[test]
    fn a_completed_web_search_has_an_action() {
        let completed = web_search(r#"{"type":"web_search_call","id":"ws_1","status":"completed"}"#);
        assert_eq!(
            completed.validate().unwrap_err().to_string(),
            "/action: found nothing, expected a value (contract rule `required`)"
        );
        let with_action =
            web_search(r#"{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search"}}"#);
        assert!(with_action.validate_strict().is_ok());
    }

    #[test]
    fn one_in_progress_has_none_yet() {
        for status in ["in_progress", "searching", "failed"] {
            let call = web_search(&format!(r#"{{"type":"web_search_call","id":"ws_1","status":"{status}"}}"#));
            assert!(call.validate_strict().is_ok(), "{status}");
        }
    }
}
