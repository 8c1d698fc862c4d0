//! `response.shell_call_*`: the commands of a shell call and what they write, piece by piece.
//!
//! The members are those of openai-python 3.54.0, and what recorded streams hold.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ShellOutput, ShellOutputDelta};
use crate::{Number, ResponseEvent};

/// A shell call has a new command: `response.shell_call_command.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.shell_call_command.added")]
#[doc(alias = "ResponseShellCallCommandAddedEvent")]
pub struct ShellCallCommandAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the call in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Which of the call's commands it is, from 0.
    #[event(index)]
    pub command_index: Number,
    /// The command as it begins, mostly empty.
    pub command: String,
}

/// More of a command of a shell call: `response.shell_call_command.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.shell_call_command.delta")]
#[doc(alias = "ResponseShellCallCommandDeltaEvent")]
pub struct ShellCallCommandDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the call in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Which of the call's commands it is, from 0.
    #[event(index)]
    pub command_index: Number,
    /// What comes after the command so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// A command of a shell call is done: `response.shell_call_command.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.shell_call_command.done")]
#[doc(alias = "ResponseShellCallCommandDoneEvent")]
pub struct ShellCallCommandDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the call in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Which of the call's commands it is, from 0.
    #[event(index)]
    pub command_index: Number,
    /// The whole command: all its deltas in one.
    pub command: String,
}

/// More of what a command of a shell call writes: `response.shell_call_output_content.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.shell_call_output_content.delta")]
#[doc(alias = "ResponseShellCallOutputContentDeltaEvent")]
pub struct ShellCallOutputContentDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that holds the output; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Which of the call's commands it is, from 0.
    #[event(index)]
    pub command_index: Number,
    /// What comes after the output so far.
    #[event(nested)]
    pub delta: ShellOutputDelta,
}

/// A command of a shell call has written all it writes: `response.shell_call_output_content.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.shell_call_output_content.done")]
#[doc(alias = "ResponseShellCallOutputContentDoneEvent")]
pub struct ShellCallOutputContentDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that holds the output; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// Which of the call's commands it is, from 0.
    #[event(index)]
    pub command_index: Number,
    /// The whole output, and how the command ended.
    #[event(each(nested))]
    pub output: Vec<ShellOutput>,
}
