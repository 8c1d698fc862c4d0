//! Commands to run and patches to apply, by the caller or in a container of the server's, and what they gave.
//!
//! openai-python 3.54.0 and openai-node 6.49.0 know all of them; `@openrouter/sdk` 1.3.19 the shell call (with an
//! optional `action`), its output, and the apply-patch call.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ItemStatus, ShellOutput};
use crate::{OtherMembers, RawJson, ResponseEvent};

/// Commands for a shell: `shell_call`.
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
    /// The commands and their limits: an object with the list `commands`.
    pub action: Option<RawJson>,
    /// Where they run: an object; absent if it is for the caller to say.
    pub environment: Option<RawJson>,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: OtherMembers,
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
    pub other: OtherMembers,
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
    /// The command, its directory and environment: an object of type `exec`.
    pub action: RawJson,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: OtherMembers,
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
    pub other: OtherMembers,
}

/// A change of a file: `apply_patch_call`.
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
    /// The change: an object of type `create_file`, `update_file` or `delete_file`.
    pub operation: RawJson,
    /// How far the call is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: OtherMembers,
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
    pub other: OtherMembers,
}
