//! Applies each event to the item that it refers to.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::indexes::{Indexes, PartIndexes};
use super::items::Items;
use super::merge::MergeMissing as _;
use super::partial_item::PartialItem;
use super::place::Place;
use crate::event_position::EventPosition;
use crate::events::StreamEvent;
use crate::payload::{
    Annotation, ApplyPatchCall, CodeInterpreterCall, Compaction, ContentPart, CustomToolCall, FileSearchCall,
    FunctionCall, ImageGenerationCall, ItemStatus, McpCall, McpListTools, OutputItem, OutputMessage, OutputText,
    Reasoning, ReasoningText, Refusal, ShellCall, ShellCallOutput, ShellOutput, ShellOutputs, SummaryPart, SummaryText,
    WebSearchCall,
};
use crate::{ExtraFields, Number};

impl Items {
    pub(super) fn apply(&mut self, event: &StreamEvent, at: &EventPosition<'_>) {
        if let Some(text) = whole_text(event) {
            self.discard_reader(at, text);
        }
        self.apply_to_item(event, at);
        if brings_first_part(event) {
            self.complete_head(at);
        }
    }

    fn apply_to_item(&mut self, event: &StreamEvent, at: &EventPosition<'_>) {
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
                self.put_content_part(at, event.content_index, event.part.as_ref(), false);
            }
            StreamEvent::ContentPartDone(event) => {
                self.put_content_part(at, event.content_index, event.part.as_ref(), true);
            }
            StreamEvent::ReasoningPartAdded(event) => {
                self.put_content_part(at, event.content_index, event.part.as_ref(), false);
            }
            StreamEvent::ReasoningPartDone(event) => {
                self.put_content_part(at, event.content_index, event.part.as_ref(), true);
            }

            StreamEvent::OutputTextDelta(event) => self.update_text(at, event.content_index, None, |part| {
                *part.text.get_or_insert_default() += &event.delta;
                if let Some(logprobs) = non_empty(event.logprobs.as_deref()) {
                    part.logprobs.get_or_insert_default().extend_from_slice(logprobs);
                }
            }),
            StreamEvent::OutputTextDone(event) => {
                self.update_text(at, event.content_index, Some(&event.text), |part| {
                    part.text = Some(event.text.clone());
                    if let Some(logprobs) = non_empty(event.logprobs.as_deref()) {
                        part.logprobs = Some(logprobs.into());
                    }
                });
            }
            StreamEvent::OutputTextAnnotationAdded(event) => {
                if let Some(annotation) = &event.annotation {
                    self.put_annotation(at, event.content_index, event.annotation_index, annotation);
                }
            }
            StreamEvent::RefusalDelta(event) => {
                self.update_refusal(at, event.content_index, None, |text| *text += &event.delta);
            }
            StreamEvent::RefusalDone(event) => {
                self.update_refusal(at, event.content_index, Some(&event.refusal), |text| {
                    text.clone_from(&event.refusal);
                });
            }

