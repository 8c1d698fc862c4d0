//! `Action`: the effect of an event on its response, one view of all events, so that the rules need not name each.

use super::code::Code;
use crate::events::{ImageGenCallPartialImage, StreamEvent};
use crate::payload::{Annotation, ContentPart, OutputItem, Response, SummaryPart};
use crate::{Number, PartFamily as _};

/// The step of an event in the life of its response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Created,
    Queued,
    InProgress,
    /// The response is over.
    Final,
}

/// The effect of an event.
pub(super) enum Action<'e> {
    /// It is about the connection, or of unknown type.
    Connection,
    /// It is about the response, and not about an item of it.
    Other,
    Lifecycle(Stage, Option<&'e Response>),
    /// It reports an error outside a response.
    Error,
    ItemAdded(Option<&'e OutputItem>),
    ItemDone(Option<&'e OutputItem>),
    /// It is about an item, and builds no text.
    Item(Kind, ItemAction<'e>),
}

/// The effect of an event on an item.
#[derive(Clone, Copy)]
pub(super) enum ItemAction<'e> {
    PartAdded(PartPlace, Option<Part<'e>>),
    PartDone(PartPlace, Option<Part<'e>>),
    Delta(PartPlace, TextKind, &'e str),
    TextDone(PartPlace, TextKind, &'e str),
    AnnotationAdded(PartPlace, Option<Number>, Option<&'e Annotation>),
    PartialImage(&'e ImageGenCallPartialImage),
    Status(CallStatus),
    Nothing,
}

/// The status that an event gives to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CallStatus {
    InProgress,
    /// It searches, generates or interprets.
    Running,
    Completed,
    Failed,
}

impl CallStatus {
    /// Returns the place in the order in which a call goes through its statuses.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::InProgress => 0,
            Self::Running => 1,
            Self::Completed | Self::Failed => 2,
        }
    }
}

/// The type of item that an event is about, as its `type`; empty if it may be any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind(pub(super) &'static str);

impl Kind {
    /// Returns `true` if an item of this type, empty if unknown, can have the event.
    pub(super) fn fits(self, item_type: &str) -> bool {
        let is_known = OutputItem::TYPES.contains(&item_type);
        self.0.is_empty() || self.0 == item_type || !is_known
    }
}

/// The list of an item in which a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum List {
    Content,
    Summary,
    /// The item has one text, such as its arguments.
    Whole,
    Command,
}

impl List {
    /// Returns the name of the field that has the index.
    pub(super) fn index_pointer(self) -> &'static str {
        match self {
            Self::Content => "/content_index",
            Self::Summary => "/summary_index",
            Self::Whole => "",
            Self::Command => "/command_index",
        }
    }

    /// Returns the word for an entry of the list.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Content => "part",
            Self::Summary => "summary part",
            Self::Whole => "text",
            Self::Command => "command",
        }
    }
}

/// The place of a text in its item.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartPlace {
    pub(super) list: List,
    /// Absent if the event does not say.
    pub(super) index: Option<Number>,
}

/// The kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextKind {
    OutputText,
    Refusal,
    Reasoning,
    Summary,
    Arguments,
    Input,
    Code,
    Diff,
    Command,
}

impl TextKind {
    /// Returns the rule that a done text breaks if it is not what its deltas add up to.
    pub(super) fn mismatch(self) -> Code {
        match self {
            Self::OutputText => Code::TextMismatch,
            Self::Refusal => Code::RefusalMismatch,
            Self::Reasoning => Code::ReasoningMismatch,
            Self::Summary => Code::SummaryMismatch,
            Self::Arguments => Code::ArgumentsMismatch,
            Self::Input => Code::InputMismatch,
            Self::Code => Code::CodeMismatch,
            Self::Diff => Code::DiffMismatch,
            Self::Command => Code::CommandMismatch,
        }
    }

    /// Returns `true` if the text is in a part that an event adds and another one closes.
    pub(super) fn has_part(self) -> bool {
        matches!(self, Self::OutputText | Self::Refusal | Self::Reasoning | Self::Summary)
    }

