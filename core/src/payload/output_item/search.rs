//! Searches by the server: the web, files, and tools that are loaded only when they are wanted.
//!
//! All four SDKs know the searches of web and files, openai-python 3.54.0 and openai-node 6.49.0 alone those of tools.
//! Both require the `action` of a web search, `@openrouter/sdk` 1.3.19 has it as optional and 0.9.11 not at all; in
//! recorded streams it comes when the search is completed.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ItemStatus, MessageRole, absent};
use crate::{ExtraFields, RawJson, ResponseEvent, Violation};

/// A search of the web: `web_search_call`.
///
/// Once it is completed, `action` is required.
///
/// ```
/// use response_event::ResponseEvent;
/// use response_event::payload::{ItemStatus, WebSearchCall};
///
/// let mut search: WebSearchCall =
///     response_event::from_str(r#"{"id":"ws_1","type":"web_search_call","status":"in_progress"}"#)?;
/// assert!(search.validate().is_ok());
/// search.status = ItemStatus::Completed;
/// assert_eq!(search.validate().unwrap_err().iter().next().unwrap().pointer(), "/action");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "web_search_call", with(has_its_action))]
#[doc(alias = "OutputWebSearchCallItem")]
#[doc(alias = "ResponseFunctionWebSearch")]
#[doc(alias = "ResponsesWebSearchCallOutput")]
pub struct WebSearchCall {
    /// Its id, such as `ws_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// What was done: an object of type `search`, `open_page` or `find_in_page`.
    pub action: Option<RawJson>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

fn has_its_action(call: &WebSearchCall) -> Result<(), Violation> {
    if call.status == ItemStatus::Completed && call.action.is_none() { Err(absent("/action")) } else { Ok(()) }
}

/// A search of files: `file_search_call`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "file_search_call")]
#[doc(alias = "OutputFileSearchCallItem")]
#[doc(alias = "ResponseFileSearchToolCall")]
#[doc(alias = "ResponsesOutputItemFileSearchCall")]
pub struct FileSearchCall {
    /// Its id, such as `fs_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// What is searched for; none while the search has only just begun.
    pub queries: Vec<String>,
    /// A list of what was found, if it was asked for.
    pub results: Option<RawJson>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A search for tools: `tool_search_call`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "tool_search_call")]
#[doc(alias = "ResponseToolSearchCall")]
pub struct ToolSearchCall {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What the output names it by; absent if the server itself searches.
    pub call_id: Option<String>,
    /// Who searches.
    #[event(nested)]
    pub execution: ToolSearchExecution,
    /// What is searched for: any JSON value.
    pub arguments: Option<RawJson>,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// Which tools were found: `tool_search_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "tool_search_output")]
#[doc(alias = "ResponseToolSearchOutputItem")]
pub struct ToolSearchOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the search.
    pub call_id: Option<String>,
    /// Who searched.
    #[event(nested)]
    pub execution: ToolSearchExecution,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// The list of tools.
    pub tools: RawJson,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

open_enum! {
    /// Who searches for tools.
    ToolSearchExecution {
        Server = "server",
        /// The caller, who answers with the tools
        Client = "client",
    }
}

/// Tools that were added on the way: `additional_tools`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "additional_tools")]
pub struct AdditionalTools {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// Who added them.
    #[event(nested)]
    pub role: MessageRole,
    /// The list of tools.
    pub tools: RawJson,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
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
