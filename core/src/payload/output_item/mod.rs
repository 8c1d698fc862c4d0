//! The items of a response's output, grouped by what they are about.
//!
//! Every type that openai-python 3.54.0 knows has a struct. The items of OpenRouter's own tools (`openrouter:…`), which
//! `@openrouter/sdk` 1.3.19 knows, have none: they are kept as [`OutputItem::Unknown`].

mod code;
mod computer;
mod function;
mod image;
mod mcp;
mod message;
mod search;
mod shell;
mod status;

use alloc::borrow::Cow;

pub use self::code::{CodeInterpreterCall, Program, ProgramOutput};
pub use self::computer::{ComputerCall, ComputerCallOutput};
pub use self::function::{CustomToolCall, CustomToolCallOutput, FunctionCall, FunctionCallOutput};
pub use self::image::ImageGenerationCall;
pub use self::mcp::{McpApprovalRequest, McpApprovalResponse, McpCall, McpListTools};
pub use self::message::{Compaction, MessagePhase, MessageRole, OutputMessage, Reasoning};
pub use self::search::{
    AdditionalTools, FileSearchCall, ToolSearchCall, ToolSearchExecution, ToolSearchOutput, WebSearchCall,
};
pub use self::shell::{
    ApplyPatchCall, ApplyPatchCallOutput, LocalShellAction, LocalShellCall, LocalShellCallOutput, PatchOperation,
    PatchOperationType, ShellAction, ShellCall, ShellCallOutput,
};
pub use self::status::ItemStatus;
use crate::{EventFamily, ResponseEvent, UnknownEvent};

/// An item of a response's output.
///
/// ```
/// use response_event::payload::{ItemStatus, OutputItem};
///
/// let item: OutputItem = response_event::from_str(
///     r#"{"id":"fc_1","type":"function_call","call_id":"call_1","name":"sum","arguments":"","status":"in_progress"}"#,
/// )?;
/// assert_eq!(item.id().as_deref(), Some("fc_1"));
/// assert_eq!(item.call_id().as_deref(), Some("call_1"));
/// assert_eq!(item.status(), Some(ItemStatus::InProgress));
///
/// let item: OutputItem =
///     response_event::from_str(r#"{"type":"openrouter:datetime","id":"dt_1","status":"completed"}"#)?;
/// assert!(matches!(item, OutputItem::Unknown(_)));
/// assert_eq!(item.id().as_deref(), Some("dt_1"));
/// assert_eq!(item.status(), Some(ItemStatus::Completed));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[non_exhaustive]
#[doc(alias = "ResponseOutputItem")]
pub enum OutputItem {
    /// `message`
    Message(OutputMessage),
    /// `reasoning`
    Reasoning(Reasoning),
    /// `compaction`
    Compaction(Compaction),
    /// `function_call`
    FunctionCall(FunctionCall),
    /// `function_call_output`
    FunctionCallOutput(FunctionCallOutput),
    /// `custom_tool_call`
    CustomToolCall(CustomToolCall),
    /// `custom_tool_call_output`
    CustomToolCallOutput(CustomToolCallOutput),
    /// `web_search_call`
    WebSearchCall(WebSearchCall),
    /// `file_search_call`
    FileSearchCall(FileSearchCall),
    /// `tool_search_call`
    ToolSearchCall(ToolSearchCall),
    /// `tool_search_output`
    ToolSearchOutput(ToolSearchOutput),
    /// `additional_tools`
    AdditionalTools(AdditionalTools),
    /// `mcp_call`
    McpCall(McpCall),
    /// `mcp_list_tools`
    McpListTools(McpListTools),
    /// `mcp_approval_request`
    McpApprovalRequest(McpApprovalRequest),
    /// `mcp_approval_response`
    McpApprovalResponse(McpApprovalResponse),
    /// `code_interpreter_call`
    CodeInterpreterCall(CodeInterpreterCall),
    /// `program`
    Program(Program),
    /// `program_output`
    ProgramOutput(ProgramOutput),
    /// `image_generation_call`
    ImageGenerationCall(ImageGenerationCall),
    /// `computer_call`
    ComputerCall(ComputerCall),
    /// `computer_call_output`
    ComputerCallOutput(ComputerCallOutput),
    /// `shell_call`
    ShellCall(ShellCall),
    /// `shell_call_output`
    ShellCallOutput(ShellCallOutput),
    /// `local_shell_call`
    LocalShellCall(LocalShellCall),
    /// `local_shell_call_output`
    LocalShellCallOutput(LocalShellCallOutput),
    /// `apply_patch_call`
    ApplyPatchCall(ApplyPatchCall),
    /// `apply_patch_call_output`
    ApplyPatchCallOutput(ApplyPatchCallOutput),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}

