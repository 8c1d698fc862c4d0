//! Shell commands and patches, and their outputs.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{ItemStatus, ShellOutput, ShellOutputs, absent};
use crate::{ExtraFields, Number, RawJson, ResponseEvent, Violation};

/// Commands for a shell: `shell_call`.
///
/// ```
/// use response_event::payload::ShellCall;
///
/// let call: ShellCall = response_event::from_str(
///     r#"{"id":"sh_1","type":"shell_call","call_id":"call_1","status":"completed",
///         "action":{"commands":["ls -R","pwd"],"timeout_ms":5000,"max_output_length":null}}"#,
/// )?;
/// let action = call.action.unwrap();
/// assert_eq!(action.commands.unwrap(), ["ls -R", "pwd"]);
/// assert_eq!(action.timeout_ms.unwrap(), 5000);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "shell_call")]
#[doc(alias = "OutputShellCallItem")]
#[doc(alias = "ResponseFunctionShellToolCall")]
#[non_exhaustive]
pub struct ShellCall {
    /// ID of the item, such as `sh_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Commands and their limits.
    #[event(nested)]
    pub action: Option<ShellAction>,
    /// Environment to run the commands in, an object; absent if the caller chooses.
    pub environment: Option<RawJson>,
    /// Status of the call.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Commands for a shell and their limits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "Action")]
#[doc(alias = "OutputShellCallItemAction")]
#[non_exhaustive]
pub struct ShellAction {
    /// Commands, each one a line for the shell; empty before the first is streamed.
    #[event(required)]
    pub commands: Option<Vec<String>>,
    /// Time limit in milliseconds.
    #[event(index)]
    pub timeout_ms: Option<Number>,
    /// Maximum number of characters to return of the output of each command.
    #[event(index)]
    pub max_output_length: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Output of the commands of a shell call: `shell_call_output`.
///
/// ```
/// use response_event::payload::ShellCallOutput;
///
/// let output: ShellCallOutput = response_event::from_str(
///     r#"{"id":"sho_1","type":"shell_call_output","call_id":"call_1","status":"completed","output":[
///         {"stdout":"SKILL.md\n","stderr":"","outcome":{"type":"exit","exit_code":0}}]}"#,
/// )?;
/// assert_eq!(output.output()[0].stdout.as_deref(), Some("SKILL.md\n"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "shell_call_output")]
#[doc(alias = "OutputShellCallOutputItem")]
#[doc(alias = "ResponseFunctionShellToolCallOutput")]
#[non_exhaustive]
pub struct ShellCallOutput {
    /// ID of the item, such as `sho_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the call.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Output of the commands; [`output`](Self::output) returns it as a slice.
    #[event(required, nested)]
    pub output: Option<ShellOutputs>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl ShellCallOutput {
    /// Returns the output of each command; empty if it is absent or one text.
    pub fn output(&self) -> &[ShellOutput] {
        self.output.as_ref().map_or(&[], ShellOutputs::as_slice)
    }
}

/// A command for the caller's own shell: `local_shell_call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "local_shell_call")]
#[non_exhaustive]
pub struct LocalShellCall {
    /// ID of the item, such as `lsh_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Command and its environment.
    #[event(required, nested)]
    pub action: Option<LocalShellAction>,
    /// Status of the call.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A command for the caller's own shell. Its environment variables are the object `env` in `extra`.
///
/// ```
/// use response_event::payload::LocalShellAction;
///
/// let action: LocalShellAction =
///     response_event::from_str(r#"{"type":"exec","command":["ls","-a","~"],"env":{"LANG":"C"}}"#)?;
/// assert_eq!(action.command.unwrap(), ["ls", "-a", "~"]);
/// assert_eq!(action.extra.get("env").unwrap().get(), r#"{"LANG":"C"}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "LocalShellCallAction")]
#[non_exhaustive]
pub struct LocalShellAction {
    /// Always `exec`.
    #[serde(rename = "type")]
    #[event(required, strict(one_of("exec")))]
    pub action_type: Option<String>,
    /// Program and its arguments; empty while they are being streamed.
    #[event(required)]
    pub command: Option<Vec<String>>,
    /// Time limit in milliseconds.
    #[event(index)]
    pub timeout_ms: Option<Number>,
    /// User that runs the command.
    pub user: Option<String>,
    /// Directory to run the command in.
    pub working_directory: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Output of a local shell call: `local_shell_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "local_shell_call_output")]
#[non_exhaustive]
pub struct LocalShellCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// The output as the text of a JSON value.
    #[event(required)]
    pub output: Option<String>,
    /// Status of the item.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A change to a file: `apply_patch_call`.
///
/// ```
/// use response_event::{ResponseEvent, Validate};
/// use response_event::payload::{ApplyPatchCall, PatchOperationType};
///
/// let mut call: ApplyPatchCall = response_event::from_str(
///     r#"{"id":"apc_1","type":"apply_patch_call","call_id":"call_1","status":"completed",
///         "operation":{"type":"create_file","path":"list.md","diff":"+- [ ] Milk\n"}}"#,
/// )?;
/// let operation = call.operation.as_mut().unwrap();
/// assert_eq!(operation.operation_type, Some(PatchOperationType::CreateFile));
/// assert_eq!(operation.diff.take().as_deref(), Some("+- [ ] Milk\n"));
/// assert_eq!(call.validate().unwrap_err().iter().next().unwrap().pointer(), "/operation/diff");
/// call.operation.as_mut().unwrap().operation_type = Some(PatchOperationType::DeleteFile);
/// assert!(call.validate().is_ok());
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "apply_patch_call")]
#[doc(alias = "OutputApplyPatchCallItem")]
#[doc(alias = "ResponseApplyPatchToolCall")]
#[non_exhaustive]
pub struct ApplyPatchCall {
    /// ID of the item, such as `apc_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// The change.
    #[event(required, nested)]
    pub operation: Option<PatchOperation>,
    /// Status of the call.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// An operation on a file. `diff` is required to create or update the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged, with(has_its_diff))]
#[doc(alias = "ApplyPatchCreateFileOperation")]
#[doc(alias = "ApplyPatchUpdateFileOperation")]
#[doc(alias = "ApplyPatchDeleteFileOperation")]
#[doc(alias = "OperationCreateFile")]
#[doc(alias = "OperationUpdateFile")]
#[doc(alias = "OperationDeleteFile")]
#[non_exhaustive]
pub struct PatchOperation {
    /// Type of the operation.
    #[serde(rename = "type")]
    #[event(required, nested)]
    pub operation_type: Option<PatchOperationType>,
    /// Path of the file.
    #[event(required)]
    pub path: Option<String>,
    /// Diff of the lines; empty while it is being streamed.
    pub diff: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

fn has_its_diff(operation: &PatchOperation) -> Result<(), Violation> {
    match operation.operation_type {
        Some(PatchOperationType::CreateFile | PatchOperationType::UpdateFile) if operation.diff.is_none() => {
            Err(absent("/diff"))
        }
        _ => Ok(()),
    }
}

open_enum! {
    /// Type of an operation on a file.
    PatchOperationType {
        CreateFile = "create_file",
        UpdateFile = "update_file",
        DeleteFile = "delete_file",
    }
}

/// Result of a change to a file: `apply_patch_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "apply_patch_call_output")]
#[doc(alias = "ResponseApplyPatchToolCallOutput")]
#[non_exhaustive]
pub struct ApplyPatchCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the call.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// `completed` or `failed`.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Message of the party that applied the change.
    pub output: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ShellCall();
    ShellAction();
    ShellCallOutput();
    LocalShellCall();
    LocalShellAction();
    LocalShellCallOutput();
    ApplyPatchCall();
    PatchOperation();
    ApplyPatchCallOutput();
}
