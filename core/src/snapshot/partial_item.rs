//! The item types that events build piece by piece: one row and one `impl PartialItem` each.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use super::indexes::{Indexes, PartIndexes};
use super::merge::MergeMissing as _;
use crate::payload::{
    ApplyPatchCall, CodeInterpreterCall, Compaction, CustomToolCall, FileSearchCall, FunctionCall, ImageGenerationCall,
    ItemStatus, McpCall, McpListTools, MessageRole, OutputItem, OutputMessage, PatchOperation, PatchOperationType,
    Reasoning, ShellCall, ShellCallOutput, WebSearchCall,
};
use crate::{ExtraFields, RawJson};

/// An item type that events build piece by piece.
pub(super) trait PartialItem: Variant {
    /// Creates an item of which only the id is known; everything else is empty.
    fn with_id(id: String) -> Self;

    /// Returns the indexes of the parts that the item has.
    fn part_indexes(&self) -> PartIndexes {
        PartIndexes::default()
    }

    /// Takes from `old`, which was built before this item came, what is empty here.
    fn merge(&mut self, _indexes: &mut PartIndexes, _old: Self, _old_indexes: PartIndexes) {}

    /// Sets the status, for a type that has one and whose events report progress.
    fn set_status(&mut self, _status: &ItemStatus) {}

    /// Creates the same item as [`with_id`](Self::with_id), as an item of any type.
    fn begin(id: String) -> OutputItem {
        Self::with_id(id).into()
    }
}

/// A struct that a variant of [`OutputItem`] holds.
pub(super) trait Variant: Sized + Into<OutputItem> {
    fn get(item: &OutputItem) -> Option<&Self>;

    fn get_mut(item: &mut OutputItem) -> Option<&mut Self>;
}

/// Finds the structs in the variants of an [`OutputItem`], and dispatches to them.
macro_rules! partial_items {
    ($( $variant:ident($item:ident), )+) => {
        $(
            impl Variant for $item {
                fn get(item: &OutputItem) -> Option<&Self> {
                    if let OutputItem::$variant(item) = item { Some(item) } else { None }
                }

                fn get_mut(item: &mut OutputItem) -> Option<&mut Self> {
                    if let OutputItem::$variant(item) = item { Some(item) } else { None }
                }
            }
        )+

        /// Returns the indexes of the parts that the item has; none for a type that events do not build.
        pub(super) fn part_indexes(item: &OutputItem) -> PartIndexes {
            match item {
                $( OutputItem::$variant(item) => item.part_indexes(), )+
                _ => PartIndexes::default(),
            }
        }

        /// Merges an item with one that was built before it came, if they are of the same type.
        pub(super) fn merge(
            new: &mut OutputItem,
            indexes: &mut PartIndexes,
            old: OutputItem,
            old_indexes: PartIndexes,
        ) {
            match (new, old) {
                $( (OutputItem::$variant(new), OutputItem::$variant(old)) => new.merge(indexes, old, old_indexes), )+
                _ => {}
            }
        }
    };
}

partial_items! {
    Message(OutputMessage),
    Reasoning(Reasoning),
    Compaction(Compaction),
    FunctionCall(FunctionCall),
    CustomToolCall(CustomToolCall),
    McpCall(McpCall),
    McpListTools(McpListTools),
    WebSearchCall(WebSearchCall),
    FileSearchCall(FileSearchCall),
    CodeInterpreterCall(CodeInterpreterCall),
    ImageGenerationCall(ImageGenerationCall),
    ShellCall(ShellCall),
    ShellCallOutput(ShellCallOutput),
    ApplyPatchCall(ApplyPatchCall),
}

impl PartialItem for OutputMessage {
    fn with_id(id: String) -> Self {
        let (role, status) = (MessageRole::Assistant, Some(ItemStatus::InProgress));
        Self { id, role, status, phase: None, content: Vec::new(), other: ExtraFields::new() }
    }

    fn part_indexes(&self) -> PartIndexes {
        PartIndexes { content: Indexes::of(&self.content), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        indexes.content.merge(&mut self.content, old_indexes.content, old.content);
    }
}

impl PartialItem for Reasoning {
    fn with_id(id: String) -> Self {
        let (summary, other) = (Vec::new(), ExtraFields::new());
        Self { id, status: None, summary, content: None, encrypted_content: None, other }
    }