impl OutputItem {
    /// The id of the item, which events name as `item_id`; read from its JSON if the type is unknown.
    pub fn id(&self) -> Option<Cow<'_, str>> {
        let id = match self {
            Self::Message(OutputMessage { id, .. })
            | Self::Reasoning(Reasoning { id, .. })
            | Self::Compaction(Compaction { id, .. })
            | Self::FunctionCallOutput(FunctionCallOutput { id, .. })
            | Self::CustomToolCallOutput(CustomToolCallOutput { id, .. })
            | Self::WebSearchCall(WebSearchCall { id, .. })
            | Self::FileSearchCall(FileSearchCall { id, .. })
            | Self::ToolSearchCall(ToolSearchCall { id, .. })
            | Self::ToolSearchOutput(ToolSearchOutput { id, .. })
            | Self::AdditionalTools(AdditionalTools { id, .. })
            | Self::McpCall(McpCall { id, .. })
            | Self::McpListTools(McpListTools { id, .. })
            | Self::McpApprovalRequest(McpApprovalRequest { id, .. })
            | Self::McpApprovalResponse(McpApprovalResponse { id, .. })
            | Self::CodeInterpreterCall(CodeInterpreterCall { id, .. })
            | Self::Program(Program { id, .. })
            | Self::ProgramOutput(ProgramOutput { id, .. })
            | Self::ImageGenerationCall(ImageGenerationCall { id, .. })
            | Self::ComputerCallOutput(ComputerCallOutput { id, .. })
            | Self::ShellCall(ShellCall { id, .. })
            | Self::ShellCallOutput(ShellCallOutput { id, .. })
            | Self::LocalShellCall(LocalShellCall { id, .. })
            | Self::LocalShellCallOutput(LocalShellCallOutput { id, .. })
            | Self::ApplyPatchCall(ApplyPatchCall { id, .. })
            | Self::ApplyPatchCallOutput(ApplyPatchCallOutput { id, .. }) => id,
            Self::FunctionCall(FunctionCall { id, .. })
            | Self::CustomToolCall(CustomToolCall { id, .. })
            | Self::ComputerCall(ComputerCall { id, .. }) => id.as_ref()?,
            Self::Unknown(item) => return Head::of(item)?.id,
        };
        Some(Cow::Borrowed(id))
    }

    /// What ties a call to its output; read from its JSON if the type is unknown. Items that the caller does not answer
    /// have none.
    pub fn call_id(&self) -> Option<Cow<'_, str>> {
        let call_id = match self {
            Self::FunctionCall(FunctionCall { call_id, .. })
            | Self::CustomToolCall(CustomToolCall { call_id, .. })
            | Self::CustomToolCallOutput(CustomToolCallOutput { call_id, .. })
            | Self::Program(Program { call_id, .. })
            | Self::ProgramOutput(ProgramOutput { call_id, .. })
            | Self::ComputerCall(ComputerCall { call_id, .. })
            | Self::ComputerCallOutput(ComputerCallOutput { call_id, .. })
            | Self::ShellCall(ShellCall { call_id, .. })
            | Self::ShellCallOutput(ShellCallOutput { call_id, .. })
            | Self::LocalShellCall(LocalShellCall { call_id, .. })
            | Self::ApplyPatchCall(ApplyPatchCall { call_id, .. })
            | Self::ApplyPatchCallOutput(ApplyPatchCallOutput { call_id, .. }) => call_id,
            Self::FunctionCallOutput(FunctionCallOutput { call_id, .. })
            | Self::ToolSearchCall(ToolSearchCall { call_id, .. })
            | Self::ToolSearchOutput(ToolSearchOutput { call_id, .. }) => call_id.as_ref()?,
            Self::Unknown(item) => return Head::of(item)?.call_id,
            Self::Message(_)
            | Self::Reasoning(_)
            | Self::Compaction(_)
            | Self::WebSearchCall(_)
            | Self::FileSearchCall(_)
            | Self::AdditionalTools(_)
            | Self::McpCall(_)
            | Self::McpListTools(_)
            | Self::McpApprovalRequest(_)
            | Self::McpApprovalResponse(_)
            | Self::CodeInterpreterCall(_)
            | Self::ImageGenerationCall(_)
            | Self::LocalShellCallOutput(_) => return None,
        };
        Some(Cow::Borrowed(call_id))
    }

    /// How far the item is, if it says so; read from its JSON if the type is unknown.
    pub fn status(&self) -> Option<ItemStatus> {
        match self {
            Self::FunctionCallOutput(FunctionCallOutput { status, .. })
            | Self::CustomToolCallOutput(CustomToolCallOutput { status, .. })
            | Self::WebSearchCall(WebSearchCall { status, .. })
            | Self::FileSearchCall(FileSearchCall { status, .. })
            | Self::ToolSearchCall(ToolSearchCall { status, .. })
            | Self::ToolSearchOutput(ToolSearchOutput { status, .. })
            | Self::CodeInterpreterCall(CodeInterpreterCall { status, .. })
            | Self::ProgramOutput(ProgramOutput { status, .. })
            | Self::ImageGenerationCall(ImageGenerationCall { status, .. })
            | Self::ComputerCall(ComputerCall { status, .. })
            | Self::ComputerCallOutput(ComputerCallOutput { status, .. })
            | Self::ShellCall(ShellCall { status, .. })
            | Self::ShellCallOutput(ShellCallOutput { status, .. })
            | Self::LocalShellCall(LocalShellCall { status, .. })
            | Self::ApplyPatchCall(ApplyPatchCall { status, .. })
            | Self::ApplyPatchCallOutput(ApplyPatchCallOutput { status, .. }) => Some(status.clone()),
            Self::Message(OutputMessage { status, .. })
            | Self::Reasoning(Reasoning { status, .. })
            | Self::FunctionCall(FunctionCall { status, .. })
            | Self::CustomToolCall(CustomToolCall { status, .. })
            | Self::McpCall(McpCall { status, .. })
            | Self::LocalShellCallOutput(LocalShellCallOutput { status, .. }) => status.clone(),
            Self::Unknown(item) => Head::of(item)?.status,
            Self::Compaction(_)
            | Self::AdditionalTools(_)
            | Self::McpListTools(_)
            | Self::McpApprovalRequest(_)
            | Self::McpApprovalResponse(_)
            | Self::Program(_) => None,
        }
    }
}

/// What most items have, for one of an unknown type.
#[derive(ResponseEvent)]
#[event(untagged)]
struct Head<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    call_id: Option<Cow<'a, str>>,
    status: Option<ItemStatus>,
}

impl<'a> Head<'a> {
    fn of(item: &'a UnknownEvent) -> Option<Self> {
        crate::from_str(item.json()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_item_is_asked_for_what_it_has() {
        let item: OutputItem =
            crate::from_str(r#"{"type":"x","id":"a\/b","call_id":null,"status":"paused","more":[1]}"#).unwrap();
        assert_eq!(item.id().as_deref(), Some("a/b"));
        assert_eq!(item.call_id(), None);
        assert_eq!(item.status(), Some(ItemStatus::Unknown("paused".into())));
    }

    #[test]
    fn one_with_odd_members_has_none_of_them() {
        let item: OutputItem = crate::from_str(r#"{"type":"x","id":7,"status":"completed"}"#).unwrap();
        assert_eq!((item.id(), item.call_id(), item.status()), (None, None, None));
    }
}
