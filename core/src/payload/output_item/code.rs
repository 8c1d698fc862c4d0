//! Code that the server runs.
//!
//! openai-python 3.54.0, openai-node 6.49.0 and `@openrouter/sdk` 1.3.19 know the code interpreter, the first two alone
//! programs. Its `code` and `outputs` may be `null` in all three, and its `container_id` is optional in OpenRouter's.

use alloc::string::String;

use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// Code run by the code interpreter: `code_interpreter_call`.
///
/// ```
/// use response_event::payload::CodeInterpreterCall;
///
/// let call: CodeInterpreterCall = response_event::from_str(
///     r#"{"id":"ci_1","type":"code_interpreter_call","status":"completed","code":"1 + 1","container_id":"cntr_1",
///         "outputs":[{"type":"logs","logs":"2"}]}"#,
/// )?;
/// assert_eq!(call.code.as_deref(), Some("1 + 1"));
/// assert_eq!(call.outputs.unwrap().get(), r#"[{"type":"logs","logs":"2"}]"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "code_interpreter_call")]
#[doc(alias = "OutputCodeInterpreterCallItem")]
#[doc(alias = "ResponseCodeInterpreterToolCall")]
pub struct CodeInterpreterCall {
    /// Its id, such as `ci_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// The code; empty as long as it is on its way.
    pub code: Option<String>,
    /// The container it runs in.
    pub container_id: Option<String>,
    /// A list of logs, images and files, if it was asked for.
    pub outputs: Option<RawJson>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A program of the model's that calls tools: `program`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "program")]
pub struct Program {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// What the output names it by; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The code.
    pub code: String,
    /// What ties the program to its run, to be sent back as it is.
    pub fingerprint: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What a program gave: `program_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "program_output")]
pub struct ProgramOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the program; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// What it gave; may be empty.
    pub result: String,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
