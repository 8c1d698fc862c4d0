//! Calls of MCP servers, lists of their tools, and approvals.

use alloc::string::String;

use crate::construct::constructors;
use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A call of an MCP server's tool: `mcp_call`.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "mcp_call")]
#[non_exhaustive]
pub struct McpCall {
    /// ID of the item, such as `mcp_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Label of the server, from the request.
    #[event(required, non_empty)]
    pub server_label: Option<String>,
    /// Name of the tool.
    #[event(required, non_empty)]
    pub name: Option<String>,
    /// Arguments as the text of a JSON object; empty while they are being streamed.
    #[event(required)]
    pub arguments: Option<String>,
    /// Status of the item.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Output of the tool.
    pub output: Option<String>,
    /// Error if there is no output: a string, or an object with a `type` and a `message`.
    pub error: Option<RawJson>,
    /// ID of the approval request that the caller answered.
    pub approval_request_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A list of the tools of an MCP server: `mcp_list_tools`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "mcp_list_tools")]
#[non_exhaustive]
pub struct McpListTools {
    /// ID of the item, such as `mcpl_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Label of the server, from the request.
    #[event(required, non_empty)]
    pub server_label: Option<String>,
    /// List of tools; empty while the server is asked.
    #[event(required)]
    pub tools: Option<RawJson>,
    /// Error if there is no list: a string, or an object with a `type` and a `message`.
    pub error: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A request to approve the call of a tool: `mcp_approval_request`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "mcp_approval_request")]
#[non_exhaustive]
pub struct McpApprovalRequest {
    /// ID of the request, such as `mcpr_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Label of the server, from the request.
    #[event(required, non_empty)]
    pub server_label: Option<String>,
    /// Name of the tool.
    #[event(required, non_empty)]
    pub name: Option<String>,
    /// Arguments as the text of a JSON object.
    #[event(required)]
    pub arguments: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The answer to a request for approval: `mcp_approval_response`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "mcp_approval_response")]
#[non_exhaustive]
pub struct McpApprovalResponse {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `id` of the request.
    #[event(required, non_empty)]
    pub approval_request_id: Option<String>,
    /// `true` if the tool may be called.
    #[event(required)]
    pub approve: Option<bool>,
    /// Reason for the decision.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl McpCall {
    /// Returns the name of the tool, or an empty string if it is absent.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// Returns the arguments, or an empty string if they are absent.
    pub fn arguments(&self) -> &str {
        self.arguments.as_deref().unwrap_or_default()
    }
}

constructors! {
    McpCall();
    McpListTools();
    McpApprovalRequest();
    McpApprovalResponse();
}
