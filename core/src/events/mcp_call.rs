//! `response.mcp_call*`: a call of a tool on an MCP server on its way.
//!
//! The members are those of openai-python 3.54.0 and openai-node 6.49.0, and what recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// A call of a tool on an MCP server has started: `response.mcp_call.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_call.in_progress")]
#[doc(alias = "ResponseMcpCallInProgressEvent")]
pub struct McpCallInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// More of the arguments of an MCP call: `response.mcp_call_arguments.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_call_arguments.delta")]
#[doc(alias = "ResponseMcpCallArgumentsDeltaEvent")]
pub struct McpCallArgumentsDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// What comes after the arguments so far: a piece of the text of a JSON object.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The arguments of an MCP call are done: `response.mcp_call_arguments.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_call_arguments.done")]
#[doc(alias = "ResponseMcpCallArgumentsDoneEvent")]
pub struct McpCallArgumentsDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The arguments: the text of a JSON object, all the deltas in one.
    pub arguments: String,
}

/// An MCP call is done: `response.mcp_call.completed`. What the tool gave back comes with the output item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_call.completed")]
#[doc(alias = "ResponseMcpCallCompletedEvent")]
pub struct McpCallCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// An MCP call has failed: `response.mcp_call.failed`. Why is said in the output item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.mcp_call.failed")]
#[doc(alias = "ResponseMcpCallFailedEvent")]
pub struct McpCallFailed {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}
