//! The fifty-nine events that openai-python 3.54.0 models, written down once for every derive that is measured.

/// Calls a macro with the name, tag and members of each event.
macro_rules! for_each_event {
    ($call:ident) => {
        $call! {
            Error = "error" { code: Option<String>, message: String, param: Option<String>, sequence_number: u64 }
            AudioDelta = "response.audio.delta" { delta: String, sequence_number: u64 }
            AudioDone = "response.audio.done" { sequence_number: u64 }
            AudioTranscriptDelta = "response.audio.transcript.delta" { delta: String, sequence_number: u64 }
            AudioTranscriptDone = "response.audio.transcript.done" { sequence_number: u64 }
            CodeInterpreterCallCompleted = "response.code_interpreter_call.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            CodeInterpreterCallInProgress = "response.code_interpreter_call.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            CodeInterpreterCallInterpreting = "response.code_interpreter_call.interpreting" { item_id: String, output_index: u64, sequence_number: u64 }
            CodeInterpreterCallCodeDelta = "response.code_interpreter_call_code.delta" { item_id: String, output_index: u64, delta: String, sequence_number: u64 }
            CodeInterpreterCallCodeDone = "response.code_interpreter_call_code.done" { item_id: String, output_index: u64, code: String, sequence_number: u64 }
            CompactionCompacting = "response.compaction.compacting" { item_id: String, output_index: u64, sequence_number: u64 }
            Completed = "response.completed" { response: Response, sequence_number: u64 }
            ContentPartAdded = "response.content_part.added" { item_id: String, output_index: u64, content_index: u64, part: Part, sequence_number: u64 }
            ContentPartDone = "response.content_part.done" { item_id: String, output_index: u64, content_index: u64, part: Part, sequence_number: u64 }
            Created = "response.created" { response: Response, sequence_number: u64 }
            CustomToolCallInputDelta = "response.custom_tool_call_input.delta" { item_id: String, output_index: u64, delta: String, sequence_number: u64 }
            CustomToolCallInputDone = "response.custom_tool_call_input.done" { item_id: String, output_index: u64, input: String, sequence_number: u64 }
            Failed = "response.failed" { response: Response, sequence_number: u64 }
            FileSearchCallCompleted = "response.file_search_call.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            FileSearchCallInProgress = "response.file_search_call.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            FileSearchCallSearching = "response.file_search_call.searching" { item_id: String, output_index: u64, sequence_number: u64 }
            FunctionCallArgumentsDelta = "response.function_call_arguments.delta" { item_id: String, output_index: u64, delta: String, sequence_number: u64 }
            FunctionCallArgumentsDone = "response.function_call_arguments.done" { item_id: String, output_index: u64, arguments: String, sequence_number: u64 }
            ImageGenerationCallCompleted = "response.image_generation_call.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            ImageGenerationCallGenerating = "response.image_generation_call.generating" { item_id: String, output_index: u64, sequence_number: u64 }
            ImageGenerationCallInProgress = "response.image_generation_call.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            ImageGenerationCallPartialImage = "response.image_generation_call.partial_image" { item_id: String, output_index: u64, partial_image_b64: String, partial_image_index: u64, sequence_number: u64 }
            InProgress = "response.in_progress" { response: Response, sequence_number: u64 }
            Incomplete = "response.incomplete" { response: Response, sequence_number: u64 }
            McpCallCompleted = "response.mcp_call.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            McpCallFailed = "response.mcp_call.failed" { item_id: String, output_index: u64, sequence_number: u64 }
            McpCallInProgress = "response.mcp_call.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            McpCallArgumentsDelta = "response.mcp_call_arguments.delta" { item_id: String, output_index: u64, delta: String, sequence_number: u64 }
            McpCallArgumentsDone = "response.mcp_call_arguments.done" { item_id: String, output_index: u64, arguments: String, sequence_number: u64 }
            McpListToolsCompleted = "response.mcp_list_tools.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            McpListToolsFailed = "response.mcp_list_tools.failed" { item_id: String, output_index: u64, sequence_number: u64 }
            McpListToolsInProgress = "response.mcp_list_tools.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            OutputItemAdded = "response.output_item.added" { output_index: u64, item: Item, sequence_number: u64 }
            OutputItemDone = "response.output_item.done" { output_index: u64, item: Item, sequence_number: u64 }
            OutputTextAnnotationAdded = "response.output_text.annotation.added" { item_id: String, output_index: u64, content_index: u64, annotation_index: u64, annotation: Annotation, sequence_number: u64 }
            OutputTextDelta = "response.output_text.delta" { item_id: String, output_index: u64, content_index: u64, delta: String, sequence_number: u64 }
            OutputTextDone = "response.output_text.done" { item_id: String, output_index: u64, content_index: u64, text: String, sequence_number: u64 }
            Queued = "response.queued" { response: Response, sequence_number: u64 }
            ReasoningSummaryPartAdded = "response.reasoning_summary_part.added" { item_id: String, output_index: u64, summary_index: u64, part: Part, sequence_number: u64 }
            ReasoningSummaryPartDone = "response.reasoning_summary_part.done" { item_id: String, output_index: u64, summary_index: u64, part: Part, sequence_number: u64 }
            ReasoningSummaryTextDelta = "response.reasoning_summary_text.delta" { item_id: String, output_index: u64, summary_index: u64, delta: String, sequence_number: u64 }
            ReasoningSummaryTextDone = "response.reasoning_summary_text.done" { item_id: String, output_index: u64, summary_index: u64, text: String, sequence_number: u64 }
            ReasoningTextDelta = "response.reasoning_text.delta" { item_id: String, output_index: u64, content_index: u64, delta: String, sequence_number: u64 }
            ReasoningTextDone = "response.reasoning_text.done" { item_id: String, output_index: u64, content_index: u64, text: String, sequence_number: u64 }
            RefusalDelta = "response.refusal.delta" { item_id: String, output_index: u64, content_index: u64, delta: String, sequence_number: u64 }
            RefusalDone = "response.refusal.done" { item_id: String, output_index: u64, content_index: u64, refusal: String, sequence_number: u64 }
            ShellCallCommandAdded = "response.shell_call_command.added" { output_index: u64, command_index: u64, command: String, sequence_number: u64 }
            ShellCallCommandDelta = "response.shell_call_command.delta" { output_index: u64, command_index: u64, delta: String, sequence_number: u64 }
            ShellCallCommandDone = "response.shell_call_command.done" { output_index: u64, command_index: u64, command: String, sequence_number: u64 }
            ShellCallOutputContentDelta = "response.shell_call_output_content.delta" { item_id: String, output_index: u64, command_index: u64, sequence_number: u64 }
            ShellCallOutputContentDone = "response.shell_call_output_content.done" { item_id: String, output_index: u64, command_index: u64, sequence_number: u64 }
            WebSearchCallCompleted = "response.web_search_call.completed" { item_id: String, output_index: u64, sequence_number: u64 }
            WebSearchCallInProgress = "response.web_search_call.in_progress" { item_id: String, output_index: u64, sequence_number: u64 }
            WebSearchCallSearching = "response.web_search_call.searching" { item_id: String, output_index: u64, sequence_number: u64 }
        }
    };
}

