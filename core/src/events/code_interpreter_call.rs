//! `response.code_interpreter_call*`: code that is written, piece by piece, and run.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// The start of a code interpreter call: `response.code_interpreter_call.in_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.code_interpreter_call.in_progress")]
#[doc(alias = "CodeInterpreterCallInProgressEvent")]
#[doc(alias = "ResponseCodeInterpreterCallInProgressEvent")]
#[non_exhaustive]
pub struct CodeInterpreterCallInProgress {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the code of a code interpreter call: `response.code_interpreter_call_code.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.code_interpreter_call_code.delta")]
#[doc(alias = "CodeInterpreterCallCodeDeltaEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCodeDeltaEvent")]
#[non_exhaustive]
pub struct CodeInterpreterCallCodeDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Text to append to the code.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete code of a code interpreter call: `response.code_interpreter_call_code.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.code_interpreter_call_code.done")]
#[doc(alias = "CodeInterpreterCallCodeDoneEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCodeDoneEvent")]
#[non_exhaustive]
pub struct CodeInterpreterCallCodeDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// The complete code, which replaces the deltas.
    pub code: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The start of running the code of a code interpreter call: `response.code_interpreter_call.interpreting`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.code_interpreter_call.interpreting")]
#[doc(alias = "CodeInterpreterCallInterpretingEvent")]
#[doc(alias = "ResponseCodeInterpreterCallInterpretingEvent")]
#[non_exhaustive]
pub struct CodeInterpreterCallInterpreting {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of a code interpreter call: `response.code_interpreter_call.completed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.code_interpreter_call.completed")]
#[doc(alias = "CodeInterpreterCallCompletedEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCompletedEvent")]
#[non_exhaustive]
pub struct CodeInterpreterCallCompleted {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    CodeInterpreterCallInProgress();
    CodeInterpreterCallCodeDelta(delta: String);
    CodeInterpreterCallCodeDone(code: String);
    CodeInterpreterCallInterpreting();
    CodeInterpreterCallCompleted();
}
