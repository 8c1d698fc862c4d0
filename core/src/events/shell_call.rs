//! `response.shell_call_*`: the commands of a shell call and their output.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{ShellOutput, ShellOutputDelta};
use crate::{ExtraFields, Number, ResponseEvent};

/// A new command of a shell call: `response.shell_call_command.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.shell_call_command.added")]
#[doc(alias = "ResponseShellCallCommandAddedEvent")]
#[non_exhaustive]
pub struct ShellCallCommandAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the command in the call's `commands`.
    #[event(required, index)]
    pub command_index: Option<Number>,
    /// The first text of the command, mostly empty.
    #[event(required)]
    pub command: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of a command of a shell call: `response.shell_call_command.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.shell_call_command.delta")]
#[doc(alias = "ResponseShellCallCommandDeltaEvent")]
#[non_exhaustive]
pub struct ShellCallCommandDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the command in the call's `commands`.
    #[event(required, index)]
    pub command_index: Option<Number>,
    /// Text to append to the command.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete command of a shell call: `response.shell_call_command.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.shell_call_command.done")]
#[doc(alias = "ResponseShellCallCommandDoneEvent")]
#[non_exhaustive]
pub struct ShellCallCommandDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the command in the call's `commands`.
    #[event(required, index)]
    pub command_index: Option<Number>,
    /// The complete command, which replaces the deltas.
    pub command: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the output of a shell command: `response.shell_call_output_content.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.shell_call_output_content.delta")]
#[doc(alias = "ResponseShellCallOutputContentDeltaEvent")]
#[non_exhaustive]
pub struct ShellCallOutputContentDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the command in the call's `commands`.
    #[event(required, index)]
    pub command_index: Option<Number>,
    /// Text to append to the output.
    #[event(nested)]
    pub delta: ShellOutputDelta,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete output of a shell command: `response.shell_call_output_content.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.shell_call_output_content.done")]
#[doc(alias = "ResponseShellCallOutputContentDoneEvent")]
#[non_exhaustive]
pub struct ShellCallOutputContentDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the command in the call's `commands`.
    #[event(required, index)]
    pub command_index: Option<Number>,
    /// The complete output and the outcome of the command.
    #[event(required, each(nested))]
    pub output: Option<Vec<ShellOutput>>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ShellCallCommandAdded();
    ShellCallCommandDelta(delta: String);
    ShellCallCommandDone(command: String);
    ShellCallOutputContentDelta(delta: ShellOutputDelta);
    ShellCallOutputContentDone();
}