    /// Returns `true` if a part of this type, empty if unknown, can have the text.
    pub(super) fn fits(self, part_type: &str) -> bool {
        let expected: &[&str] = match self {
            Self::OutputText => &["output_text", "text"],
            Self::Refusal => &["refusal"],
            // Before `reasoning_text`, servers wrote reasoning into parts of these types.
            Self::Reasoning => &["reasoning_text", "output_text", "text", "summary_text"],
            Self::Summary => &["summary_text", "text", "output_text"],
            _ => return true,
        };
        let is_known = ContentPart::TYPES.contains(&part_type) || SummaryPart::TYPES.contains(&part_type);
        expected.contains(&part_type) || !is_known
    }

    /// Returns the name of the field that has the complete text.
    pub(super) fn done_pointer(self) -> &'static str {
        match self {
            Self::OutputText | Self::Reasoning | Self::Summary => "/text",
            Self::Refusal => "/refusal",
            Self::Arguments => "/arguments",
            Self::Input => "/input",
            Self::Code => "/code",
            Self::Diff => "/diff",
            Self::Command => "/command",
        }
    }
}

/// A part, as the events that add or close it have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'e> {
    pub(super) type_name: &'e str,
    /// Absent if the part has no text.
    pub(super) text: Option<&'e str>,
    pub(super) annotations: Option<usize>,
}

impl<'e> Part<'e> {
    pub(super) fn of_content(part: &'e ContentPart) -> Self {
        let (text, annotations) = match part {
            ContentPart::OutputText(part) => {
                (part.text.as_deref(), part.annotations.as_ref().map(alloc::vec::Vec::len))
            }
            ContentPart::Refusal(part) => (part.refusal.as_deref(), None),
            ContentPart::ReasoningText(part) => (part.text.as_deref(), None),
            ContentPart::Text(part) => (part.text.as_deref(), None),
            ContentPart::SummaryText(part) => (part.text.as_deref(), None),
            _ => (None, None),
        };
        Self { type_name: part.part_type(), text, annotations }
    }

    pub(super) fn of_summary(part: &'e SummaryPart) -> Self {
        let text = match part {
            SummaryPart::SummaryText(part) => part.text.as_deref(),
            SummaryPart::Text(part) => part.text.as_deref(),
            SummaryPart::OutputText(part) => part.text.as_deref(),
            SummaryPart::ReasoningText(part) => part.text.as_deref(),
            _ => None,
        };
        Self { type_name: part.part_type(), text, annotations: None }
    }
}

