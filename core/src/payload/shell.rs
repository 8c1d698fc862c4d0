//! What a command of a shell call printed.
//!
//! Known to openai-python 3.54.0 (items and events), openai-node 6.49.0 and `@openrouter/sdk` 1.3.19 (items).

use alloc::string::String;

use crate::{ExtraFields, RawJson, ResponseEvent};

/// What a command has printed since the last event.
///
/// ```
/// use response_event::payload::ShellOutputDelta;
///
/// let delta: ShellOutputDelta = response_event::from_str(r#"{"stdout":"SKILL.md\n"}"#)?;
/// assert_eq!(delta.stdout.as_deref(), Some("SKILL.md\n"));
/// assert_eq!(delta.stderr, None);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "Delta")]
pub struct ShellOutputDelta {
    /// What was added to the standard output.
    pub stdout: Option<String>,
    /// What was added to the standard error output.
    pub stderr: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What one command printed and how it ended.
///
/// ```
/// use response_event::payload::ShellOutput;
///
/// let output: ShellOutput =
///     response_event::from_str(r#"{"outcome":{"type":"exit","exit_code":0},"stdout":"SKILL.md\n","stderr":""}"#)?;
/// assert_eq!(output.outcome.unwrap().get(), r#"{"type":"exit","exit_code":0}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "Output")]
#[doc(alias = "ShellCallOutputContent")]
#[doc(alias = "ResponseFunctionShellCallOutputContent")]
pub struct ShellOutput {
    /// How the command ended: an object of type `exit` with an `exit_code`, or of type `timeout`.
    #[event(required)]
    pub outcome: Option<RawJson>,
    /// The standard output.
    pub stdout: String,
    /// The standard error output.
    pub stderr: String,
    /// Who made this output, where several do.
    pub created_by: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
