//! Uses of a computer: what to do on the screen, and what it then shows.
//!
//! All but `@openrouter/sdk` 0.9.11 know the call, openai-python 3.54.0 and openai-node 6.49.0 alone the output.

use alloc::string::String;

use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// What to do on the screen: `computer_call`.
///
/// ```
/// use response_event::payload::ComputerCall;
///
/// let call: ComputerCall = response_event::from_str(
///     r#"{"id":"cu_1","type":"computer_call","call_id":"call_1","status":"completed","pending_safety_checks":[],
///         "action":{"type":"click","button":"left","x":10,"y":20}}"#,
/// )?;
/// assert_eq!(call.action.unwrap().get(), r#"{"type":"click","button":"left","x":10,"y":20}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "computer_call")]
#[doc(alias = "OutputComputerCallItem")]
#[doc(alias = "ResponseComputerToolCall")]
pub struct ComputerCall {
    /// The id of the item, such as `cu_…`.
    pub id: Option<String>,
    /// What the output names it by, such as `call_…`; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// One thing to do: an object of a type such as `click`, `type` or `screenshot`.
    pub action: Option<RawJson>,
    /// Several, in their order: a list of such objects.
    pub actions: Option<RawJson>,
    /// A list of what a person should look at before; they are acknowledged with the output.
    pub pending_safety_checks: RawJson,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What the screen then shows: `computer_call_output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "computer_call_output")]
#[doc(alias = "ResponseComputerToolCallOutputItem")]
pub struct ComputerCallOutput {
    /// The id of the item; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The `call_id` of the call; not empty.
    #[event(non_empty)]
    pub call_id: String,
    /// The screenshot: an object.
    pub output: RawJson,
    /// How far it is.
    #[event(nested)]
    pub status: ItemStatus,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
