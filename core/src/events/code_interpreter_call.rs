//! `response.code_interpreter_call*`: code that is written, piece by piece, and run.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0 and @openrouter/sdk 1.3.19, and what recorded
//! streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// A call of the code interpreter has started: `response.code_interpreter_call.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.code_interpreter_call.in_progress")]
#[doc(alias = "CodeInterpreterCallInProgressEvent")]
#[doc(alias = "ResponseCodeInterpreterCallInProgressEvent")]
pub struct CodeInterpreterCallInProgress {
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

/// More of the code that the interpreter will run: `response.code_interpreter_call_code.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.code_interpreter_call_code.delta")]
#[doc(alias = "CodeInterpreterCallCodeDeltaEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCodeDeltaEvent")]
pub struct CodeInterpreterCallCodeDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// What comes after the code so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The code that the interpreter will run is done: `response.code_interpreter_call_code.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.code_interpreter_call_code.done")]
#[doc(alias = "CodeInterpreterCallCodeDoneEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCodeDoneEvent")]
pub struct CodeInterpreterCallCodeDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The whole code: all its deltas in one.
    pub code: String,
}

/// The code of a call is being run: `response.code_interpreter_call.interpreting`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.code_interpreter_call.interpreting")]
#[doc(alias = "CodeInterpreterCallInterpretingEvent")]
#[doc(alias = "ResponseCodeInterpreterCallInterpretingEvent")]
pub struct CodeInterpreterCallInterpreting {
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

/// A call of the code interpreter is done: `response.code_interpreter_call.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.code_interpreter_call.completed")]
#[doc(alias = "CodeInterpreterCallCompletedEvent")]
#[doc(alias = "ResponseCodeInterpreterCallCompletedEvent")]
pub struct CodeInterpreterCallCompleted {
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
