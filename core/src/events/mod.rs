//! The events of the Responses API, one file for each family.
//!
//! [`StreamEvent`] is any of them. Each family also has an enum of its own, and each struct can be decoded by itself. The
//! types that the events hold are in [`payload`](crate::payload).
//!
//! The events of a client are in [`client`], and the webhooks of OpenAI in [`webhook`]. The tags of another API, such as the
//! Realtime API, are a family of your own: the example `realtime` shows one.
//!
//! Servers differ, so decoding is tolerant and the contract is not. Decoding requires only the field that makes the event:
//! the `delta` of a delta, the complete text of a done event. Every other field is an `Option`, and [`validate`] requires
//! those that every official SDK and the Open Responses specification require. A field that is `null` is read as an absent
//! one and left out when it is written. Fields that a struct does not know are in its `extra`. The events of image generation
//! are the exception: decoding requires the fields that their documents require, `sequence_number` among them.
//!
//! The structs are `#[non_exhaustive]`: create them with `new` and set the other fields.
//!
//! ```
//! use response_event::events::OutputTextDelta;
//!
//! let mut event = OutputTextDelta::new("Good day.");
//! event.item_id = Some("msg_1".to_owned());
//! event.output_index = Some(0.into());
//! assert_eq!(event.text(), "Good day.");
//! ```
//!
//! A connection in WebSocket mode may carry several responses at once. Each event then has a `stream_id`, which
//! [`EventFamily::stream_id`](crate::EventFamily::stream_id) returns for every event.
//!
//! The fields of each struct are in the order in which OpenAI sends them: decoding is fastest so.
//!
//! [`validate`]: crate::Validate::validate
//!
//! # Sources
//!
//! The events, and who knows them:
//!
#![doc = include_str!("tags.md")]

mod accessors;
mod apply_patch_call;
mod audio;
mod catalogue;
pub mod client;
mod code_interpreter_call;
mod codex;
mod compaction;
mod connection;
mod content_part;
mod custom_tool_call;
mod debug;
mod error;
mod file_search_call;
mod function_call;
mod fusion_call;
mod image_generation;
mod inject;
mod lifecycle;
mod mcp_call;
mod mcp_list_tools;
mod output_item;
mod output_text;
mod reasoning;
mod refusal;
mod shell_call;
mod steer;
#[cfg(test)]
mod tests;
mod web_search_call;
pub mod webhook;

pub use self::apply_patch_call::*;
pub use self::audio::*;
pub use self::code_interpreter_call::*;
pub use self::codex::*;
pub use self::compaction::*;
pub use self::connection::*;
pub use self::content_part::*;
pub use self::custom_tool_call::*;
pub use self::debug::*;
pub use self::error::*;
pub use self::file_search_call::*;
pub use self::function_call::*;
pub use self::fusion_call::*;
pub use self::image_generation::*;
pub use self::inject::*;
pub use self::lifecycle::*;
pub use self::mcp_call::*;
pub use self::mcp_list_tools::*;
pub use self::output_item::*;
pub use self::output_text::*;
pub use self::reasoning::*;
pub use self::refusal::*;
pub use self::shell_call::*;
pub use self::steer::*;
pub use self::web_search_call::*;

