//! Applies each event to the item that it refers to.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::indexes::Indexes;
use super::items::Items;
use super::merge::MergeMissing as _;
use super::partial_item::PartialItem;
use crate::event_position::EventPosition;
use crate::events::StreamEvent;
use crate::payload::{
    Annotation, ApplyPatchCall, CodeInterpreterCall, Compaction, ContentPart, CustomToolCall, FileSearchCall,
    FunctionCall, ImageGenerationCall, ItemStatus, McpCall, McpListTools, OutputItem, OutputMessage, OutputText,
    Reasoning, ReasoningText, Refusal, ShellAction, ShellCall, ShellCallOutput, ShellOutput, SummaryPart, SummaryText,
    WebSearchCall,
};
use crate::{ExtraFields, Number};

/// A way to put a part at its index.
type Put<P> = fn(&mut Indexes, &mut Vec<P>, Option<Number>, P);

impl Items {
    pub(super) fn apply(&mut self, event: &StreamEvent, at: &EventPosition<'_>) {
        match event {
            StreamEvent::OutputItemAdded(event) => {
                if let Some(item) = &event.item {
                    self.add(at.output_index, item.clone());
                }
            }
            StreamEvent::OutputItemDone(event) => {
                if let Some(item) = &event.item {
                    self.finish(at.output_index, item.clone());
                }
            }
            StreamEvent::ContentPartAdded(event) => {
                self.put_content_part(at, event.content_index, event.part.as_ref(), Indexes::add);
            }
            StreamEvent::ContentPartDone(event) => {
                self.put_content_part(at, event.content_index, event.part.as_ref(), Indexes::put);
            }

            StreamEvent::OutputTextDelta(event) => self.update_text(at, event.content_index, |part| {
                part.text += &event.delta;
                if let Some(logprobs) = non_empty(event.logprobs.as_deref()) {
                    part.logprobs.get_or_insert_default().extend_from_slice(logprobs);
                }
            }),
            StreamEvent::OutputTextDone(event) => self.update_text(at, event.content_index, |part| {
                part.text.clone_from(&event.text);
                if let Some(logprobs) = non_empty(event.logprobs.as_deref()) {
                    part.logprobs = Some(logprobs.into());
                }
            }),
            StreamEvent::OutputTextAnnotationAdded(event) => {
                if let Some(annotation) = &event.annotation {
                    self.update_text(at, event.content_index, |part| {
                        put_annotation(part.annotations.get_or_insert_default(), event.annotation_index, annotation);
                    });
                }
            }
            StreamEvent::RefusalDelta(event) => {
                self.update_refusal(at, event.content_index, |text| *text += &event.delta);
            }
            StreamEvent::RefusalDone(event) => {
                self.update_refusal(at, event.content_index, |text| text.clone_from(&event.refusal));
            }

            StreamEvent::ReasoningTextDelta(event) => {
                self.update_reasoning_text(at, event.content_index, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningTextDone(event) => {
                self.update_reasoning_text(at, event.content_index, |text| text.clone_from(&event.text));
            }
            StreamEvent::ReasoningSummaryPartAdded(event) => {
                self.put_summary_part(at, event.summary_index, event.part.as_ref(), Indexes::add);
            }
            StreamEvent::ReasoningSummaryPartDone(event) => {
                self.put_summary_part(at, event.summary_index, event.part.as_ref(), Indexes::put);
            }
            StreamEvent::ReasoningSummaryTextDelta(event) => {
                self.update_summary_text(at, event.summary_index, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningSummaryTextDone(event) => {
                self.update_summary_text(at, event.summary_index, |text| text.clone_from(&event.text));
            }
            _ => self.apply_to_call(event, at),
        }
    }

    /// Applies the events of calls and of their outputs.
    fn apply_to_call(&mut self, event: &StreamEvent, at: &EventPosition<'_>) {
        match event {
            StreamEvent::FunctionCallArgumentsDelta(event) => {
                self.update(at, |call: &mut FunctionCall| call.arguments += &event.delta);
            }
            StreamEvent::FunctionCallArgumentsDone(event) => self.update(at, |call: &mut FunctionCall| {
                call.arguments.clone_from(&event.arguments);
                if call.name.is_empty() {
                    call.name = event.name.clone().unwrap_or_default();
                }
            }),
            StreamEvent::CustomToolCallInputDelta(event) => {
                self.update(at, |call: &mut CustomToolCall| call.input += &event.delta);
            }
            StreamEvent::CustomToolCallInputDone(event) => {
                self.update(at, |call: &mut CustomToolCall| call.input.clone_from(&event.input));
            }
            StreamEvent::McpCallArgumentsDelta(event) => {
                self.update(at, |call: &mut McpCall| call.arguments += &event.delta);
            }
            StreamEvent::McpCallArgumentsDone(event) => {
                self.update(at, |call: &mut McpCall| call.arguments.clone_from(&event.arguments));
            }
            StreamEvent::CodeInterpreterCallCodeDelta(event) => {
                self.update(at, |call: &mut CodeInterpreterCall| *call.code.get_or_insert_default() += &event.delta);
            }
            StreamEvent::CodeInterpreterCallCodeDone(event) => {
                self.update(at, |call: &mut CodeInterpreterCall| call.code = Some(event.code.clone()));
            }
            StreamEvent::ApplyPatchCallOperationDiffDelta(event) => self.update(at, |call: &mut ApplyPatchCall| {
                *call.operation.diff.get_or_insert_default() += &event.delta;
            }),
            StreamEvent::ApplyPatchCallOperationDiffDone(event) => {
                self.update(at, |call: &mut ApplyPatchCall| call.operation.diff = Some(event.diff.clone()));
            }
            StreamEvent::ShellCallCommandAdded(event) => self.update_command(at, event.command_index, |command| {
                let built = mem::replace(command, event.command.clone().unwrap_or_default());
                command.merge(built);
            }),
            StreamEvent::ShellCallCommandDelta(event) => {
                self.update_command(at, event.command_index, |command| *command += &event.delta);
            }
            StreamEvent::ShellCallCommandDone(event) => {
                self.update_command(at, event.command_index, |command| command.clone_from(&event.command));
            }
            StreamEvent::ShellCallOutputContentDelta(event) => {
                self.update_shell_output(at, event.command_index, |output| {
                    output.stdout += event.delta.stdout.as_deref().unwrap_or_default();
                    output.stderr += event.delta.stderr.as_deref().unwrap_or_default();
                });
            }
            StreamEvent::ShellCallOutputContentDone(event) => {
                // One for the command; of several, the last says how it ended.
                if let Some([begin @ .., end]) = event.output.as_deref() {
                    self.update_shell_output(at, event.command_index, |output| {
                        let text = |of: fn(&ShellOutput) -> &str| begin.iter().chain([end]).map(of).collect();
                        let (stdout, stderr) = (text(|output| &output.stdout), text(|output| &output.stderr));
                        *output = ShellOutput { stdout, stderr, ..end.clone() };
                    });
                }
            }
            StreamEvent::ImageGenCallPartialImage(image) => {
                self.apply_progress(event, at);
                self.set_partial_image(image, at);
            }
            _ => self.apply_progress(event, at),
        }
    }

    /// Applies the events that report only the progress of a call.
    fn apply_progress(&mut self, event: &StreamEvent, at: &EventPosition<'_>) {
        use ItemStatus::{Completed, Failed, Generating, InProgress, Interpreting, Searching};

        match event {
            StreamEvent::CodeInterpreterCallInProgress(_) => self.set_progress::<CodeInterpreterCall>(at, InProgress),
            StreamEvent::CodeInterpreterCallInterpreting(_) => {
                self.set_progress::<CodeInterpreterCall>(at, Interpreting);
            }
            StreamEvent::CodeInterpreterCallCompleted(_) => self.set_progress::<CodeInterpreterCall>(at, Completed),
            StreamEvent::WebSearchCallInProgress(_) => self.set_progress::<WebSearchCall>(at, InProgress),
            StreamEvent::WebSearchCallSearching(_) => self.set_progress::<WebSearchCall>(at, Searching),
            StreamEvent::WebSearchCallCompleted(_) => self.set_progress::<WebSearchCall>(at, Completed),
            StreamEvent::FileSearchCallInProgress(_) => self.set_progress::<FileSearchCall>(at, InProgress),
            StreamEvent::FileSearchCallSearching(_) => self.set_progress::<FileSearchCall>(at, Searching),
            StreamEvent::FileSearchCallCompleted(_) => self.set_progress::<FileSearchCall>(at, Completed),
            StreamEvent::ImageGenCallInProgress(_) => self.set_progress::<ImageGenerationCall>(at, InProgress),
            StreamEvent::ImageGenCallGenerating(_) | StreamEvent::ImageGenCallPartialImage(_) => {
                self.set_progress::<ImageGenerationCall>(at, Generating);
            }
            StreamEvent::ImageGenCallCompleted(_) => self.set_progress::<ImageGenerationCall>(at, Completed),
            StreamEvent::McpCallInProgress(_) => self.set_progress::<McpCall>(at, InProgress),
            StreamEvent::McpCallCompleted(_) => self.set_progress::<McpCall>(at, Completed),
            StreamEvent::McpCallFailed(_) => self.set_progress::<McpCall>(at, Failed),
            StreamEvent::McpListToolsInProgress(_) => self.set_progress::<McpListTools>(at, InProgress),
            StreamEvent::McpListToolsCompleted(_) => self.set_progress::<McpListTools>(at, Completed),
            StreamEvent::McpListToolsFailed(_) => self.set_progress::<McpListTools>(at, Failed),
            StreamEvent::CompactionCompacting(_) => self.set_progress::<Compaction>(at, InProgress),
            _ => {}
        }
    }

    fn update<T: PartialItem>(&mut self, at: &EventPosition<'_>, change: impl FnOnce(&mut T)) {
        if let Some((item, _)) = self.open(at) {
            change(item);
        }
    }

    fn set_progress<T: PartialItem>(&mut self, at: &EventPosition<'_>, progress: ItemStatus) {
        if let Some(slot) = self.slot(at, |item| T::get(item).is_some(), T::begin) {
            if let Some(item) = T::get_mut(&mut slot.item) {
                item.set_status(&progress);
                slot.progress = progress;
            }
        }
    }

    /// Puts a part into its message or reasoning. If there is neither, the type of the part decides which one to begin.
    fn put_content_part(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        part: Option<&ContentPart>,
        put: Put<ContentPart>,
    ) {
        let Some(part) = part else { return };
        let fits = |item: &OutputItem| matches!(item, OutputItem::Message(_) | OutputItem::Reasoning(_));
        let begin = match part {
            ContentPart::ReasoningText(_) => Reasoning::begin,
            _ => OutputMessage::begin,
        };
        let Some(slot) = self.slot(at, fits, begin) else { return };
        let content = match &mut slot.item {
            OutputItem::Message(message) => &mut message.content,
            OutputItem::Reasoning(reasoning) => reasoning.content.get_or_insert_default(),
            _ => return,
        };
        put(&mut slot.indexes.content, content, index, part.clone());
    }

    fn update_text(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut OutputText)) {
        let begin = || {
            let (text, other) = (String::new(), ExtraFields::new());
            ContentPart::OutputText(OutputText { text, annotations: None, logprobs: None, other })
        };
        if let Some((message, indexes)) = self.open::<OutputMessage>(at) {
            if let ContentPart::OutputText(part) =
                indexes.content.get_or_insert_with(&mut message.content, index, begin)
            {
                change(part);
            }
        }
    }

    fn update_refusal(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut String)) {
        let begin = || ContentPart::Refusal(Refusal { refusal: String::new(), other: ExtraFields::new() });
        if let Some((message, indexes)) = self.open::<OutputMessage>(at) {
            if let ContentPart::Refusal(part) = indexes.content.get_or_insert_with(&mut message.content, index, begin) {
                change(&mut part.refusal);
            }
        }
    }

    fn update_reasoning_text(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        change: impl FnOnce(&mut String),
    ) {
        let begin = || ContentPart::ReasoningText(ReasoningText { text: String::new(), other: ExtraFields::new() });
        if let Some((reasoning, indexes)) = self.open::<Reasoning>(at) {
            let content = reasoning.content.get_or_insert_default();
            if let ContentPart::ReasoningText(part) = indexes.content.get_or_insert_with(content, index, begin) {
                change(&mut part.text);
            }
        }
    }

    fn put_summary_part(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        part: Option<&SummaryPart>,
        put: Put<SummaryPart>,
    ) {
        let Some(part) = part else { return };
        if let Some((reasoning, indexes)) = self.open::<Reasoning>(at) {
            put(&mut indexes.summary, &mut reasoning.summary, index, part.clone());
        }
    }

    fn update_summary_text(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut String)) {
        let begin = || SummaryPart::SummaryText(SummaryText { text: String::new(), other: ExtraFields::new() });
        if let Some((reasoning, indexes)) = self.open::<Reasoning>(at) {
            if let SummaryPart::SummaryText(part) =
                indexes.summary.get_or_insert_with(&mut reasoning.summary, index, begin)
            {
                change(&mut part.text);
            }
        }
    }

    fn update_command(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut String)) {
        if let Some((call, indexes)) = self.open::<ShellCall>(at) {
            let action = call.action.get_or_insert_with(|| {
                let (commands, other) = (Vec::new(), ExtraFields::new());
                ShellAction { commands, timeout_ms: None, max_output_length: None, other }
            });
            change(indexes.content.get_or_insert_with(&mut action.commands, index, String::new));
        }
    }

    fn update_shell_output(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        change: impl FnOnce(&mut ShellOutput),
    ) {
        let begin = || {
            let (stdout, stderr) = (String::new(), String::new());
            ShellOutput { outcome: None, stdout, stderr, created_by: None, other: ExtraFields::new() }
        };
        if let Some((output, indexes)) = self.open::<ShellCallOutput>(at) {
            change(indexes.content.get_or_insert_with(&mut output.output, index, begin));
        }
    }
}

/// Returns the list if it is not empty.
fn non_empty<T>(list: Option<&[T]>) -> Option<&[T]> {
    list.filter(|list| !list.is_empty())
}

/// Replaces the annotation at this index, or appends it.
fn put_annotation(annotations: &mut Vec<Annotation>, index: Option<Number>, annotation: &Annotation) {
    match index.and_then(Number::as_index).and_then(|index| annotations.get_mut(index)) {
        Some(old) => old.clone_from(annotation),
        None => annotations.push(annotation.clone()),
    }
}
