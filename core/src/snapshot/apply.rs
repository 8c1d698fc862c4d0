//! What each event tells of an item.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::indexes::Indexes;
use super::items::Items;
use super::merge::Carry as _;
use super::partial_item::Begun;
use crate::events::StreamEvent;
use crate::payload::{
    Annotation, ApplyPatchCall, CodeInterpreterCall, Compaction, ContentPart, CustomToolCall, FileSearchCall,
    FunctionCall, ImageGenerationCall, ItemStatus, McpCall, McpListTools, OutputItem, OutputMessage, OutputText,
    Reasoning, ReasoningText, Refusal, ShellAction, ShellCall, ShellCallOutput, ShellOutput, SummaryPart, SummaryText,
    WebSearchCall,
};
use crate::position::Position;
use crate::{Number, OtherMembers};

/// How a part is put at its index.
type Put<P> = fn(&mut Indexes, &mut Vec<P>, Number, P);

impl Items {
    pub(super) fn apply(&mut self, event: &StreamEvent, at: &Position<'_>) {
        match event {
            StreamEvent::OutputItemAdded(event) => self.add(at.output_index, event.item.clone()),
            StreamEvent::OutputItemDone(event) => self.finish(at.output_index, event.item.clone()),
            StreamEvent::ContentPartAdded(event) => {
                self.content_part(at, event.content_index, &event.part, Indexes::add);
            }
            StreamEvent::ContentPartDone(event) => {
                self.content_part(at, event.content_index, &event.part, Indexes::put);
            }

            StreamEvent::OutputTextDelta(event) => self.text(at, event.content_index, |part| {
                part.text += &event.delta;
                if let Some(logprobs) = some(event.logprobs.as_deref()) {
                    part.logprobs.get_or_insert_default().extend_from_slice(logprobs);
                }
            }),
            StreamEvent::OutputTextDone(event) => self.text(at, event.content_index, |part| {
                part.text.clone_from(&event.text);
                if let Some(logprobs) = some(event.logprobs.as_deref()) {
                    part.logprobs = Some(logprobs.into());
                }
            }),
            StreamEvent::OutputTextAnnotationAdded(event) => {
                if let Some(annotation) = &event.annotation {
                    self.text(at, event.content_index, |part| {
                        annotate(part.annotations.get_or_insert_default(), event.annotation_index, annotation);
                    });
                }
            }
            StreamEvent::RefusalDelta(event) => self.refusal(at, event.content_index, |text| *text += &event.delta),
            StreamEvent::RefusalDone(event) => {
                self.refusal(at, event.content_index, |text| text.clone_from(&event.refusal));
            }

            StreamEvent::ReasoningTextDelta(event) => {
                self.reasoning(at, event.content_index, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningTextDone(event) => {
                self.reasoning(at, event.content_index, |text| text.clone_from(&event.text));
            }
            StreamEvent::ReasoningSummaryPartAdded(event) => {
                self.summary_part(at, event.summary_index, &event.part, Indexes::add);
            }
            StreamEvent::ReasoningSummaryPartDone(event) => {
                self.summary_part(at, event.summary_index, &event.part, Indexes::put);
            }
            StreamEvent::ReasoningSummaryTextDelta(event) => {
                self.summary(at, event.summary_index, |text| *text += &event.delta);
            }
            StreamEvent::ReasoningSummaryTextDone(event) => {
                self.summary(at, event.summary_index, |text| text.clone_from(&event.text));
            }
            _ => self.apply_to_call(event, at),
        }
    }

    /// The events of calls and of what calls give.
    fn apply_to_call(&mut self, event: &StreamEvent, at: &Position<'_>) {
        match event {
            StreamEvent::FunctionCallArgumentsDelta(event) => {
                self.with(at, |call: &mut FunctionCall| call.arguments += &event.delta);
            }
            StreamEvent::FunctionCallArgumentsDone(event) => self.with(at, |call: &mut FunctionCall| {
                call.arguments.clone_from(&event.arguments);
                if call.name.is_empty() {
                    call.name = event.name.clone().unwrap_or_default();
                }
            }),
            StreamEvent::CustomToolCallInputDelta(event) => {
                self.with(at, |call: &mut CustomToolCall| call.input += &event.delta);
            }
            StreamEvent::CustomToolCallInputDone(event) => {
                self.with(at, |call: &mut CustomToolCall| call.input.clone_from(&event.input));
            }
            StreamEvent::McpCallArgumentsDelta(event) => {
                self.with(at, |call: &mut McpCall| call.arguments += &event.delta);
            }
            StreamEvent::McpCallArgumentsDone(event) => {
                self.with(at, |call: &mut McpCall| call.arguments.clone_from(&event.arguments));
            }
            StreamEvent::CodeInterpreterCallCodeDelta(event) => {
                self.with(at, |call: &mut CodeInterpreterCall| *call.code.get_or_insert_default() += &event.delta);
            }
            StreamEvent::CodeInterpreterCallCodeDone(event) => {
                self.with(at, |call: &mut CodeInterpreterCall| call.code = Some(event.code.clone()));
            }
            StreamEvent::ApplyPatchCallOperationDiffDelta(event) => self.with(at, |call: &mut ApplyPatchCall| {
                *call.operation.diff.get_or_insert_default() += &event.delta;
            }),
            StreamEvent::ApplyPatchCallOperationDiffDone(event) => {
                self.with(at, |call: &mut ApplyPatchCall| call.operation.diff = Some(event.diff.clone()));
            }
            StreamEvent::ShellCallCommandAdded(event) => self.command(at, event.command_index, |command| {
                let built = mem::replace(command, event.command.clone());
                command.carry(built);
            }),
            StreamEvent::ShellCallCommandDelta(event) => {
                self.command(at, event.command_index, |command| *command += &event.delta);
            }
            StreamEvent::ShellCallCommandDone(event) => {
                self.command(at, event.command_index, |command| command.clone_from(&event.command));
            }
            StreamEvent::ShellCallOutputContentDelta(event) => self.printed(at, event.command_index, |output| {
                output.stdout += event.delta.stdout.as_deref().unwrap_or_default();
                output.stderr += event.delta.stderr.as_deref().unwrap_or_default();
            }),
            StreamEvent::ShellCallOutputContentDone(event) => {
                // One for the command; of several, the last says how it ended.
                if let [begin @ .., end] = &event.output[..] {
                    self.printed(at, event.command_index, |output| {
                        let text = |of: fn(&ShellOutput) -> &str| begin.iter().chain([end]).map(of).collect();
                        let (stdout, stderr) = (text(|output| &output.stdout), text(|output| &output.stderr));
                        *output = ShellOutput { stdout, stderr, ..end.clone() };
                    });
                }
            }
            StreamEvent::ImageGenCallPartialImage(image) => {
                self.progress(event, at);
                self.show(image, at);
            }
            _ => self.progress(event, at),
        }
    }

    /// The events that only tell how far a call is.
    fn progress(&mut self, event: &StreamEvent, at: &Position<'_>) {
        use ItemStatus::{Completed, Failed, Generating, InProgress, Interpreting, Searching};

        match event {
            StreamEvent::CodeInterpreterCallInProgress(_) => self.state::<CodeInterpreterCall>(at, InProgress),
            StreamEvent::CodeInterpreterCallInterpreting(_) => self.state::<CodeInterpreterCall>(at, Interpreting),
            StreamEvent::CodeInterpreterCallCompleted(_) => self.state::<CodeInterpreterCall>(at, Completed),
            StreamEvent::WebSearchCallInProgress(_) => self.state::<WebSearchCall>(at, InProgress),
            StreamEvent::WebSearchCallSearching(_) => self.state::<WebSearchCall>(at, Searching),
            StreamEvent::WebSearchCallCompleted(_) => self.state::<WebSearchCall>(at, Completed),
            StreamEvent::FileSearchCallInProgress(_) => self.state::<FileSearchCall>(at, InProgress),
            StreamEvent::FileSearchCallSearching(_) => self.state::<FileSearchCall>(at, Searching),
            StreamEvent::FileSearchCallCompleted(_) => self.state::<FileSearchCall>(at, Completed),
            StreamEvent::ImageGenCallInProgress(_) => self.state::<ImageGenerationCall>(at, InProgress),
            StreamEvent::ImageGenCallGenerating(_) | StreamEvent::ImageGenCallPartialImage(_) => {
                self.state::<ImageGenerationCall>(at, Generating);
            }
            StreamEvent::ImageGenCallCompleted(_) => self.state::<ImageGenerationCall>(at, Completed),
            StreamEvent::McpCallInProgress(_) => self.state::<McpCall>(at, InProgress),
            StreamEvent::McpCallCompleted(_) => self.state::<McpCall>(at, Completed),
            StreamEvent::McpCallFailed(_) => self.state::<McpCall>(at, Failed),
            StreamEvent::McpListToolsInProgress(_) => self.state::<McpListTools>(at, InProgress),
            StreamEvent::McpListToolsCompleted(_) => self.state::<McpListTools>(at, Completed),
            StreamEvent::McpListToolsFailed(_) => self.state::<McpListTools>(at, Failed),
            StreamEvent::CompactionCompacting(_) => self.state::<Compaction>(at, InProgress),
            _ => {}
        }
    }

    fn with<T: Begun>(&mut self, at: &Position<'_>, change: impl FnOnce(&mut T)) {
        if let Some((item, _)) = self.open(at) {
            change(item);
        }
    }

    fn state<T: Begun>(&mut self, at: &Position<'_>, state: ItemStatus) {
        if let Some(slot) = self.slot(at, |item| T::of(item).is_some(), T::begun) {
            if let Some(item) = T::of_mut(&mut slot.item) {
                item.set_status(&state);
                slot.state = state;
            }
        }
    }

    /// A part of a message or of a reasoning; if neither is there, the part says what it is of.
    fn content_part(&mut self, at: &Position<'_>, index: Number, part: &ContentPart, put: Put<ContentPart>) {
        let fits = |item: &OutputItem| matches!(item, OutputItem::Message(_) | OutputItem::Reasoning(_));
        let begin = match part {
            ContentPart::ReasoningText(_) => Reasoning::begun,
            _ => OutputMessage::begun,
        };
        let Some(slot) = self.slot(at, fits, begin) else { return };
        let content = match &mut slot.item {
            OutputItem::Message(message) => &mut message.content,
            OutputItem::Reasoning(reasoning) => reasoning.content.get_or_insert_default(),
            _ => return,
        };
        put(&mut slot.parts.content, content, index, part.clone());
    }

    fn text(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut OutputText)) {
        let begin = || {
            let (text, other) = (String::new(), OtherMembers::new());
            ContentPart::OutputText(OutputText { text, annotations: None, logprobs: None, other })
        };
        if let Some((message, parts)) = self.open::<OutputMessage>(at) {
            if let ContentPart::OutputText(part) = parts.content.part(&mut message.content, index, begin) {
                change(part);
            }
        }
    }

    fn refusal(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut String)) {
        let begin = || ContentPart::Refusal(Refusal { refusal: String::new(), other: OtherMembers::new() });
        if let Some((message, parts)) = self.open::<OutputMessage>(at) {
            if let ContentPart::Refusal(part) = parts.content.part(&mut message.content, index, begin) {
                change(&mut part.refusal);
            }
        }
    }

