//! `response.mcp_list_tools.*`: an MCP server is asked for its tools.
//!
//! The members are those of openai-python 3.54.0 and openai-node 6.49.0, and what recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// An MCP server is being asked for its tools: `response.mcp_list_tools.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_list_tools.in_progress")]
#[doc(alias = "ResponseMcpListToolsInProgressEvent")]
pub struct McpListToolsInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the list; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// An MCP server has named its tools: `response.mcp_list_tools.completed`. They come with the output item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_list_tools.completed")]
#[doc(alias = "ResponseMcpListToolsCompletedEvent")]
pub struct McpListToolsCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the list; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// An MCP server could not be asked for its tools: `response.mcp_list_tools.failed`. Why is said in the output item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_list_tools.failed")]
#[doc(alias = "ResponseMcpListToolsFailedEvent")]
pub struct McpListToolsFailed {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the list; not empty.
    #[event(non_empty)]
    pub item_id: String,
}
