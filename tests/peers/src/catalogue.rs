//! Fifty-nine events of five members, written down once for every derive that is measured.

/// Calls a macro with the name and tag of each event type that openai-python 3.54.0 models.
macro_rules! for_each_event {
    ($call:ident) => {
        $call! {
            Error = "error",
            AudioDelta = "response.audio.delta",
            AudioDone = "response.audio.done",
            AudioTranscriptDelta = "response.audio.transcript.delta",
            AudioTranscriptDone = "response.audio.transcript.done",
            CodeInterpreterCallCompleted = "response.code_interpreter_call.completed",
            CodeInterpreterCallInProgress = "response.code_interpreter_call.in_progress",
            CodeInterpreterCallInterpreting = "response.code_interpreter_call.interpreting",
            CodeInterpreterCallCodeDelta = "response.code_interpreter_call_code.delta",
            CodeInterpreterCallCodeDone = "response.code_interpreter_call_code.done",
            CompactionCompacting = "response.compaction.compacting",
            Completed = "response.completed",
            ContentPartAdded = "response.content_part.added",
            ContentPartDone = "response.content_part.done",
            Created = "response.created",
            CustomToolCallInputDelta = "response.custom_tool_call_input.delta",
            CustomToolCallInputDone = "response.custom_tool_call_input.done",
            Failed = "response.failed",
            FileSearchCallCompleted = "response.file_search_call.completed",
            FileSearchCallInProgress = "response.file_search_call.in_progress",
            FileSearchCallSearching = "response.file_search_call.searching",
            FunctionCallArgumentsDelta = "response.function_call_arguments.delta",
            FunctionCallArgumentsDone = "response.function_call_arguments.done",
            ImageGenerationCallCompleted = "response.image_generation_call.completed",
            ImageGenerationCallGenerating = "response.image_generation_call.generating",
            ImageGenerationCallInProgress = "response.image_generation_call.in_progress",
            ImageGenerationCallPartialImage = "response.image_generation_call.partial_image",
            InProgress = "response.in_progress",
            Incomplete = "response.incomplete",
            McpCallCompleted = "response.mcp_call.completed",
            McpCallFailed = "response.mcp_call.failed",
            McpCallInProgress = "response.mcp_call.in_progress",
            McpCallArgumentsDelta = "response.mcp_call_arguments.delta",
            McpCallArgumentsDone = "response.mcp_call_arguments.done",
            McpListToolsCompleted = "response.mcp_list_tools.completed",
            McpListToolsFailed = "response.mcp_list_tools.failed",
            McpListToolsInProgress = "response.mcp_list_tools.in_progress",
            OutputItemAdded = "response.output_item.added",
            OutputItemDone = "response.output_item.done",
            OutputTextAnnotationAdded = "response.output_text.annotation.added",
            OutputTextDelta = "response.output_text.delta",
            OutputTextDone = "response.output_text.done",
            Queued = "response.queued",
            ReasoningSummaryPartAdded = "response.reasoning_summary_part.added",
            ReasoningSummaryPartDone = "response.reasoning_summary_part.done",
            ReasoningSummaryTextDelta = "response.reasoning_summary_text.delta",
            ReasoningSummaryTextDone = "response.reasoning_summary_text.done",
            ReasoningTextDelta = "response.reasoning_text.delta",
            ReasoningTextDone = "response.reasoning_text.done",
            RefusalDelta = "response.refusal.delta",
            RefusalDone = "response.refusal.done",
            ShellCallCommandAdded = "response.shell_call_command.added",
            ShellCallCommandDelta = "response.shell_call_command.delta",
            ShellCallCommandDone = "response.shell_call_command.done",
            ShellCallOutputContentDelta = "response.shell_call_output_content.delta",
            ShellCallOutputContentDone = "response.shell_call_output_content.done",
            WebSearchCallCompleted = "response.web_search_call.completed",
            WebSearchCallInProgress = "response.web_search_call.in_progress",
            WebSearchCallSearching = "response.web_search_call.searching",
        }
    };
}

macro_rules! ours {
    ($($name:ident = $tag:literal,)*) => {
        pub mod ours {
            use response_event::{EventFamily, ResponseEvent};

            $(
                #[derive(Clone, Debug, PartialEq, ResponseEvent)]
                #[event(type = $tag)]
                pub struct $name {
                    pub item_id: String,
                    pub output_index: u64,
                    pub content_index: u64,
                    pub delta: String,
                    pub sequence_number: u64,
                }
            )*

            #[derive(Clone, Debug, PartialEq, EventFamily)]
            pub enum Family {
                $($name($name),)*
            }
        }
    };
}

macro_rules! serde_tag {
    ($($name:ident = $tag:literal,)*) => {
        pub mod serde_tag {
            use serde::{Deserialize, Serialize};

            $(
                #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
                pub struct $name {
                    pub item_id: String,
                    pub output_index: u64,
                    pub content_index: u64,
                    pub delta: String,
                    pub sequence_number: u64,
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
for_each_event!(serde_tag);
