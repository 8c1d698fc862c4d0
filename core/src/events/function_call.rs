//! `response.function_call_arguments.*`: the arguments of a function call, piece by piece.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// More of the arguments of a function call: `response.function_call_arguments.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.function_call_arguments.delta")]
#[doc(alias = "FunctionCallArgsDeltaEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseFunctionCallArgumentsDelta")]
#[doc(alias = "ResponseFunctionCallArgumentsDeltaEvent")]
pub struct FunctionCallArgumentsDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// What comes after the arguments so far: a piece of the text of a JSON object.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The arguments of a function call are done: `response.function_call_arguments.done`.
///
/// What the output is to name it by stands in the item:
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
///         let Some(OutputItem::FunctionCall(call)) = snapshot.item_by_id(&event.item_id) else { continue };
///         assert_eq!((call.call_id.as_deref(), call.name(), call.arguments()), (Some("call_1"), "weather", "{}"));
///     }
/// }
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.function_call_arguments.done")]
#[doc(alias = "FunctionCallArgsDoneEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseFunctionCallArgumentsDone")]
#[doc(alias = "ResponseFunctionCallArgumentsDoneEvent")]
pub struct FunctionCallArgumentsDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The name of the function. OpenRouter sends it; most servers name it in the item alone.
    pub name: Option<String>,
    /// The arguments: the text of a JSON object, all the deltas in one.
    pub arguments: String,
}
