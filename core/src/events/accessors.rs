//! Accessors that are the same on all events that have the value.

use crate::ExtraFields;
use crate::events::StreamEvent;
use crate::payload::{Agent, ContentPart, OutputItem, Response};

/// Implements `text` for each struct, from the field that holds its text, and for [`StreamEvent`].
macro_rules! texts {
    ($($event:ident.$field:ident,)+) => {
        $(
            impl crate::events::$event {
                #[doc = concat!("Returns the text that the event brings: its `", stringify!($field), "`.")]
                pub fn text(&self) -> &str {
                    &self.$field
                }
            }
        )+

        impl StreamEvent {
            /// Returns the text that the event brings: the piece of a `….delta` event, or the complete text of a
            /// `….done` event.
            ///
            /// Both are text, a refusal, reasoning, or the arguments, input, code, diff or commands of a call. Base64, such
            /// as that of an image, is no text.
            ///
            /// ```
            /// use response_event::events::StreamEvent;
            ///
            /// for json in [
            ///     r#"{"type":"response.refusal.delta","delta":"No."}"#,
            ///     r#"{"type":"response.refusal.done","refusal":"No."}"#,
            /// ] {
            ///     let event: StreamEvent = response_event::from_str(json)?;
            ///     assert_eq!(event.text(), Some("No."));
            /// }
            /// # Ok::<(), response_event::DecodeError>(())
            /// ```
            pub fn text(&self) -> Option<&str> {
                match self {
                    $( Self::$event(event) => Some(event.text()), )+
                    _ => None,
                }
            }
        }
    };
}

texts! {
    OutputTextDelta.delta,
    OutputTextDone.text,
    RefusalDelta.delta,
    RefusalDone.refusal,
    ReasoningTextDelta.delta,
    ReasoningTextDone.text,
    ReasoningDelta.delta,
    ReasoningDone.text,
    ReasoningSummaryTextDelta.delta,
    ReasoningSummaryTextDone.text,
    FunctionCallArgumentsDelta.delta,
    FunctionCallArgumentsDone.arguments,
    CustomToolCallInputDelta.delta,
    CustomToolCallInputDone.input,
    McpCallArgumentsDelta.delta,
    McpCallArgumentsDone.arguments,
    CodeInterpreterCallCodeDelta.delta,
    CodeInterpreterCallCodeDone.code,
    ApplyPatchCallOperationDiffDelta.delta,
    ApplyPatchCallOperationDiffDone.diff,
    ShellCallCommandDelta.delta,
    ShellCallCommandDone.command,
    FusionCallPanelReasoningDelta.delta,
    FusionCallPanelDelta.delta,
    FusionCallPanelCompleted.content,
    AudioTranscriptDelta.delta,
}

impl StreamEvent {
    /// Returns the response of a lifecycle event.
    pub fn response(&self) -> Option<&Response> {
        match self {
            Self::ResponseCreated(event) => event.response.as_ref(),
            Self::ResponseQueued(event) => event.response.as_ref(),
            Self::ResponseInProgress(event) => event.response.as_ref(),
            Self::ResponseCompleted(event) => event.response.as_ref(),
            Self::ResponseIncomplete(event) => event.response.as_ref(),
            Self::ResponseFailed(event) => event.response.as_ref(),
            Self::ResponseCancelled(event) => event.response.as_ref(),
            Self::ResponseDone(event) => event.response.as_ref(),
            _ => None,
        }
    }

    /// Returns the agent that the event comes from: its field `agent`, if it is an object.
    ///
    /// ```
    /// use response_event::events::StreamEvent;
    ///
    /// let event: StreamEvent = response_event::from_str(
    ///     r#"{"type":"response.output_text.delta","delta":"Hi","agent":{"agent_name":"scout"}}"#,
    /// )?;
    /// assert_eq!(event.agent().unwrap().agent_name.as_deref(), Some("scout"));
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn agent(&self) -> Option<Agent> {
        match self {
            Self::Unknown(event) => {
                let mut fields: ExtraFields = event.json().parse().ok()?;
                fields.remove("agent")?.decode().ok()
            }
            event => event.extra()?.get("agent")?.decode().ok(),
        }
    }

    /// Returns the item of `response.output_item.added` or `.done`.
    pub fn item(&self) -> Option<&OutputItem> {
        match self {
            Self::OutputItemAdded(event) => event.item.as_ref(),
            Self::OutputItemDone(event) => event.item.as_ref(),
            _ => None,
        }
    }

    /// Returns the part of `response.content_part.added` or `.done`, or of `response.reasoning_part.added` or `.done`.
    pub fn part(&self) -> Option<&ContentPart> {
        match self {
            Self::ContentPartAdded(event) => event.part.as_ref(),
            Self::ContentPartDone(event) => event.part.as_ref(),
            Self::ReasoningPartAdded(event) => event.part.as_ref(),
            Self::ReasoningPartDone(event) => event.part.as_ref(),
            _ => None,
        }
    }
}
