//! The items of a response's output, grouped by topic.
//!
//! Items of OpenRouter's own tools (`openrouter:…`) have no struct: they are kept as [`OutputItem::Unknown`].

mod code;
mod computer;
mod function;
mod image;
mod mcp;
mod message;
mod search;
mod shell;
mod status;
mod table;

use alloc::borrow::Cow;
use alloc::string::String;

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

table::output_items! {
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
    #[event(part)]
    #[non_exhaustive]
    #[doc(alias = "ResponseOutputItem")]
    pub enum OutputItem {
        /// `message`
        Message(OutputMessage) { id, call_id: None, status },
        /// `reasoning`
        Reasoning(Reasoning) { id, call_id: None, status },
        /// `compaction`
        Compaction(Compaction) { id, call_id: None, status: None },
        /// `function_call`
        FunctionCall(FunctionCall) { id, call_id, status },
        /// `function_call_output`
        FunctionCallOutput(FunctionCallOutput) { id, call_id, status },
        /// `custom_tool_call`
        CustomToolCall(CustomToolCall) { id, call_id, status },
        /// `custom_tool_call_output`
        CustomToolCallOutput(CustomToolCallOutput) { id, call_id, status },
        /// `web_search_call`
        WebSearchCall(WebSearchCall) { id, call_id: None, status },
        /// `file_search_call`
        FileSearchCall(FileSearchCall) { id, call_id: None, status },
        /// `tool_search_call`
        ToolSearchCall(ToolSearchCall) { id, call_id, status },
        /// `tool_search_output`
        ToolSearchOutput(ToolSearchOutput) { id, call_id, status },
        /// `additional_tools`
        AdditionalTools(AdditionalTools) { id, call_id: None, status: None },
        /// `mcp_call`
        McpCall(McpCall) { id, call_id: None, status },
        /// `mcp_list_tools`
        McpListTools(McpListTools) { id, call_id: None, status: None },
        /// `mcp_approval_request`
        McpApprovalRequest(McpApprovalRequest) { id, call_id: None, status: None },
        /// `mcp_approval_response`
        McpApprovalResponse(McpApprovalResponse) { id, call_id: None, status: None },
        /// `code_interpreter_call`
        CodeInterpreterCall(CodeInterpreterCall) { id, call_id: None, status },
        /// `program`
        Program(Program) { id, call_id, status: None },
        /// `program_output`
        ProgramOutput(ProgramOutput) { id, call_id, status },
        /// `image_generation_call`
        ImageGenerationCall(ImageGenerationCall) { id, call_id: None, status },
        /// `computer_call`
        ComputerCall(ComputerCall) { id, call_id, status },
        /// `computer_call_output`
        ComputerCallOutput(ComputerCallOutput) { id, call_id, status },
        /// `shell_call`
        ShellCall(ShellCall) { id, call_id, status },
        /// `shell_call_output`
        ShellCallOutput(ShellCallOutput) { id, call_id, status },
        /// `local_shell_call`
        LocalShellCall(LocalShellCall) { id, call_id, status },
        /// `local_shell_call_output`
        LocalShellCallOutput(LocalShellCallOutput) { id, call_id: None, status },
        /// `apply_patch_call`
        ApplyPatchCall(ApplyPatchCall) { id, call_id, status },
        /// `apply_patch_call_output`
        ApplyPatchCallOutput(ApplyPatchCallOutput) { id, call_id, status },
    }
}

impl OutputItem {
    /// Returns the ID of the item, the `item_id` of its events. For an unknown type it is read from the JSON.
    pub fn id(&self) -> Option<Cow<'_, str>> {
        self.common_fields().id
    }

    /// Returns the ID that ties a call to its output. For an unknown type it is read from the JSON. Items that the caller
    /// does not answer have none.
    pub fn call_id(&self) -> Option<Cow<'_, str>> {
        self.common_fields().call_id
    }

    /// Returns the status of the item, if it has one. For an unknown type it is read from the JSON.
    pub fn status(&self) -> Option<ItemStatus> {
        self.common_fields().status.map(Cow::into_owned)
    }
}

/// The fields that most types of items have.
#[derive(Default, ResponseEvent)]
#[event(untagged)]
struct CommonFields<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    call_id: Option<Cow<'a, str>>,
    status: Option<Cow<'a, ItemStatus>>,
}

impl<'a> CommonFields<'a> {
    /// Reads the fields from the JSON of an item of an unknown type.
    fn of_unknown(item: &'a UnknownEvent) -> Self {
        crate::from_str(item.json()).unwrap_or_default()
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
        assert_eq!(item.status(), Some("paused".into()));
    }

    #[test]
    fn one_with_odd_members_has_none_of_them() {
        let item: OutputItem = crate::from_str(r#"{"type":"x","id":7,"status":"completed"}"#).unwrap();
        assert_eq!((item.id(), item.call_id(), item.status()), (None, None, None));
    }
}
