//! Code that the server runs: calls of the code interpreter, and programs.

use alloc::string::String;

use crate::construct::constructors;
use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A call of the code interpreter: `code_interpreter_call`.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "code_interpreter_call")]
#[doc(alias = "OutputCodeInterpreterCallItem")]
#[doc(alias = "ResponseCodeInterpreterToolCall")]
#[non_exhaustive]
pub struct CodeInterpreterCall {
    /// ID of the item, such as `ci_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// The code; empty while it is being streamed.
    pub code: Option<String>,
    /// ID of the container that runs the code.
    pub container_id: Option<String>,
    /// List of logs, images and files, if the request asked for it.
    pub outputs: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A program of the model that calls tools: `program`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "program")]
#[non_exhaustive]
pub struct Program {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the call to its output.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// The code.
    #[event(required)]
    pub code: Option<String>,
    /// Opaque value that ties the program to its run; send it back unchanged.
    #[event(required)]
    pub fingerprint: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The result of a program: `program_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "program_output")]
#[non_exhaustive]
pub struct ProgramOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the program.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// The result; may be empty.
    #[event(required)]
    pub result: Option<String>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    CodeInterpreterCall();
    Program();
    ProgramOutput();
}
