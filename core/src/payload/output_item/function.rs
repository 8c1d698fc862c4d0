//! Calls of the caller's own tools, and what they gave.
//!
//! All four SDKs know function calls, all but `@openrouter/sdk` 0.9.11 custom tool calls, openai-python 3.54.0 and
//! openai-node 6.49.0 alone the outputs. The `id` of a call is optional in all of them: its output names the `call_id`.

use alloc::string::String;

use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A function to call: `function_call`.
///
/// ```
/// use response_event::payload::FunctionCall;
///
/// let call: FunctionCall = response_event::from_str(
///     r#"{"type":"function_call","call_id":"call_1","name":"weather","arguments":"{\"city\":\"Oslo\"}"}"#,
/// )?;
/// assert_eq!((call.name.as_str(), call.arguments.as_str()), ("weather", r#"{"city":"Oslo"}"#));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "function_call")]
#[doc(alias = "OutputFunctionCallItem")]
#[doc(alias = "ResponseFunctionToolCall")]
#[doc(alias = "ResponsesOutputItemFunctionCall")]
pub struct FunctionCall {
    /// The id of the item, such as `fc_…`.
    pub id: Option<String>,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The function's name; not empty.
    #[event(non_empty)]
    pub name: String,
    /// The namespace that the function is in.
    pub namespace: Option<String>,
    /// The arguments: the text of a JSON object; empty as long as they are on their way.
    pub arguments: String,
    /// How far the call is.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What a function gave: `function_call_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "function_call_output")]
#[doc(alias = "ResponseFunctionToolCallOutputItem")]
pub struct FunctionCallOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the call.
    pub call_id: Option<String>,
    /// The function's name.
    pub name: Option<String>,
    /// The namespace that the function is in.
    pub namespace: Option<String>,
    /// A string, or a list of contents.
    pub output: RawJson,
    /// How far the output is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A custom tool to call, with free text: `custom_tool_call`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "custom_tool_call")]
#[doc(alias = "OutputCustomToolCallItem")]
#[doc(alias = "ResponseCustomToolCall")]
pub struct CustomToolCall {
    /// The id of the item, such as `ctc_…`.
    pub id: Option<String>,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The tool's name; not empty.
    #[event(non_empty)]
    pub name: String,
    /// The namespace that the tool is in.
    pub namespace: Option<String>,
    /// The input: any text; empty as long as it is on its way.
    pub input: String,
    /// How far the call is; not in all servers' items.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What a custom tool gave: `custom_tool_call_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "custom_tool_call_output")]
#[doc(alias = "ResponseCustomToolCallOutputItem")]
pub struct CustomToolCallOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the call; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// A string, or a list of contents.
    pub output: RawJson,
    /// How far the output is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
