//! Items of which the beginning was missed: what no event has told is empty.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use crate::payload::{
    ApplyPatchCall, CodeInterpreterCall, Compaction, CustomToolCall, FileSearchCall, FunctionCall, ImageGenerationCall,
    ItemStatus, McpCall, McpListTools, MessageRole, OutputItem, OutputMessage, PatchOperation, PatchOperationType,
    Reasoning, ShellCall, ShellCallOutput, WebSearchCall,
};
use crate::{OtherMembers, RawJson};

/// A type of item that events tell piece by piece.
pub(super) trait Begun: Sized {
    /// The item with this id, of which nothing else is known.
    fn begun(id: String) -> OutputItem;

    fn of(item: &OutputItem) -> Option<&Self>;

    fn of_mut(item: &mut OutputItem) -> Option<&mut Self>;

    /// Takes up how far it is, if the item has a status.
    fn set_status(&mut self, _: &ItemStatus) {}
}

/// A `status` after the type says that events tell how far the item is.
macro_rules! begun {
    ($( $variant:ident($item:ident $(, $status:ident)?), |$id:ident| { $($members:tt)* } )+) => {
        $(
            impl Begun for $item {
                fn begun($id: String) -> OutputItem {
                    OutputItem::$variant($item { $($members)* other: OtherMembers::new() })
                }

                fn of(item: &OutputItem) -> Option<&Self> {
                    if let OutputItem::$variant(item) = item { Some(item) } else { None }
                }

                fn of_mut(item: &mut OutputItem) -> Option<&mut Self> {
                    if let OutputItem::$variant(item) = item { Some(item) } else { None }
                }

                $(
                    fn set_status(&mut self, status: &ItemStatus) {
                        self.$status = status.clone().into();
                    }
                )?
            }
        )+
    };
}

begun! {
    Message(OutputMessage), |id| {
        id, role: MessageRole::Assistant, status: Some(ItemStatus::InProgress), phase: None, content: Vec::new(),
    }
    Reasoning(Reasoning), |id| { id, status: None, summary: Vec::new(), content: None, encrypted_content: None, }
    Compaction(Compaction), |id| { id, encrypted_content: String::new(), }
    FunctionCall(FunctionCall), |id| {
        id: not_empty(id), call_id: String::new(), name: String::new(), namespace: None, arguments: String::new(),
        status: Some(ItemStatus::InProgress),
    }
    CustomToolCall(CustomToolCall), |id| {
        id: not_empty(id), call_id: String::new(), name: String::new(), namespace: None, input: String::new(),
        status: None,
    }
    McpCall(McpCall, status), |id| {
        id, server_label: String::new(), name: String::new(), arguments: String::new(),
        status: Some(ItemStatus::InProgress), output: None, error: None, approval_request_id: None,
    }
    McpListTools(McpListTools), |id| {
        id, server_label: String::new(), tools: RawJson::from(Value::Array(Vec::new())), error: None,
    }
    WebSearchCall(WebSearchCall, status), |id| { id, status: ItemStatus::InProgress, action: None, }
    FileSearchCall(FileSearchCall, status), |id| {
        id, status: ItemStatus::InProgress, queries: Vec::new(), results: None,
    }
    CodeInterpreterCall(CodeInterpreterCall, status), |id| {
        id, status: ItemStatus::InProgress, code: None, container_id: None, outputs: None,
    }
    ImageGenerationCall(ImageGenerationCall, status), |id| {
        id, status: ItemStatus::InProgress, result: None, revised_prompt: None, background: None, output_format: None,
        quality: None, size: None, error: None,
    }
    ShellCall(ShellCall), |id| {
        id, call_id: String::new(), action: None, environment: None, status: ItemStatus::InProgress,
    }
    ShellCallOutput(ShellCallOutput), |id| {
        id, call_id: String::new(), output: Vec::new(), status: ItemStatus::InProgress,
    }
    ApplyPatchCall(ApplyPatchCall), |id| {
        id, call_id: String::new(), operation: unknown_operation(), status: ItemStatus::InProgress,
    }
}

fn unknown_operation() -> PatchOperation {
    let (operation_type, path) = (PatchOperationType::Unknown(String::new()), String::new());
    PatchOperation { operation_type, path, diff: None, other: OtherMembers::new() }
}

fn not_empty(id: String) -> Option<String> {
    if id.is_empty() { None } else { Some(id) }
}
