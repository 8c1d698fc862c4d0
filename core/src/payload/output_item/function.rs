//! Calls of the caller's own tools and their outputs.

use alloc::string::String;

use crate::construct::constructors;
use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A call of one of the caller's functions: `function_call`.
///
/// ```
/// use response_event::payload::FunctionCall;
///
/// let call: FunctionCall = response_event::from_str(
///     r#"{"type":"function_call","call_id":"call_1","name":"weather","arguments":"{\"city\":\"Oslo\"}"}"#,
/// )?;
/// assert_eq!((call.name(), call.arguments()), ("weather", r#"{"city":"Oslo"}"#));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "function_call")]
#[doc(alias = "OutputFunctionCallItem")]
#[doc(alias = "ResponseFunctionToolCall")]
#[doc(alias = "ResponsesOutputItemFunctionCall")]
#[non_exhaustive]
pub struct FunctionCall {
    /// ID of the item, such as `fc_…`.
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Name of the function.
    #[event(required, non_empty)]
    pub name: Option<String>,
    /// Namespace of the function.
    pub namespace: Option<String>,
    /// Arguments as the text of a JSON object; empty while they are being streamed.
    #[event(required)]
    pub arguments: Option<String>,
    /// Status of the call.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The output of a function: `function_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "function_call_output")]
#[doc(alias = "ResponseFunctionToolCallOutputItem")]
#[non_exhaustive]
pub struct FunctionCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the call.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the function.
    pub namespace: Option<String>,
    /// A string or a list of contents.
    #[event(required)]
    pub output: Option<RawJson>,
    /// Status of the output.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A call of one of the caller's custom tools, with free text: `custom_tool_call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "custom_tool_call")]
#[doc(alias = "OutputCustomToolCallItem")]
#[doc(alias = "ResponseCustomToolCall")]
#[non_exhaustive]
pub struct CustomToolCall {
    /// ID of the item, such as `ctc_…`.
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Name of the tool.
    #[event(required, non_empty)]
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Input, which is any text; empty while it is being streamed.
    #[event(required)]
    pub input: Option<String>,
    /// Status of the call. Some servers omit it.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The output of a custom tool: `custom_tool_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "custom_tool_call_output")]
#[doc(alias = "ResponseCustomToolCallOutputItem")]
#[non_exhaustive]
pub struct CustomToolCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the call.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// A string or a list of contents.
    #[event(required)]
    pub output: Option<RawJson>,
    /// Status of the output.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl FunctionCall {
    /// Returns the name of the function, or an empty string if it is absent.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// Returns the arguments, or an empty string if they are absent.
    pub fn arguments(&self) -> &str {
        self.arguments.as_deref().unwrap_or_default()
    }
}

impl CustomToolCall {
    /// Returns the name of the tool, or an empty string if it is absent.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// Returns the input, or an empty string if it is absent.
    pub fn input(&self) -> &str {
        self.input.as_deref().unwrap_or_default()
    }
}

constructors! {
    FunctionCall();
    FunctionCallOutput();
    CustomToolCall();
    CustomToolCallOutput();
}