impl<'e> Action<'e> {
    #[allow(clippy::too_many_lines)] // an arm for each event
    pub(super) fn of(event: &'e StreamEvent) -> Self {
        use ItemAction as Does;
        use StreamEvent as E;

        let at = |list, index: &Option<Number>| PartPlace { list, index: *index };
        let content = |index| at(List::Content, index);
        let summary = |index| at(List::Summary, index);
        let command = |index| at(List::Command, index);
        let whole = at(List::Whole, &Some(Number::from(0_u8)));
        let item = |kind, does| Self::Item(Kind(kind), does);
        let status = |kind, status| Self::Item(Kind(kind), Does::Status(status));
        match event {
            E::Unknown(_)
            | E::Keepalive(_)
            | E::Ping(_)
            | E::ResponseKeepAlive(_)
            | E::RateLimitsUpdated(_)
            | E::CodexRateLimits(_)
            | E::CodexResponseMetadata(_)
            | E::ResponseMetadata(_)
            | E::WebSocketTiming(_)
            | E::SteerAccepted(_)
            | E::SteerPending(_)
            | E::SteerFailed(_)
            | E::InjectCreated(_)
            | E::InjectFailed(_) => Self::Connection,
            E::ResponseDebug(_)
            | E::AudioDelta(_)
            | E::AudioDone(_)
            | E::AudioTranscriptDelta(_)
            | E::AudioTranscriptDone(_) => Self::Other,
            E::Error(_) | E::ResponseError(_) => Self::Error,

            E::ResponseCreated(event) => Self::Lifecycle(Stage::Created, event.response.as_ref()),
            E::ResponseQueued(event) => Self::Lifecycle(Stage::Queued, event.response.as_ref()),
            E::ResponseInProgress(event) => Self::Lifecycle(Stage::InProgress, event.response.as_ref()),
            E::ResponseCompleted(_)
            | E::ResponseIncomplete(_)
            | E::ResponseFailed(_)
            | E::ResponseCancelled(_)
            | E::ResponseDone(_) => Self::Lifecycle(Stage::Final, event.response()),

            E::OutputItemAdded(event) => Self::ItemAdded(event.item.as_ref()),
            E::OutputItemDone(event) => Self::ItemDone(event.item.as_ref()),

            E::ContentPartAdded(event) => {
                item("", Does::PartAdded(content(&event.content_index), event.part.as_ref().map(Part::of_content)))
            }
            E::ContentPartDone(event) => {
                item("", Does::PartDone(content(&event.content_index), event.part.as_ref().map(Part::of_content)))
            }
            E::ReasoningPartAdded(event) => item(
                "reasoning",
                Does::PartAdded(content(&event.content_index), event.part.as_ref().map(Part::of_content)),
            ),
            E::ReasoningPartDone(event) => item(
                "reasoning",
                Does::PartDone(content(&event.content_index), event.part.as_ref().map(Part::of_content)),
            ),
            E::ReasoningSummaryPartAdded(event) => item(
                "reasoning",
                Does::PartAdded(summary(&event.summary_index), event.part.as_ref().map(Part::of_summary)),
            ),
            E::ReasoningSummaryPartDone(event) => item(
                "reasoning",
                Does::PartDone(summary(&event.summary_index), event.part.as_ref().map(Part::of_summary)),
            ),

            E::OutputTextDelta(event) => {
                item("message", Does::Delta(content(&event.content_index), TextKind::OutputText, &event.delta))
            }
            E::OutputTextDone(event) => {
                item("message", Does::TextDone(content(&event.content_index), TextKind::OutputText, &event.text))
            }
            E::OutputTextAnnotationAdded(event) => item(
                "message",
                Does::AnnotationAdded(content(&event.content_index), event.annotation_index, event.annotation.as_ref()),
            ),
            E::RefusalDelta(event) => {
                item("message", Does::Delta(content(&event.content_index), TextKind::Refusal, &event.delta))
            }
            E::RefusalDone(event) => {
                item("message", Does::TextDone(content(&event.content_index), TextKind::Refusal, &event.refusal))
            }
            E::ReasoningTextDelta(event) => {
                item("reasoning", Does::Delta(content(&event.content_index), TextKind::Reasoning, &event.delta))
            }
            E::ReasoningTextDone(event) => {
                item("reasoning", Does::TextDone(content(&event.content_index), TextKind::Reasoning, &event.text))
            }
            E::ReasoningDelta(event) => {
                item("reasoning", Does::Delta(content(&event.content_index), TextKind::Reasoning, &event.delta))
            }
            E::ReasoningDone(event) => {
                item("reasoning", Does::TextDone(content(&event.content_index), TextKind::Reasoning, &event.text))
            }
            E::ReasoningSummaryTextDelta(event) => {
                item("reasoning", Does::Delta(summary(&event.summary_index), TextKind::Summary, &event.delta))
            }
            E::ReasoningSummaryTextDone(event) => {
                item("reasoning", Does::TextDone(summary(&event.summary_index), TextKind::Summary, &event.text))
            }

            E::FunctionCallArgumentsDelta(event) => {
                item("function_call", Does::Delta(whole, TextKind::Arguments, &event.delta))
            }
            E::FunctionCallArgumentsDone(event) => {
                item("function_call", Does::TextDone(whole, TextKind::Arguments, &event.arguments))
            }
            E::McpCallArgumentsDelta(event) => item("mcp_call", Does::Delta(whole, TextKind::Arguments, &event.delta)),
            E::McpCallArgumentsDone(event) => {
                item("mcp_call", Does::TextDone(whole, TextKind::Arguments, &event.arguments))
            }
            E::CustomToolCallInputDelta(event) => {
                item("custom_tool_call", Does::Delta(whole, TextKind::Input, &event.delta))
            }
            E::CustomToolCallInputDone(event) => {
                item("custom_tool_call", Does::TextDone(whole, TextKind::Input, &event.input))
            }
            E::CodeInterpreterCallCodeDelta(event) => {
                item("code_interpreter_call", Does::Delta(whole, TextKind::Code, &event.delta))
            }
            E::CodeInterpreterCallCodeDone(event) => {
                item("code_interpreter_call", Does::TextDone(whole, TextKind::Code, &event.code))
            }
            E::ApplyPatchCallOperationDiffDelta(event) => {
                item("apply_patch_call", Does::Delta(whole, TextKind::Diff, &event.delta))
            }
            E::ApplyPatchCallOperationDiffDone(event) => {
                item("apply_patch_call", Does::TextDone(whole, TextKind::Diff, &event.diff))
            }
            E::ShellCallCommandAdded(event) => {
                let part = Part { type_name: "", text: event.command.as_deref(), annotations: None };
                item("shell_call", Does::PartAdded(command(&event.command_index), Some(part)))
            }
            E::ShellCallCommandDelta(event) => {
                item("shell_call", Does::Delta(command(&event.command_index), TextKind::Command, &event.delta))
            }
            E::ShellCallCommandDone(event) => {
                item("shell_call", Does::TextDone(command(&event.command_index), TextKind::Command, &event.command))
            }
            E::ShellCallOutputContentDelta(_) | E::ShellCallOutputContentDone(_) => {
                item("shell_call_output", Does::Nothing)
            }

            E::CodeInterpreterCallInProgress(_) => status("code_interpreter_call", CallStatus::InProgress),
            E::CodeInterpreterCallInterpreting(_) => status("code_interpreter_call", CallStatus::Running),
            E::CodeInterpreterCallCompleted(_) => status("code_interpreter_call", CallStatus::Completed),
            E::WebSearchCallInProgress(_) => status("web_search_call", CallStatus::InProgress),
            E::WebSearchCallSearching(_) => status("web_search_call", CallStatus::Running),
            E::WebSearchCallCompleted(_) => status("web_search_call", CallStatus::Completed),
            E::FileSearchCallInProgress(_) => status("file_search_call", CallStatus::InProgress),
            E::FileSearchCallSearching(_) => status("file_search_call", CallStatus::Running),
            E::FileSearchCallCompleted(_) => status("file_search_call", CallStatus::Completed),
            E::ImageGenCallInProgress(_) => status("image_generation_call", CallStatus::InProgress),
            E::ImageGenCallGenerating(_) => status("image_generation_call", CallStatus::Running),
            E::ImageGenCallPartialImage(event) => item("image_generation_call", Does::PartialImage(event)),
            E::ImageGenCallCompleted(_) => status("image_generation_call", CallStatus::Completed),
            E::McpCallInProgress(_) => status("mcp_call", CallStatus::InProgress),
            E::McpCallCompleted(_) => status("mcp_call", CallStatus::Completed),
            E::McpCallFailed(_) => status("mcp_call", CallStatus::Failed),
            E::McpListToolsInProgress(_) => status("mcp_list_tools", CallStatus::InProgress),
            E::McpListToolsCompleted(_) => status("mcp_list_tools", CallStatus::Completed),
            E::McpListToolsFailed(_) => status("mcp_list_tools", CallStatus::Failed),
            E::CompactionCompacting(_) => item("compaction", Does::Nothing),
            E::FusionCallInProgress(_)
            | E::FusionCallPanelAdded(_)
            | E::FusionCallPanelReasoningDelta(_)
            | E::FusionCallPanelDelta(_)
            | E::FusionCallPanelCompleted(_)
            | E::FusionCallPanelFailed(_)
            | E::FusionCallAnalysisInProgress(_)
            | E::FusionCallAnalysisCompleted(_)
            | E::FusionCallCompleted(_) => item("", Does::Nothing),
        }
    }

    /// Returns the stage that an event of this type is, for one that cannot be decoded.
    pub(super) fn stage_of(event_type: &str) -> Option<Stage> {
        match event_type {
            "response.created" => Some(Stage::Created),
            "response.queued" => Some(Stage::Queued),
            "response.in_progress" => Some(Stage::InProgress),
            "response.completed"
            | "response.incomplete"
            | "response.failed"
            | "response.cancelled"
            | "response.done" => Some(Stage::Final),
            _ => None,
        }
    }
}
