//! `Scenario`: the tests of the compliance suite of Open Responses, as far as a recording can show them.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use super::profile::ParseNameError;
use crate::events::StreamEvent;
use crate::payload::ResponseStatus;
use crate::{EventFamily as _, PartFamily as _};

/// A test of the compliance suite, whose answer a stream is.
///
/// The suite sends a request and looks at the answer. A [`StreamChecker`](super::StreamChecker) that
/// [expects](super::StreamChecker::expect) a scenario looks at a recorded answer in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scenario {
    /// `basic-response`, and all whose answer is any output: `system-prompt`, `image-input`, `file-input`, `multi-turn`,
    /// `previous-response-id` and the last turn of `function-call-roundtrip`.
    BasicResponse,
    /// `streaming-response`.
    StreamingResponse,
    /// `tool-calling`: a function is called.
    ToolCalling,
    /// `tool-calling-streaming`: a function is called, and its arguments are streamed.
    ToolCallingStreaming,
    /// `file-search`: files are searched.
    FileSearch,
    /// `offline-web-search`: the web is searched.
    OfflineWebSearch,
}

impl Scenario {
    /// Every scenario.
    pub const ALL: &'static [Self] = &[
        Self::BasicResponse,
        Self::StreamingResponse,
        Self::ToolCalling,
        Self::ToolCallingStreaming,
        Self::FileSearch,
        Self::OfflineWebSearch,
    ];

    /// Returns the name of the test, such as `tool-calling`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BasicResponse => "basic-response",
            Self::StreamingResponse => "streaming-response",
            Self::ToolCalling => "tool-calling",
            Self::ToolCallingStreaming => "tool-calling-streaming",
            Self::FileSearch => "file-search",
            Self::OfflineWebSearch => "offline-web-search",
        }
    }

    /// Returns what the scenario demands and the stream does not show.
    pub(super) fn unmet(self, seen: &Seen) -> Vec<&'static str> {
        let has = |event_type| seen.events.contains(event_type);
        let has_output = (seen.has_output, "the final response has no output");
        let is_completed = (seen.is_completed, "the final response is not completed");
        let has_item = |item_type, text| (seen.output.contains(item_type), text);
        let demands: &[(bool, &str)] = match self {
            Self::BasicResponse => &[has_output, is_completed],
            Self::StreamingResponse => &[(!seen.events.is_empty(), "there are no events"), is_completed],
            Self::ToolCalling => &[has_output, has_item("function_call", "the output has no `function_call`")],
            Self::ToolCallingStreaming => &[
                (seen.is_call_added, "no `response.output_item.added` has a `function_call`"),
                (has("response.function_call_arguments.delta"), "there is no `response.function_call_arguments.delta`"),
                (has("response.function_call_arguments.done"), "there is no `response.function_call_arguments.done`"),
                (seen.is_call_done, "no `response.output_item.done` has a `function_call`"),
            ],
            Self::FileSearch => &[has_output, has_item("file_search_call", "the output has no `file_search_call`")],
            Self::OfflineWebSearch => &[has_output, has_item("web_search_call", "the output has no `web_search_call`")],
        };
        demands.iter().filter(|(is_met, _)| !is_met).map(|(_, text)| *text).collect()
    }
}

impl FromStr for Scenario {
    type Err = ParseNameError;

    fn from_str(name: &str) -> Result<Self, ParseNameError> {
        let found = Self::ALL.iter().find(|scenario| scenario.as_str() == name);
        found.copied().ok_or_else(|| ParseNameError { kind: "scenario", name: name.into() })
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The facts that a stream has shown.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Seen {
    /// The known types of events.
    events: BTreeSet<&'static str>,
    /// The known types of items in the final output.
    output: BTreeSet<String>,
    has_output: bool,
    is_completed: bool,
    is_call_added: bool,
    is_call_done: bool,
}

impl Seen {
    pub(super) fn record(&mut self, event: &StreamEvent) {
        let event_type = event.event_type();
        self.events.extend(StreamEvent::TYPES.iter().find(|known| **known == event_type));
        let is_call = event.item().is_some_and(|item| item.part_type() == "function_call");
        match event {
            StreamEvent::OutputItemAdded(_) => self.is_call_added |= is_call,
            StreamEvent::OutputItemDone(_) => self.is_call_done |= is_call,
            event if event.is_terminal() => {
                let Some(response) = event.response() else { return };
                self.has_output |= !response.items().is_empty();
                self.is_completed |= response.status == Some(ResponseStatus::Completed);
                self.output.extend(response.items().iter().map(|item| String::from(item.part_type())));
            }
            _ => {}
        }
    }
}
