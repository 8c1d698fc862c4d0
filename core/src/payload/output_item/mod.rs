//! The items of a response's output, grouped by topic.
//!
//! Items of a server's own types, such as those of OpenRouter's tools (`openrouter:…`), have no struct: they are kept as
//! [`OutputItem::Unknown`], and [`OutputItem::extension`] returns the two parts of their type.

mod agent;
mod code;
mod computer;
mod context;
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

pub use self::agent::{Agent, AgentMessage, MultiAgentCall, MultiAgentCallOutput};
pub use self::code::{CodeInterpreterCall, Program, ProgramOutput};
pub use self::computer::{ComputerCall, ComputerCallOutput};
pub use self::context::{CompactionTrigger, ConfigurationUpdate, ItemReference};
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
use crate::{EventFamily, ExtraFields, RawJson, ResponseEvent, UnknownEvent};

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
    #[cfg_attr(feature = "schema", event(schema))]
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
        /// `agent_message`
        AgentMessage(AgentMessage) { id, call_id: None, status: None },
        /// `multi_agent_call`
        MultiAgentCall(MultiAgentCall) { id, call_id, status: None },
        /// `multi_agent_call_output`
        MultiAgentCallOutput(MultiAgentCallOutput) { id, call_id, status: None },
        /// `configuration_update`
        ConfigurationUpdate(ConfigurationUpdate) { id, call_id: None, status: None },
        /// `compaction_trigger`
        CompactionTrigger(CompactionTrigger) { id, call_id: None, status: None },
        /// `item_reference`
        ItemReference(ItemReference) { id, call_id: None, status: None },
    }
}

null_element! { OutputItem }

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

    /// Returns the agent that the item comes from: its field `agent`, if it is an object.
    pub fn agent(&self) -> Option<Agent> {
        match (self, self.extra()) {
            (_, Some(extra)) => extra.get("agent")?.decode().ok(),
            (Self::Unknown(item), None) => field_of(item, "agent")?.decode().ok(),
            (_, None) => None,
        }
    }

    /// Returns the owner and the name of a server's own type of item, which the Open Responses specification writes as
    /// `owner:name`. Such an item is [`Unknown`](Self::Unknown).
    ///
    /// ```
    /// use response_event::payload::{ItemStatus, OutputItem};
    ///
    /// let item: OutputItem = response_event::from_str(
    ///     r#"{"type":"openrouter:datetime","id":"dt_1","status":"completed","timezone":"Europe/Oslo"}"#,
    /// )?;
    /// match item.extension() {
    ///     Some(("openrouter", tool)) => println!("{tool} is {:?}", item.status()),
    ///     Some((owner, name)) => println!("{owner} sent {name}"),
    ///     None => println!("{:?}", item.id()),
    /// }
    /// assert_eq!(item.extension(), Some(("openrouter", "datetime")));
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn extension(&self) -> Option<(&str, &str)> {
        match self {
            Self::Unknown(item) => item.event_type().split_once(':'),
            _ => None,
        }
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

/// Returns a field of an item of an unknown type.
fn field_of(item: &UnknownEvent, name: &str) -> Option<RawJson> {
    let mut fields: ExtraFields = item.json().parse().ok()?;
    fields.remove(name)
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
    fn an_item_names_its_agent_whether_its_type_is_known_or_not() {
        for json in [
            r#"{"type":"reasoning","id":"rs_1","agent":{"agent_name":"scout"}}"#,
            r#"{"agent":{"agent_name":"scout"},"type":"x"}"#,
        ] {
            let item: OutputItem = crate::from_str(json).unwrap();
            assert_eq!(item.agent().and_then(|agent| agent.agent_name).as_deref(), Some("scout"), "{json}");
            assert_eq!(crate::to_string(&item).unwrap(), json);
        }
        for json in [r#"{"type":"x","agent":"scout"}"#, r#"{"type":"reasoning"}"#, r#"{"type":"x"}"#] {
            assert_eq!(crate::from_str::<OutputItem>(json).unwrap().agent(), None, "{json}");
        }
    }

    #[test]
    fn only_an_unknown_type_with_an_owner_is_an_extension() {
        let extension = |json: &str| {
            let item: OutputItem = crate::from_str(json).unwrap();
            item.extension().map(|(owner, name)| (String::from(owner), String::from(name)))
        };
        let found = extension(r#"{"type":"openrouter:web:fetch","id":"a"}"#).unwrap();
        assert_eq!((&*found.0, &*found.1), ("openrouter", "web:fetch"));
        assert_eq!(extension(r#"{"type":"x","id":"a:b"}"#), None);
        assert_eq!(extension(r#"{"type":"reasoning","id":"a:b"}"#), None);
    }

    #[test]
    fn one_with_odd_members_has_none_of_them() {
        let item: OutputItem = crate::from_str(r#"{"type":"x","id":7,"status":"completed"}"#).unwrap();
        assert_eq!((item.id(), item.call_id(), item.status()), (None, None, None));
    }
}
