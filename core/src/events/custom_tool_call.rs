//! `response.custom_tool_call_input.*`: the input of a call of a custom tool, piece by piece.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0 and @openrouter/sdk 1.3.19, and what recorded
//! streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// More of the input of a call of a custom tool: `response.custom_tool_call_input.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.custom_tool_call_input.delta")]
#[doc(alias = "CustomToolCallInputDeltaEvent")]
#[doc(alias = "ResponseCustomToolCallInputDeltaEvent")]
pub struct CustomToolCallInputDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// What comes after the input so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The input of a call of a custom tool is done: `response.custom_tool_call_input.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.custom_tool_call_input.done")]
#[doc(alias = "CustomToolCallInputDoneEvent")]
#[doc(alias = "ResponseCustomToolCallInputDoneEvent")]
pub struct CustomToolCallInputDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The whole input: all its deltas in one.
    pub input: String,
}
