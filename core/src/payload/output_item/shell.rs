//! Commands to run and patches to apply, by the caller or in a container of the server's, and what they gave.
//!
//! openai-python 3.54.0 and openai-node 6.49.0 know all of them; `@openrouter/sdk` 1.3.19 the shell call (with an
//! optional `action`), its output, and the apply-patch call. In a shell action all require `commands` and allow `null`
//! for the limits; in an operation all require `type` and `path`, and `diff` unless a file is deleted.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ItemStatus, ShellOutput, absent};
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
/// assert_eq!(action.commands, ["ls -R", "pwd"]);
/// assert_eq!(action.timeout_ms.unwrap(), 5000);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "shell_call")]
#[doc(alias = "OutputShellCallItem")]
#[doc(alias = "ResponseFunctionShellToolCall")]
pub struct ShellCall {
    /// The id of the item, such as `sh_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The commands and their limits.
    #[event(nested)]
    pub action: Option<ShellAction>,
    /// Where they run: an object; absent if it is for the caller to say.
    pub environment: Option<RawJson>,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What a shell is to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "Action")]
#[doc(alias = "OutputShellCallItemAction")]
pub struct ShellAction {
    /// The commands, each a line for the shell; none while the first is on its way.
    pub commands: Vec<String>,
    /// How long they may take, in milliseconds, from 0.
    #[event(index)]
    pub timeout_ms: Option<Number>,
    /// How many characters of the output of each are wanted at most, from 0.
    #[event(index)]
    pub max_output_length: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the commands printed: `shell_call_output`.
///
/// ```
/// use response_event::payload::ShellCallOutput;
///
/// let output: ShellCallOutput = response_event::from_str(
///     r#"{"id":"sho_1","type":"shell_call_output","call_id":"call_1","status":"completed","output":[
///         {"stdout":"SKILL.md\n","stderr":"","outcome":{"type":"exit","exit_code":0}}]}"#,
/// )?;
/// assert_eq!(output.output[0].stdout, "SKILL.md\n");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "shell_call_output")]
#[doc(alias = "OutputShellCallOutputItem")]
#[doc(alias = "ResponseFunctionShellToolCallOutput")]
pub struct ShellCallOutput {
    /// The id of the item, such as `sho_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the call; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The output, one for each command; none while they have only just begun.
    #[event(each(nested))]
    pub output: Vec<ShellOutput>,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A command for the caller's own shell: `local_shell_call`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "local_shell_call")]
pub struct LocalShellCall {
    /// The id of the item, such as `lsh_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The command and where to run it.
    #[event(nested)]
    pub action: LocalShellAction,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the caller's own shell is to do. Its environment is the object `env` in `other`.
///
/// ```
/// use response_event::payload::LocalShellAction;
///
/// let action: LocalShellAction =
///     response_event::from_str(r#"{"type":"exec","command":["ls","-a","~"],"env":{"LANG":"C"}}"#)?;
/// assert_eq!(action.command, ["ls", "-a", "~"]);
/// assert_eq!(action.other.get("env").unwrap().get(), r#"{"LANG":"C"}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "LocalShellCallAction")]
pub struct LocalShellAction {
    /// Always `exec`.
    #[serde(rename = "type")]
    #[event(strict(one_of("exec")))]
    pub action_type: String,
    /// The program and its arguments; empty as long as they are on their way.
    pub command: Vec<String>,
    /// How long it may take, in milliseconds, from 0.
    #[event(index)]
    pub timeout_ms: Option<Number>,
    /// Who is to run it.
    pub user: Option<String>,
    /// The directory to run it in.
    pub working_directory: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the command printed: `local_shell_call_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "local_shell_call_output")]
pub struct LocalShellCallOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What it printed: the text of a JSON value.
    pub output: String,
    /// How far it is.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A change of a file: `apply_patch_call`.
///
/// ```
/// use response_event::ResponseEvent;
/// use response_event::payload::{ApplyPatchCall, PatchOperationType};
///
/// let mut call: ApplyPatchCall = response_event::from_str(
///     r#"{"id":"apc_1","type":"apply_patch_call","call_id":"call_1","status":"completed",
///         "operation":{"type":"create_file","path":"list.md","diff":"+- [ ] Milk\n"}}"#,
/// )?;
/// assert_eq!(call.operation.operation_type, PatchOperationType::CreateFile);
/// assert_eq!(call.operation.diff.as_deref(), Some("+- [ ] Milk\n"));
/// call.operation.diff = None;
/// assert_eq!(call.validate().unwrap_err().iter().next().unwrap().pointer(), "/operation/diff");
/// call.operation.operation_type = PatchOperationType::DeleteFile;
/// assert!(call.validate().is_ok());
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "apply_patch_call")]
#[doc(alias = "OutputApplyPatchCallItem")]
#[doc(alias = "ResponseApplyPatchToolCall")]
pub struct ApplyPatchCall {
    /// The id of the item, such as `apc_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The change.
    #[event(nested)]
    pub operation: PatchOperation,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What is to be done to a file. To create or update it, `diff` is required.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged, with(has_its_diff))]
#[doc(alias = "ApplyPatchCreateFileOperation")]
#[doc(alias = "ApplyPatchUpdateFileOperation")]
#[doc(alias = "ApplyPatchDeleteFileOperation")]
#[doc(alias = "OperationCreateFile")]
#[doc(alias = "OperationUpdateFile")]
#[doc(alias = "OperationDeleteFile")]
pub struct PatchOperation {
    /// What is to be done.
    #[serde(rename = "type")]
    #[event(nested)]
    pub operation_type: PatchOperationType,
    /// The path of the file.
    pub path: String,
    /// The change of its lines; empty as long as it is on its way.
    pub diff: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

fn has_its_diff(operation: &PatchOperation) -> Result<(), Violation> {
    match operation.operation_type {
        PatchOperationType::CreateFile | PatchOperationType::UpdateFile if operation.diff.is_none() => {
            Err(absent("/diff"))
        }
        _ => Ok(()),
    }
}

open_enum! {
    /// What is to be done to a file.
    PatchOperationType {
        CreateFile = "create_file",
        UpdateFile = "update_file",
        DeleteFile = "delete_file",
    }
}

/// Whether the change was made: `apply_patch_call_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "apply_patch_call_output")]
#[doc(alias = "ResponseApplyPatchToolCallOutput")]
pub struct ApplyPatchCallOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the call; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// `completed` or `failed`.
    #[event(nested)]
    pub status: ItemStatus,
    /// What the one who made it says of it.
    pub output: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
