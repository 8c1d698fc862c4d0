//! `response.function_call_arguments.*`: the arguments of a function call, piece by piece.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the arguments of a function call: `response.function_call_arguments.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.function_call_arguments.delta")]
#[doc(alias = "FunctionCallArgsDeltaEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseFunctionCallArgumentsDelta")]
#[doc(alias = "ResponseFunctionCallArgumentsDeltaEvent")]
#[non_exhaustive]
pub struct FunctionCallArgumentsDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Text to append to the arguments, a piece of a JSON object.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete arguments of a function call: `response.function_call_arguments.done`.
///
/// The name of the function and the id of the call are in the output item:
///
/// ```
/// use response_event::Snapshot;
/// use response_event::events::StreamEvent;
/// use response_event::payload::OutputItem;
///
/// let stream = [
///     r#"{"type":"response.output_item.added","output_index":0,
///         "item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"weather","arguments":""}}"#,
///     r#"{"type":"response.function_call_arguments.done","item_id":"fc_1","output_index":0,"arguments":"{}"}"#,
/// ];
/// let mut snapshot = Snapshot::new();
/// for json in stream {
///     let event: StreamEvent = response_event::from_str(json)?;
///     snapshot.apply(&event);
///     if let StreamEvent::FunctionCallArgumentsDone(event) = event {
///         let Some(id) = &event.item_id else { continue };
///         let Some(OutputItem::FunctionCall(call)) = snapshot.item_by_id(id) else { continue };
///         assert_eq!((call.call_id.as_deref(), call.name(), call.arguments()), (Some("call_1"), "weather", "{}"));
///     }
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.function_call_arguments.done")]
#[doc(alias = "FunctionCallArgsDoneEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseFunctionCallArgumentsDone")]
#[doc(alias = "ResponseFunctionCallArgumentsDoneEvent")]
#[non_exhaustive]
pub struct FunctionCallArgumentsDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Name of the function. Most servers send it only in the output item.
    pub name: Option<String>,
    /// The complete arguments: the text of a JSON object.
    pub arguments: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    FunctionCallArgumentsDelta(delta: String);
    FunctionCallArgumentsDone(arguments: String);
}
