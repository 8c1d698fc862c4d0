//! `response.custom_tool_call_input.*`: the input of a call of a custom tool, piece by piece.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the input of a custom tool call: `response.custom_tool_call_input.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.custom_tool_call_input.delta")]
#[doc(alias = "CustomToolCallInputDeltaEvent")]
#[doc(alias = "ResponseCustomToolCallInputDeltaEvent")]
#[non_exhaustive]
pub struct CustomToolCallInputDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Text to append to the input.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete input of a custom tool call: `response.custom_tool_call_input.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.custom_tool_call_input.done")]
#[doc(alias = "CustomToolCallInputDoneEvent")]
#[doc(alias = "ResponseCustomToolCallInputDoneEvent")]
#[non_exhaustive]
pub struct CustomToolCallInputDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The complete input, which replaces the deltas.
    pub input: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    CustomToolCallInputDelta(delta: String);
    CustomToolCallInputDone(input: String);
}
