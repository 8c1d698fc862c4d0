//! The item types that events build piece by piece: one row and one `impl PartialItem` each.

use alloc::string::String;
use alloc::vec::Vec;

use super::indexes::{Indexes, PartIndexes};
use super::merge::MergeMissing;
use crate::payload::{
    ApplyPatchCall, CodeInterpreterCall, Compaction, CustomToolCall, FileSearchCall, FunctionCall, ImageGenerationCall,
    ItemStatus, McpCall, McpListTools, MessageRole, OutputItem, OutputMessage, Reasoning, ShellCall, ShellCallOutput,
    ShellOutputs, WebSearchCall,
};

/// An item type that events build piece by piece.
pub(super) trait PartialItem: Variant {
    /// Creates an item of which only the id is known, if that.
    fn with_id(id: Option<String>) -> Self;

    /// Returns the indexes of the parts that the item has.
    fn part_indexes(&self) -> PartIndexes {
        PartIndexes::default()
    }

    /// Takes from `old`, which was built before this item came, what is empty here.
    fn merge(&mut self, _indexes: &mut PartIndexes, _old: Self, _old_indexes: PartIndexes) {}

    /// Brings the parts into the order of their indexes.
    fn order(&mut self, _indexes: &PartIndexes) {}

    /// Sets the status, for a type that has one and whose events report progress.
    fn set_status(&mut self, _status: &ItemStatus) {}

    /// Creates the same item as [`with_id`](Self::with_id), as an item of any type.
    fn begin(id: Option<String>) -> OutputItem {
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

        /// Brings the parts of the item into the order of their indexes.
        pub(super) fn order(item: &mut OutputItem, indexes: &PartIndexes) {
            match item {
                $( OutputItem::$variant(item) => item.order(indexes), )+
                _ => {}
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
    fn with_id(id: Option<String>) -> Self {
        Self { id, role: Some(MessageRole::Assistant), status: IN_PROGRESS, ..Self::default() }
    }

    fn part_indexes(&self) -> PartIndexes {
        PartIndexes { content: Indexes::of(self.content()), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        merge_parts(&mut self.content, &mut indexes.content, old.content, old_indexes.content);
    }

    fn order(&mut self, indexes: &PartIndexes) {
        if let Some(content) = &mut self.content {
            indexes.content.order_annotations(content);
            indexes.content.order(content);
        }
    }
}

impl PartialItem for Reasoning {
    fn with_id(id: Option<String>) -> Self {
        Self { id, ..Self::default() }
    }

    fn part_indexes(&self) -> PartIndexes {
        PartIndexes { content: Indexes::of(self.content()), summary: Indexes::of(self.summary()) }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        merge_parts(&mut self.summary, &mut indexes.summary, old.summary, old_indexes.summary);
        merge_parts(&mut self.content, &mut indexes.content, old.content, old_indexes.content);
    }

    fn order(&mut self, indexes: &PartIndexes) {
        self.summary.iter_mut().for_each(|summary| indexes.summary.order(summary));
        self.content.iter_mut().for_each(|content| indexes.content.order(content));
    }
}

impl PartialItem for Compaction {
    fn with_id(id: Option<String>) -> Self {
        Self { id, ..Self::default() }
    }
}

impl PartialItem for FunctionCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.arguments.merge(old.arguments);
    }
}

impl PartialItem for CustomToolCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, ..Self::default() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.input.merge(old.input);
    }
}

impl PartialItem for McpCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.arguments.merge(old.arguments);
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for McpListTools {
    fn with_id(id: Option<String>) -> Self {
        Self { id, ..Self::default() }
    }
}

impl PartialItem for WebSearchCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for FileSearchCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for CodeInterpreterCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        self.code.merge(old.code);
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for ImageGenerationCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn set_status(&mut self, status: &ItemStatus) {
        self.status = Some(status.clone());
    }
}

impl PartialItem for ShellCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn part_indexes(&self) -> PartIndexes {
        let commands = self.action.as_ref().and_then(|action| action.commands.as_deref());
        PartIndexes { content: Indexes::of(commands.unwrap_or_default()), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        match (&mut self.action, old.action) {
            (Some(new), Some(old)) => {
                merge_parts(&mut new.commands, &mut indexes.content, old.commands, old_indexes.content);
            }
            (new @ None, Some(old)) => {
                *new = Some(old);
                indexes.content = old_indexes.content;
            }
            (_, None) => {}
        }
    }

    fn order(&mut self, indexes: &PartIndexes) {
        if let Some(commands) = self.action.as_mut().and_then(|action| action.commands.as_mut()) {
            indexes.content.order(commands);
        }
    }
}

impl PartialItem for ShellCallOutput {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn part_indexes(&self) -> PartIndexes {
        PartIndexes { content: Indexes::of(self.output()), ..PartIndexes::default() }
    }

    fn merge(&mut self, indexes: &mut PartIndexes, old: Self, old_indexes: PartIndexes) {
        let Some(old) = old.output else { return };
        match (self.output.get_or_insert_default(), old) {
            (ShellOutputs::List(new), ShellOutputs::List(old)) => {
                indexes.content.merge(new, old_indexes.content, old);
            }
            (new, old) => {
                if new.is_empty() {
                    *new = old;
                    indexes.content = old_indexes.content;
                }
            }
        }
    }

    fn order(&mut self, indexes: &PartIndexes) {
        if let Some(ShellOutputs::List(outputs)) = &mut self.output {
            indexes.content.order(outputs);
        }
    }
}

impl PartialItem for ApplyPatchCall {
    fn with_id(id: Option<String>) -> Self {
        Self { id, status: IN_PROGRESS, ..Self::default() }
    }

    fn merge(&mut self, _: &mut PartIndexes, old: Self, _: PartIndexes) {
        match (&mut self.operation, old.operation) {
            (Some(new), Some(old)) => new.diff.merge(old.diff),
            (new @ None, old) => *new = old,
            (Some(_), None) => {}
        }
    }
}

const IN_PROGRESS: Option<ItemStatus> = Some(ItemStatus::InProgress);

/// Merges a list of parts with the one built before it.
fn merge_parts<P: MergeMissing>(
    parts: &mut Option<Vec<P>>,
    indexes: &mut Indexes,
    old: Option<Vec<P>>,
    old_indexes: Indexes,
) {
    if let Some(old) = old {
        indexes.merge(parts.get_or_insert_default(), old_indexes, old);
    }
}