catalogue::catalogue! {
    /// Any event of a stream, or one of an unknown type, kept as it came.
    ///
    /// The variants are named after the structs. The larger structs are in a `Box`, so that the enum stays small: a stream is
    /// mostly deltas, and those are not.
    ///
    /// ```
    /// use response_event::EventFamily;
    /// use response_event::events::StreamEvent;
    ///
    /// let stream = [
    ///     r#"{"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","output":[]}}"#,
    ///     r#"{"type":"response.output_text.delta","sequence_number":1,"item_id":"msg_1","output_index":0,"content_index":0,
    ///         "delta":"Good ","logprobs":[]}"#,
    ///     r#"{"type":"response.output_text.delta","sequence_number":2,"item_id":"msg_1","output_index":0,"content_index":0,
    ///         "delta":"day.","logprobs":[]}"#,
    ///     r#"{"type":"response.telepathy.delta","sequence_number":3}"#,
    /// ];
    /// let (mut text, mut unknown) = (String::new(), vec![]);
    /// for json in stream {
    ///     let event: StreamEvent = response_event::from_str(json)?;
    ///     println!("{:?} {}", event.sequence_number(), event.event_type());
    ///     match event {
    ///         StreamEvent::OutputTextDelta(event) => text += &event.delta,
    ///         StreamEvent::Error(event) => panic!("{}", event.message().as_deref().unwrap_or("no reason given")),
    ///         StreamEvent::Unknown(event) => unknown.push(event.event_type().to_owned()),
    ///         _ => {}
    ///     }
    /// }
    /// assert_eq!(text, "Good day.");
    /// assert_eq!(unknown, ["response.telepathy.delta"]);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    ///
    /// A family converts into it, and it into a family if it is an event of that:
    ///
    /// ```
    /// use response_event::events::{ImageGenCallEvent, OutputTextDelta, OutputTextEvent, StreamEvent};
    ///
    /// let event: StreamEvent = response_event::from_str(
    ///     r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"Hi"}"#,
    /// )?;
    /// let event = ImageGenCallEvent::try_from(event).unwrap_err();
    /// let text = OutputTextEvent::try_from(event).unwrap();
    /// assert!(matches!(&text, OutputTextEvent::Delta(delta) if delta.delta == "Hi"));
    /// let delta = OutputTextDelta::try_from(StreamEvent::from(text)).unwrap();
    /// assert_eq!(delta.delta, "Hi");
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    #[doc(alias = "ResponseStreamEvent")]
    #[doc(alias = "StreamEvents")]
    #[doc(alias = "OpenResponsesStreamEvent")]
    StreamEvent {
        /// A step in the life of the response itself, or an event of any other type, kept as it came.
        ///
        /// A stream can also end with an [`ErrorEvent`] or a [`ResponseErrorEvent`], which are none of these.
        LifecycleEvent {
            Created(#[boxed] ResponseCreated),
            Queued(#[boxed] ResponseQueued),
            InProgress(#[boxed] ResponseInProgress),
            Completed(#[boxed] ResponseCompleted),
            Incomplete(#[boxed] ResponseIncomplete),
            Failed(#[boxed] ResponseFailed),
            Cancelled(#[boxed] ResponseCancelled),
            Done(#[boxed] ResponseDone),
        }
        /// An output item as it comes or as it is done, or an event of any other type, kept as it came.
        OutputItemEvent {
            Added(#[boxed] OutputItemAdded),
            Done(#[boxed] OutputItemDone),
        }
        /// A part of an output item as it comes or as it is done, or an event of any other type, kept as it came.
        ContentPartEvent {
            Added(#[boxed] ContentPartAdded),
            Done(#[boxed] ContentPartDone),
        }
        /// An event of the text of a message, or one of any other type, kept as it came.
        OutputTextEvent {
            Delta(OutputTextDelta),
            AnnotationAdded(#[boxed] OutputTextAnnotationAdded),
            Done(OutputTextDone),
        }
        /// An event of a refusal, or one of any other type, kept as it came.
        RefusalEvent {
            Delta(RefusalDelta),
            Done(RefusalDone),
        }
        /// An event of the reasoning or its summary, or one of any other type, kept as it came.
        ReasoningEvent {
            TextDelta(ReasoningTextDelta),
            TextDone(ReasoningTextDone),
            Delta(ReasoningDelta),
            Done(ReasoningDone),
            PartAdded(#[boxed] ReasoningPartAdded),
            PartDone(#[boxed] ReasoningPartDone),
            SummaryPartAdded(#[boxed] ReasoningSummaryPartAdded),
            SummaryTextDelta(ReasoningSummaryTextDelta),
            SummaryTextDone(ReasoningSummaryTextDone),
            SummaryPartDone(#[boxed] ReasoningSummaryPartDone),
        }
        /// An event of the arguments of a function call, or one of any other type, kept as it came.
        FunctionCallEvent {
            ArgumentsDelta(FunctionCallArgumentsDelta),
            ArgumentsDone(FunctionCallArgumentsDone),
        }
        /// An event of the input of a call of a custom tool, or one of any other type, kept as it came.
        CustomToolCallEvent {
            InputDelta(CustomToolCallInputDelta),
            InputDone(CustomToolCallInputDone),
        }
        /// An event of the diff of a patch, or one of any other type, kept as it came.
        ApplyPatchCallEvent {
            OperationDiffDelta(ApplyPatchCallOperationDiffDelta),
            OperationDiffDone(ApplyPatchCallOperationDiffDone),
        }
        /// An event of a shell call or its output, or one of any other type, kept as it came.
        ShellCallEvent {
            CommandAdded(ShellCallCommandAdded),
            CommandDelta(ShellCallCommandDelta),
            CommandDone(ShellCallCommandDone),
            OutputContentDelta(#[boxed] ShellCallOutputContentDelta),
            OutputContentDone(#[boxed] ShellCallOutputContentDone),
        }
        /// An event of a call of the code interpreter, or one of any other type, kept as it came.
        CodeInterpreterCallEvent {
            InProgress(CodeInterpreterCallInProgress),
            CodeDelta(CodeInterpreterCallCodeDelta),
            CodeDone(CodeInterpreterCallCodeDone),
            Interpreting(CodeInterpreterCallInterpreting),
            Completed(CodeInterpreterCallCompleted),
        }
        /// An event of a web search, or one of any other type, kept as it came.
        WebSearchCallEvent {
            InProgress(WebSearchCallInProgress),
            Searching(WebSearchCallSearching),
            Completed(WebSearchCallCompleted),
        }
        /// An event of a search of files, or one of any other type, kept as it came.
        FileSearchCallEvent {
            InProgress(FileSearchCallInProgress),
            Searching(FileSearchCallSearching),
            Completed(FileSearchCallCompleted),
        }
        /// An event of an image generation call, or one of any other type, kept as it came.
        ///
        /// ```
        /// use response_event::EventFamily;
        /// use response_event::events::ImageGenCallEvent;
        ///
        /// let event: ImageGenCallEvent = response_event::from_str(r#"{"type":"keepalive","sequence_number":7}"#)?;
        /// assert_eq!(event.event_type(), "keepalive");
        /// assert!(matches!(event, ImageGenCallEvent::Unknown(_)));
        /// # Ok::<(), response_event::DecodeError>(())
        /// ```
        ImageGenCallEvent {
            InProgress(ImageGenCallInProgress),
            Generating(ImageGenCallGenerating),
            PartialImage(ImageGenCallPartialImage),
            Completed(ImageGenCallCompleted),
        }
        /// An event of a call of a tool on an MCP server, or one of any other type, kept as it came.
        McpCallEvent {
            InProgress(McpCallInProgress),
            ArgumentsDelta(McpCallArgumentsDelta),
            ArgumentsDone(McpCallArgumentsDone),
            Completed(McpCallCompleted),
            Failed(McpCallFailed),
        }
        /// An event of asking an MCP server for its tools, or one of any other type, kept as it came.
        McpListToolsEvent {
            InProgress(McpListToolsInProgress),
            Completed(McpListToolsCompleted),
            Failed(McpListToolsFailed),
        }
        /// An event of a fusion call, or one of any other type, kept as it came.
        FusionCallEvent {
            InProgress(#[boxed] FusionCallInProgress),
            PanelAdded(#[boxed] FusionCallPanelAdded),
            PanelReasoningDelta(#[boxed] FusionCallPanelReasoningDelta),
            PanelDelta(#[boxed] FusionCallPanelDelta),
            PanelCompleted(#[boxed] FusionCallPanelCompleted),
            PanelFailed(#[boxed] FusionCallPanelFailed),
            AnalysisInProgress(#[boxed] FusionCallAnalysisInProgress),
            AnalysisCompleted(#[boxed] FusionCallAnalysisCompleted),
            Completed(#[boxed] FusionCallCompleted),
        }
        /// An event of the sound of a response, or one of any other type, kept as it came.
        AudioEvent {
            Delta(AudioDelta),
            Done(AudioDone),
            TranscriptDelta(AudioTranscriptDelta),
            TranscriptDone(AudioTranscriptDone),
        }
        /// A message that a server sends beside the response, or an event of any other type, kept as it came.
        ConnectionEvent {
            Keepalive(Keepalive),
            Ping(Ping),
            ResponseKeepAlive(ResponseKeepAlive),
            RateLimitsUpdated(RateLimitsUpdated),
            CodexRateLimits(CodexRateLimits),
            CodexResponseMetadata(CodexResponseMetadata),
            ResponseMetadata(ResponseMetadata),
            WebSocketTiming(WebSocketTiming),
        }
        /// An event of steering input, or one of any other type, kept as it came.
        SteerEvent {
            Accepted(#[boxed] SteerAccepted),
            Pending(#[boxed] SteerPending),
            Failed(#[boxed] SteerFailed),
        }
        /// An event of items that are added to a response in progress, or one of any other type, kept as it came.
        InjectEvent {
            Created(InjectCreated),
            Failed(#[boxed] InjectFailed),
        }
        _ {
            #[event(without_type = "error")]
            Error(#[boxed] ErrorEvent),
            ResponseError(#[boxed] ResponseErrorEvent),
            ResponseDebug(#[boxed] ResponseDebug),
            CompactionCompacting(CompactionCompacting),
        }
    }
}
