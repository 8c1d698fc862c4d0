//! The texts in a done item, which its events must add up to.

use alloc::vec::Vec;

use super::action::{List, Part};
use crate::payload::OutputItem;

/// A text in an item.
pub(super) struct Content<'i> {
    pub(super) list: List,
    pub(super) index: usize,
    /// Absent if the part has no text.
    pub(super) text: Option<&'i str>,
}

/// Returns the texts of an item, in their order.
pub(super) fn contents(item: &OutputItem) -> Vec<Content<'_>> {
    match item {
        OutputItem::Message(item) => of_parts(List::Content, item.content().iter().map(Part::of_content)).collect(),
        OutputItem::Reasoning(item) => {
            let summary = of_parts(List::Summary, item.summary().iter().map(Part::of_summary));
            summary.chain(of_parts(List::Content, item.content().iter().map(Part::of_content))).collect()
        }
        OutputItem::FunctionCall(item) => of_text(item.arguments.as_deref()),
        OutputItem::CustomToolCall(item) => of_text(item.input.as_deref()),
        OutputItem::McpCall(item) => of_text(item.arguments.as_deref()),
        OutputItem::CodeInterpreterCall(item) => of_text(item.code.as_deref()),
        OutputItem::ApplyPatchCall(item) => {
            of_text(item.operation.as_ref().and_then(|operation| operation.diff.as_deref()))
        }
        OutputItem::ShellCall(item) => {
            let commands = item.action.as_ref().and_then(|action| action.commands.as_deref()).unwrap_or_default();
            let commands = commands.iter().enumerate();
            commands.map(|(index, text)| Content { list: List::Command, index, text: Some(text) }).collect()
        }
        _ => Vec::new(),
    }
}

fn of_parts<'i>(list: List, parts: impl Iterator<Item = Part<'i>>) -> impl Iterator<Item = Content<'i>> {
    parts.enumerate().map(move |(index, part)| Content { list, index, text: part.text })
}

/// Returns the one text of a call.
fn of_text(text: Option<&str>) -> Vec<Content<'_>> {
    text.map(|text| Content { list: List::Whole, index: 0, text: Some(text) }).into_iter().collect()
}