    fn part_indexes(&self) -> PartIndexes {
        let content = self.content.as_deref().unwrap_or_default();
        PartIndexes { content: Indexes::of(content), summary: Indexes::of(&self.summary) }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        indexes.summary.merge(&mut self.summary, old_indexes.summary, old.summary);
        if let Some(content) = old.content {
            indexes.content.merge(self.content.get_or_insert_default(), old_indexes.content, content);
        }
    }
}

impl PartialItem for Compaction {
    fn with_id(id: String) -> Self {
        Self { id, encrypted_content: String::new(), other: ExtraFields::new() }
    }
}

impl PartialItem for FunctionCall {
    fn with_id(id: String) -> Self {
        let (id, status) = (non_empty(id), Some(ItemStatus::InProgress));
        let (call_id, name, arguments) = (String::new(), String::new(), String::new());
        Self { id, call_id, name, namespace: None, arguments, status, other: ExtraFields::new() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.arguments.merge(old.arguments);
    }
}

impl PartialItem for CustomToolCall {
    fn with_id(id: String) -> Self {
        let (call_id, name, input) = (String::new(), String::new(), String::new());
        Self { id: non_empty(id), call_id, name, namespace: None, input, status: None, other: ExtraFields::new() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.input.merge(old.input);
    }
}

impl PartialItem for McpCall {
    fn with_id(id: String) -> Self {
        Self {
            id,
            server_label: String::new(),
            name: String::new(),
            arguments: String::new(),
            status: Some(ItemStatus::InProgress),
            output: None,
            error: None,
            approval_request_id: None,
            other: ExtraFields::new(),
        }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.arguments.merge(old.arguments);
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for McpListTools {
    fn with_id(id: String) -> Self {
        let (server_label, tools) = (String::new(), RawJson::from(Value::Array(Vec::new())));
        Self { id, server_label, tools, error: None, other: ExtraFields::new() }
    }
}

impl PartialItem for WebSearchCall {
    fn with_id(id: String) -> Self {
        Self { id, status: ItemStatus::InProgress, action: None, other: ExtraFields::new() }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = status.clone();
    }
}

impl PartialItem for FileSearchCall {
    fn with_id(id: String) -> Self {
        Self { id, status: ItemStatus::InProgress, queries: Vec::new(), results: None, other: ExtraFields::new() }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = status.clone();
    }
}

impl PartialItem for CodeInterpreterCall {
    fn with_id(id: String) -> Self {
        let (status, other) = (ItemStatus::InProgress, ExtraFields::new());
        Self { id, status, code: None, container_id: None, outputs: None, other }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.code.merge(old.code);
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = status.clone();
    }
}

impl PartialItem for ImageGenerationCall {
    fn with_id(id: String) -> Self {
        Self {
            id,
            status: ItemStatus::InProgress,
            result: None,
            revised_prompt: None,
            background: None,
            output_format: None,
            quality: None,
            size: None,
            error: None,
            other: ExtraFields::new(),
        }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = status.clone();
    }
}

impl PartialItem for ShellCall {
    fn with_id(id: String) -> Self {
        let (call_id, status) = (String::new(), ItemStatus::InProgress);
        Self { id, call_id, action: None, environment: None, status, other: ExtraFields::new() }
    }

    fn part_indexes(&self) -> PartIndexes {
        let commands = self.action.as_ref().map(|action| &action.commands[..]).unwrap_or_default();
        PartIndexes { content: Indexes::of(commands), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        match (&mut self.action, old.action) {
            (Some(new), Some(old)) => {
                indexes.content.merge(&mut new.commands, old_indexes.content, old.commands);
            }
            (new @ None, Some(old)) => {
                *new = Some(old);
                indexes.content = old_indexes.content;
            }
            (_, None) => {}
        }
    }
}

impl PartialItem for ShellCallOutput {
    fn with_id(id: String) -> Self {
        let (call_id, status) = (String::new(), ItemStatus::InProgress);
        Self { id, call_id, output: Vec::new(), status, other: ExtraFields::new() }
    }

    fn part_indexes(&self) -> PartIndexes {
        PartIndexes { content: Indexes::of(&self.output), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        indexes.content.merge(&mut self.output, old_indexes.content, old.output);
    }
}

impl PartialItem for ApplyPatchCall {
    fn with_id(id: String) -> Self {
        let (operation_type, path) = (PatchOperationType::Unknown(String::new()), String::new());
        let operation = PatchOperation { operation_type, path, diff: None, other: ExtraFields::new() };
        Self { id, call_id: String::new(), operation, status: ItemStatus::InProgress, other: ExtraFields::new() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.operation.diff.merge(old.operation.diff);
    }
}

fn non_empty(id: String) -> Option<String> {
    if id.is_empty() { None } else { Some(id) }
}
