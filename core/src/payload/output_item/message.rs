//! What the model says and thinks: messages, reasoning, and what is left of both after compaction.
//!
//! All four SDKs know messages and reasoning, openai-python 3.54.0 and openai-node 6.49.0 alone know compactions. A
//! message's `status` is required by those two; that of reasoning by none, and most servers leave it out.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{ContentPart, ItemStatus, SummaryPart};
use crate::{ExtraFields, ResponseEvent};

/// A message: `message`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "message")]
#[doc(alias = "OutputMessageItem")]
#[doc(alias = "ResponseOutputMessage")]
#[doc(alias = "ResponsesOutputMessage")]
pub struct OutputMessage {
    /// Its id, such as `msg_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// Who says it; in an output, the assistant.
    #[event(nested)]
    pub role: MessageRole,
    /// How far it is.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Whether it is a comment along the way or the answer.
    #[event(nested)]
    pub phase: Option<MessagePhase>,
    /// Its parts; none while it has only just begun.
    #[event(each(nested))]
    pub content: Vec<ContentPart>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

open_enum! {
    /// Who says something.
    MessageRole {
        Assistant = "assistant",
        User = "user",
        System = "system",
        Developer = "developer",
        Tool = "tool",
        Critic = "critic",
        Discriminator = "discriminator",
        /// The server does not say who
        Unspecified = "unknown",
    }
}

open_enum! {
    /// What a message is for.
    MessagePhase {
        /// Said on the way to the answer
        Commentary = "commentary",
        FinalAnswer = "final_answer",
    }
}

/// What the model thought: `reasoning`.
///
/// ```
/// use response_event::payload::{Reasoning, SummaryPart};
///
/// let reasoning: Reasoning = response_event::from_str(
///     r#"{"id":"rs_1","type":"reasoning","encrypted_content":"gAAA",
///         "summary":[{"type":"summary_text","text":"Adding up"}]}"#,
/// )?;
/// assert_eq!(reasoning.encrypted_content.as_deref(), Some("gAAA"));
/// assert!(matches!(&reasoning.summary[..], [SummaryPart::SummaryText(part)] if part.text == "Adding up"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "reasoning")]
#[doc(alias = "OutputReasoningItem")]
#[doc(alias = "ResponseReasoningItem")]
#[doc(alias = "ResponsesOutputItemReasoning")]
pub struct Reasoning {
    /// Its id, such as `rs_…`; not empty.
    #[event(non_empty)]
    pub id: String,
    /// How far it is.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// The summary, part by part; empty if there is none.
    #[event(each(nested))]
    pub summary: Vec<SummaryPart>,
    /// The thoughts themselves, where the model shows them.
    #[event(each(nested))]
    pub content: Option<Vec<ContentPart>>,
    /// The thoughts in a form that only the server can read, to be sent back with the next request.
    pub encrypted_content: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A conversation so far, made short: `compaction`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "compaction")]
#[doc(alias = "ResponseCompactionItem")]
pub struct Compaction {
    /// Its id; not empty.
    #[event(non_empty)]
    pub id: String,
    /// The conversation in a form that only the server can read, to be sent back with the next request.
    pub encrypted_content: String,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
