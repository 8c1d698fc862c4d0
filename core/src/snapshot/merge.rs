//! What was built before its `….added` came, or came again: it stays where the event tells nothing.

use alloc::string::String;
use alloc::vec::Vec;

use super::items::Parts;
use crate::payload::{ContentPart, OutputItem, ShellOutput, SummaryPart};

/// What is told anew.
pub(super) trait Carry {
    /// Takes over what is empty here.
    fn carry(&mut self, old: Self);
}

impl Carry for String {
    fn carry(&mut self, old: Self) {
        if self.is_empty() {
            *self = old;
        }
    }
}

impl<T> Carry for Vec<T> {
    fn carry(&mut self, old: Self) {
        if self.is_empty() {
            *self = old;
        }
    }
}

impl<T: Carry> Carry for Option<T> {
    fn carry(&mut self, old: Self) {
        match (self, old) {
            (Some(new), Some(old)) => new.carry(old),
            (new @ None, old) => *new = old,
            _ => {}
        }
    }
}

impl Carry for ContentPart {
    fn carry(&mut self, old: Self) {
        match (self, old) {
            (Self::OutputText(new), Self::OutputText(old)) => {
                new.text.carry(old.text);
                new.annotations.carry(old.annotations);
                new.logprobs.carry(old.logprobs);
            }
            (Self::Refusal(new), Self::Refusal(old)) => new.refusal.carry(old.refusal),
            (Self::ReasoningText(new), Self::ReasoningText(old)) => new.text.carry(old.text),
            _ => {}
        }
    }
}

impl Carry for SummaryPart {
    fn carry(&mut self, old: Self) {
        if let (Self::SummaryText(new), Self::SummaryText(old)) = (self, old) {
            new.text.carry(old.text);
        }
    }
}

impl Carry for ShellOutput {
    fn carry(&mut self, old: Self) {
        self.stdout.carry(old.stdout);
        self.stderr.carry(old.stderr);
        self.outcome = self.outcome.take().or(old.outcome);
    }
}

/// The same for an item and for its parts, which are known by their indexes.
pub(super) fn carry_item(new: &mut OutputItem, parts: &mut Parts, old: OutputItem, old_parts: Parts) {
    let (content, old_content) = (&mut parts.content, old_parts.content);
    match (new, old) {
        (OutputItem::Message(new), OutputItem::Message(old)) => {
            content.carry(&mut new.content, old_content, old.content);
        }
        (OutputItem::Reasoning(new), OutputItem::Reasoning(old)) => {
            parts.summary.carry(&mut new.summary, old_parts.summary, old.summary);
            if let Some(old) = old.content {
                content.carry(new.content.get_or_insert_default(), old_content, old);
            }
        }
        (OutputItem::FunctionCall(new), OutputItem::FunctionCall(old)) => new.arguments.carry(old.arguments),
        (OutputItem::CustomToolCall(new), OutputItem::CustomToolCall(old)) => new.input.carry(old.input),
        (OutputItem::McpCall(new), OutputItem::McpCall(old)) => new.arguments.carry(old.arguments),
        (OutputItem::CodeInterpreterCall(new), OutputItem::CodeInterpreterCall(old)) => new.code.carry(old.code),
        (OutputItem::ApplyPatchCall(new), OutputItem::ApplyPatchCall(old)) => {
            new.operation.diff.carry(old.operation.diff);
        }
        (OutputItem::ShellCall(new), OutputItem::ShellCall(old)) => match (&mut new.action, old.action) {
            (Some(new), Some(old)) => content.carry(&mut new.commands, old_content, old.commands),
            (new @ None, Some(old)) => {
                *new = Some(old);
                *content = old_content;
            }
            (_, None) => {}
        },
        (OutputItem::ShellCallOutput(new), OutputItem::ShellCallOutput(old)) => {
            content.carry(&mut new.output, old_content, old.output);
        }
        _ => {}
    }
}
