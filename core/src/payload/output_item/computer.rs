//! Computer use: actions on a screen, and the screenshots that follow.

use alloc::string::String;

use crate::construct::constructors;
use crate::payload::ItemStatus;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// Actions to perform on a computer: `computer_call`.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "computer_call")]
#[doc(alias = "OutputComputerCallItem")]
#[doc(alias = "ResponseComputerToolCall")]
#[non_exhaustive]
pub struct ComputerCall {
    /// ID of the item, such as `cu_…`.
    pub id: Option<String>,
    /// ID that ties the call to its output, such as `call_…`.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// The action: an object of a type such as `click`, `type` or `screenshot`.
    pub action: Option<RawJson>,
    /// Several actions in order: a list of such objects.
    pub actions: Option<RawJson>,
    /// List of safety checks to acknowledge with the output.
    #[event(required)]
    pub pending_safety_checks: Option<RawJson>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The screen after the actions: `computer_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "computer_call_output")]
#[doc(alias = "ResponseComputerToolCallOutputItem")]
#[non_exhaustive]
pub struct ComputerCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// `call_id` of the call.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// The screenshot, an object.
    #[event(required)]
    pub output: Option<RawJson>,
    /// Status of the item.
    #[event(required, nested)]
    pub status: Option<ItemStatus>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ComputerCall();
    ComputerCallOutput();
}