    fn reasoning(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut String)) {
        let begin = || ContentPart::ReasoningText(ReasoningText { text: String::new(), other: OtherMembers::new() });
        if let Some((reasoning, parts)) = self.open::<Reasoning>(at) {
            let content = reasoning.content.get_or_insert_default();
            if let ContentPart::ReasoningText(part) = parts.content.part(content, index, begin) {
                change(&mut part.text);
            }
        }
    }

    fn summary_part(&mut self, at: &Position<'_>, index: Number, part: &SummaryPart, put: Put<SummaryPart>) {
        if let Some((reasoning, parts)) = self.open::<Reasoning>(at) {
            put(&mut parts.summary, &mut reasoning.summary, index, part.clone());
        }
    }

    fn summary(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut String)) {
        let begin = || SummaryPart::SummaryText(SummaryText { text: String::new(), other: OtherMembers::new() });
        if let Some((reasoning, parts)) = self.open::<Reasoning>(at) {
            if let SummaryPart::SummaryText(part) = parts.summary.part(&mut reasoning.summary, index, begin) {
                change(&mut part.text);
            }
        }
    }

    fn command(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut String)) {
        if let Some((call, parts)) = self.open::<ShellCall>(at) {
            let action = call.action.get_or_insert_with(|| {
                let (commands, other) = (Vec::new(), OtherMembers::new());
                ShellAction { commands, timeout_ms: None, max_output_length: None, other }
            });
            change(parts.content.part(&mut action.commands, index, String::new));
        }
    }

    fn printed(&mut self, at: &Position<'_>, index: Number, change: impl FnOnce(&mut ShellOutput)) {
        let begin = || {
            let (stdout, stderr) = (String::new(), String::new());
            ShellOutput { outcome: None, stdout, stderr, created_by: None, other: OtherMembers::new() }
        };
        if let Some((output, parts)) = self.open::<ShellCallOutput>(at) {
            change(parts.content.part(&mut output.output, index, begin));
        }
    }
}

/// What is there and not empty.
fn some<T>(list: Option<&[T]>) -> Option<&[T]> {
    list.filter(|list| !list.is_empty())
}

/// The annotation of this index, or one behind all others.
fn annotate(annotations: &mut Vec<Annotation>, index: Number, annotation: &Annotation) {
    match index.as_index().and_then(|index| annotations.get_mut(index)) {
        Some(old) => old.clone_from(annotation),
        None => annotations.push(annotation.clone()),
    }
}