            StreamEvent::ReasoningTextDelta(event) => {
                self.update_reasoning_text(at, event.content_index, None, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningTextDone(event) => {
                self.update_reasoning_text(at, event.content_index, Some(&event.text), |text| {
                    text.clone_from(&event.text);
                });
            }
            StreamEvent::ReasoningDelta(event) => {
                self.update_reasoning_text(at, event.content_index, None, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningDone(event) => {
                self.update_reasoning_text(at, event.content_index, Some(&event.text), |text| {
                    text.clone_from(&event.text);
                });
            }
            StreamEvent::ReasoningSummaryPartAdded(event) => {
                self.put_summary_part(at, event.summary_index, event.part.as_ref(), false);
            }
            StreamEvent::ReasoningSummaryPartDone(event) => {
                self.put_summary_part(at, event.summary_index, event.part.as_ref(), true);
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
            StreamEvent::FunctionCallArgumentsDelta(event) => self.update(at, |call: &mut FunctionCall| {
                *call.arguments.get_or_insert_default() += &event.delta;
                take_call_id(call, &event.extra);
            }),
            StreamEvent::FunctionCallArgumentsDone(event) => self.update(at, |call: &mut FunctionCall| {
                take_call_id(call, &event.extra);
                call.arguments = Some(event.arguments.clone());
                if call.name().is_empty() {
                    call.name.clone_from(&event.name);
                }
            }),
            StreamEvent::CustomToolCallInputDelta(event) => {
                self.update(at, |call: &mut CustomToolCall| *call.input.get_or_insert_default() += &event.delta);
            }
            StreamEvent::CustomToolCallInputDone(event) => {
                self.update(at, |call: &mut CustomToolCall| call.input = Some(event.input.clone()));
            }
            StreamEvent::McpCallArgumentsDelta(event) => {
                self.update(at, |call: &mut McpCall| *call.arguments.get_or_insert_default() += &event.delta);
            }
            StreamEvent::McpCallArgumentsDone(event) => {
                self.update(at, |call: &mut McpCall| call.arguments = Some(event.arguments.clone()));
            }
            StreamEvent::CodeInterpreterCallCodeDelta(event) => {
                self.update(at, |call: &mut CodeInterpreterCall| *call.code.get_or_insert_default() += &event.delta);
            }
            StreamEvent::CodeInterpreterCallCodeDone(event) => {
                self.update(at, |call: &mut CodeInterpreterCall| call.code = Some(event.code.clone()));
            }
            StreamEvent::ApplyPatchCallOperationDiffDelta(event) => self.update(at, |call: &mut ApplyPatchCall| {
                *call.operation.get_or_insert_default().diff.get_or_insert_default() += &event.delta;
            }),
            StreamEvent::ApplyPatchCallOperationDiffDone(event) => {
                self.update(at, |call: &mut ApplyPatchCall| {
                    call.operation.get_or_insert_default().diff = Some(event.diff.clone());
                });
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
                    *output.stdout.get_or_insert_default() += event.delta.stdout.as_deref().unwrap_or_default();
                    *output.stderr.get_or_insert_default() += event.delta.stderr.as_deref().unwrap_or_default();
                });
            }
            StreamEvent::ShellCallOutputContentDone(event) => {
                // One for the command; of several, the last says how it ended.
                if let Some(outputs @ [.., last]) = event.output.as_deref() {
                    self.update_shell_output(at, event.command_index, |output| {
                        let stdout = joined(outputs, |output| output.stdout.as_deref());
                        let stderr = joined(outputs, |output| output.stderr.as_deref());
                        *output = ShellOutput { stdout, stderr, ..last.clone() };
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
        is_whole: bool,
    ) {
        let Some(part) = part else { return };
        let fits = |item: &OutputItem| matches!(item, OutputItem::Message(_) | OutputItem::Reasoning(_));
        let begin = match part {
            ContentPart::ReasoningText(_) => Reasoning::begin,
            _ => OutputMessage::begin,
        };
        let Some(slot) = self.slot(at, fits, begin) else { return };
        let mut part = part.clone();
        let content = match &mut slot.item {
            OutputItem::Message(message) => message.content.get_or_insert_default(),
            OutputItem::Reasoning(reasoning) => {
                // Its text has a part of its own type, whatever the server announces.
                make_reasoning_text(&mut part);
                reasoning.content.get_or_insert_default()
            }
            _ => return,
        };
        let indexes = &mut slot.indexes.content;
        if is_whole {
            let place = match part.text() {
                Some(text) => indexes.resolve(content, index, fits_text(&part), Some(text)),
                None => indexes.place_of(index),
            };
            indexes.put(content, place, part);
        } else {
            indexes.add(content, index, part);
        }
    }

    fn update_text(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        whole: Option<&str>,
        change: impl FnOnce(&mut OutputText),
    ) {
        let begin = || ContentPart::OutputText(OutputText::new());
        if let Some((message, indexes)) = self.open::<OutputMessage>(at) {
            let content = message.content.get_or_insert_default();
            if let (_, ContentPart::OutputText(part)) = text_part(&mut indexes.content, content, index, whole, begin) {
                change(part);
            }
        }
    }

    /// Replaces the annotation at this index, or inserts it.
    fn put_annotation(
        &mut self,
        at: &EventPosition<'_>,
        content_index: Option<Number>,
        index: Option<Number>,
        annotation: &Annotation,
    ) {
        let begin = || ContentPart::OutputText(OutputText::new());
        if let Some((message, indexes)) = self.open::<OutputMessage>(at) {
            let content = message.content.get_or_insert_default();
            let found = text_part(&mut indexes.content, content, content_index, None, begin);
            if let (place, ContentPart::OutputText(part)) = found {
                indexes.content.put_annotation(part, place, index, annotation.clone());
            }
        }
    }

    fn update_refusal(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        whole: Option<&str>,
        change: impl FnOnce(&mut String),
    ) {
        let begin = || ContentPart::Refusal(Refusal::new());
        if let Some((message, indexes)) = self.open::<OutputMessage>(at) {
            let content = message.content.get_or_insert_default();
            if let (_, ContentPart::Refusal(part)) = text_part(&mut indexes.content, content, index, whole, begin) {
                change(part.refusal.get_or_insert_default());
            }
        }
    }

    fn update_reasoning_text(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        whole: Option<&str>,
        change: impl FnOnce(&mut String),
    ) {
        let begin = || ContentPart::ReasoningText(ReasoningText::new());
        if let Some((reasoning, indexes)) = self.open::<Reasoning>(at) {
            let content = reasoning.content.get_or_insert_default();
            let (_, part) = text_part(&mut indexes.content, content, index, whole, begin);
            make_reasoning_text(part);
            if let ContentPart::ReasoningText(part) = part {
                change(part.text.get_or_insert_default());
            }
        }
    }

    fn put_summary_part(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        part: Option<&SummaryPart>,
        is_whole: bool,
    ) {
        let Some(part) = part else { return };
        if let Some((reasoning, PartIndexes { summary: indexes, .. })) = self.open::<Reasoning>(at) {
            let summary = reasoning.summary.get_or_insert_default();
            if is_whole {
                indexes.put(summary, indexes.place_of(index), part.clone());
            } else {
                indexes.add(summary, index, part.clone());
            }
        }
    }

    fn update_summary_text(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut String)) {
        let begin = || SummaryPart::SummaryText(SummaryText::new());
        if let Some((reasoning, PartIndexes { summary: indexes, .. })) = self.open::<Reasoning>(at) {
            let summary = reasoning.summary.get_or_insert_default();
            let place = indexes.place_of(index);
            if let SummaryPart::SummaryText(part) = indexes.get_or_insert_with(summary, place, begin) {
                change(part.text.get_or_insert_default());
            }
        }
    }

    fn update_command(&mut self, at: &EventPosition<'_>, index: Option<Number>, change: impl FnOnce(&mut String)) {
        if let Some((call, PartIndexes { content: indexes, .. })) = self.open::<ShellCall>(at) {
            let commands = call.action.get_or_insert_default().commands.get_or_insert_default();
            change(indexes.get_or_insert_with(commands, indexes.place_of(index), String::new));
        }
    }

    fn update_shell_output(
        &mut self,
        at: &EventPosition<'_>,
        index: Option<Number>,
        change: impl FnOnce(&mut ShellOutput),
    ) {
        if let Some((output, PartIndexes { content: indexes, .. })) = self.open::<ShellCallOutput>(at) {
            if let ShellOutputs::List(outputs) = output.output.get_or_insert_default() {
                change(indexes.get_or_insert_with(outputs, indexes.place_of(index), ShellOutput::new));
            }
        }
    }
}

/// Returns the part that an event about its text means with its place, and begins it if there is none.
fn text_part<'p>(
    indexes: &mut Indexes,
    content: &'p mut Vec<ContentPart>,
    index: Option<Number>,
    whole: Option<&str>,
    begin: fn() -> ContentPart,
) -> (Place, &'p mut ContentPart) {
    let place = indexes.resolve(content, index, fits_text(&begin()), whole);
    let part = indexes.get_or_insert_with(content, place, begin);
    if whole.is_some() {
        indexes.finish_text(place);
    }
    // A text may come in another part than the one that was announced.
    if is_empty_text(part) && mem::discriminant(part) != mem::discriminant(&begin()) {
        *part = begin();
        indexes.forget_annotations(place);
    }
    (place, part)
}

/// Returns the test for the parts that hold the same kind of text.
fn fits_text(part: &ContentPart) -> fn(&ContentPart) -> bool {
    match part {
        ContentPart::ReasoningText(_) => |part| matches!(part, ContentPart::ReasoningText(_)),
        ContentPart::Refusal(_) => |part| matches!(part, ContentPart::Refusal(_)),
        _ => |part| matches!(part, ContentPart::OutputText(_)),
    }
}

/// Returns `true` if the part is for a text and has none.
fn is_empty_text(part: &ContentPart) -> bool {
    match part {
        ContentPart::OutputText(part) => part.text().is_empty(),
        ContentPart::Refusal(part) => part.refusal().is_empty(),
        ContentPart::ReasoningText(part) => part.text().is_empty(),
        ContentPart::Text(part) => part.text().is_empty(),
        ContentPart::SummaryText(part) => part.text().is_empty(),
        _ => false,
    }
}

/// Makes a part of a reasoning that was announced as the text of a message the text that it is.
fn make_reasoning_text(part: &mut ContentPart) {
    if let ContentPart::OutputText(text) = part {
        *part = ContentPart::ReasoningText(ReasoningText { text: text.text.take(), ..ReasoningText::new() });
    }
}

/// Takes the `call_id` that some servers send with the arguments only.
fn take_call_id(call: &mut FunctionCall, extra: &ExtraFields) {
    if call.call_id.is_none() {
        call.call_id = extra.get("call_id").and_then(|id| id.decode().ok());
    }
}

/// Returns the text that the event puts in the place of the one there, if that may be JSON.
fn whole_text(event: &StreamEvent) -> Option<&str> {
    match event {
        StreamEvent::OutputTextDone(event) => Some(&event.text),
        StreamEvent::FunctionCallArgumentsDone(event) => Some(&event.arguments),
        StreamEvent::McpCallArgumentsDone(event) => Some(&event.arguments),
        StreamEvent::CustomToolCallInputDone(event) => Some(&event.input),
        StreamEvent::ContentPartAdded(event) => event.part.as_ref()?.text(),
        StreamEvent::ContentPartDone(event) => event.part.as_ref()?.text(),
        _ => None,
    }
}

/// Returns `true` if the event brings the first part of its item whole, or the only text.
fn brings_first_part(event: &StreamEvent) -> bool {
    let index = match event {
        StreamEvent::ContentPartDone(event) => event.content_index,
        StreamEvent::ReasoningPartDone(event) => event.content_index,
        StreamEvent::OutputTextDone(event) => event.content_index,
        StreamEvent::RefusalDone(event) => event.content_index,
        StreamEvent::ReasoningTextDone(event) => event.content_index,
        StreamEvent::ReasoningDone(event) => event.content_index,
        StreamEvent::ReasoningSummaryPartDone(event) => event.summary_index,
        StreamEvent::ReasoningSummaryTextDone(event) => event.summary_index,
        StreamEvent::ShellCallCommandDone(event) => event.command_index,
        StreamEvent::ShellCallOutputContentDone(event) => event.command_index,
        StreamEvent::FunctionCallArgumentsDone(_)
        | StreamEvent::CustomToolCallInputDone(_)
        | StreamEvent::McpCallArgumentsDone(_)
        | StreamEvent::CodeInterpreterCallCodeDone(_)
        | StreamEvent::ApplyPatchCallOperationDiffDone(_) => None,
        _ => return false,
    };
    index.is_none_or(|index| index == Number::ZERO)
}

/// Returns the list if it is not empty.
fn non_empty<T>(list: Option<&[T]>) -> Option<&[T]> {
    list.filter(|list| !list.is_empty())
}

/// Joins a text of several outputs; `None` if none of them has it.
fn joined(outputs: &[ShellOutput], text: fn(&ShellOutput) -> Option<&str>) -> Option<String> {
    outputs.iter().filter_map(text).fold(None, |joined, text| Some(joined.unwrap_or_default() + text))
}