/// Its decoder and encoder by tag: what a program has that knows the type of each event beforehand.
macro_rules! by_tag {
    ($($name:ident = $tag:literal),* => $from_str:path, $to_string:path) => {
        /// Decodes an event of this type, and says whether there was one.
        pub fn decoder(tag: &str) -> Option<fn(&str) -> bool> {
            match tag {
                $($tag => Some(|json| kept($from_str(json) as Result<$name, _>)),)*
                _ => None,
            }
        }

        /// Encodes this event.
        pub fn encoder(tag: &str, json: &str) -> Option<Box<dyn Fn() -> bool>> {
            match tag {
                $($tag => {
                    let event: $name = serde_json::from_str(json).ok()?;
                    Some(Box::new(move || kept($to_string(black_box(&event)))))
                })*
                _ => None,
            }
        }
    };
}

macro_rules! ours {
    ($($name:ident = $tag:literal { $($member:ident: $ty:ty),* })*) => {
        pub mod ours {
            use response_event::{EventFamily, ResponseEvent, UnknownEvent};

            use crate::payload::*;

            $(
                #[derive(Clone, Debug, PartialEq, ResponseEvent)]
                #[event(type = $tag)]
                pub struct $name {
                    $(pub $member: $ty,)*
                }
            )*

            #[derive(Clone, Debug, PartialEq, EventFamily)]
            pub enum Family {
                $($name($name),)*
                #[event(unknown)]
                Unknown(UnknownEvent),
            }
        }
    };
}

/// Each struct on its own, as serde's are: what has one caller is compiled into it.
macro_rules! ours_known {
    ($($name:ident = $tag:literal { $($member:ident: $ty:ty),* })*) => {
        pub mod ours_known {
            use std::hint::black_box;

            use response_event::ResponseEvent;
            use response_event_measure::kept;

            use crate::payload::*;

            $(
                #[derive(Clone, Debug, PartialEq, ResponseEvent)]
                #[event(type = $tag)]
                pub struct $name {
                    $(pub $member: $ty,)*
                }
            )*

            by_tag!($($name = $tag),* => response_event::from_str, response_event::to_string);
        }
    };
}

/// Each struct on its own: serde writes the tag, and does not check it on reading.
macro_rules! serde_known {
    ($($name:ident = $tag:literal { $($member:ident: $ty:ty),* })*) => {
        pub mod serde_known {
            use std::hint::black_box;

            use response_event_measure::kept;
            use serde::{Deserialize, Serialize};

            use crate::payload::*;

            $(
                #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
                #[serde(tag = "type", rename = $tag)]
                pub struct $name {
                    $(pub $member: $ty,)*
                }
            )*

            by_tag!($($name = $tag),* => serde_json::from_str, serde_json::to_string);
        }
    };
}

macro_rules! serde_tag {
    ($($name:ident = $tag:literal { $($member:ident: $ty:ty),* })*) => {
        pub mod serde_tag {
            use serde::{Deserialize, Serialize};

            use crate::payload::*;

            $(
                #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
                pub struct $name {
                    $(pub $member: $ty,)*
                }
            )*

            #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
            #[serde(tag = "type")]
            pub enum Family {
                $(#[serde(rename = $tag)] $name($name),)*
            }
        }
    };
}

for_each_event!(ours);
for_each_event!(ours_known);
for_each_event!(serde_known);
for_each_event!(serde_tag);
