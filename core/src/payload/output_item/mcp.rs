//! Calls of MCP servers, their lists of tools, and the approval they may need.
//!
//! Known to openai-python 3.54.0 and openai-node 6.49.0. In recorded streams most calls have no `status`. The `error`
//! of a call is a string to openai-node, an object to openai-python and in recorded streams.

use alloc::string::String;

use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A call of a tool of an MCP server: `mcp_call`.
///
/// ```
/// use response_event::payload::McpCall;
///
/// let call: McpCall = response_event::from_str(
///     r#"{"id":"mcp_1","type":"mcp_call","server_label":"dice","name":"roll","arguments":"{}","output":"4"}"#,
/// )?;
/// assert_eq!(call.output.as_deref(), Some("4"));
/// assert_eq!(call.error, None);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "mcp_call")]
pub struct McpCall {
    /// Its id, such as `mcp_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The server, as the request named it; not empty.
    #[event(non_empty)]
    pub server_label: String,
    /// The tool's name; not empty.
    #[event(non_empty)]
    pub name: String,
    /// The arguments: the text of a JSON object; empty as long as they are on their way.
    pub arguments: String,
    /// How far it is.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// What the tool gave.
    pub output: Option<String>,
    /// Why there is no output: a string, or an object with a `type` and a `message`.
    pub error: Option<RawJson>,
    /// The request for approval that was answered before.
    pub approval_request_id: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The tools of an MCP server: `mcp_list_tools`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "mcp_list_tools")]
pub struct McpListTools {
    /// Its id, such as `mcpl_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The server, as the request named it; not empty.
    #[event(non_empty)]
    pub server_label: String,
    /// The list of tools; empty as long as it is on its way.
    pub tools: RawJson,
    /// Why there is no list: a string, or an object with a `type` and a `message`.
    pub error: Option<RawJson>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A question whether a tool may be called: `mcp_approval_request`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "mcp_approval_request")]
pub struct McpApprovalRequest {
    /// What the answer names it by, such as `mcpr_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The server, as the request named it; not empty.
    #[event(non_empty)]
    pub server_label: String,
    /// The tool's name; not empty.
    #[event(non_empty)]
    pub name: String,
    /// The arguments: the text of a JSON object.
    pub arguments: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The answer to it: `mcp_approval_response`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "mcp_approval_response")]
pub struct McpApprovalResponse {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `id` of the question; not empty.
    #[event(non_empty)]
    pub approval_request_id: String,
    /// Whether the tool may be called.
    pub approve: bool,
    /// Why or why not.
    pub reason: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
