//! Messages, reasoning and compactions.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{ContentPart, ItemStatus, SummaryPart, with_nulls};
use crate::{ExtraFields, ResponseEvent};

/// A message: `message`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "message")]
#[doc(alias = "OutputMessageItem")]
#[doc(alias = "ResponseOutputMessage")]
#[doc(alias = "ResponsesOutputMessage")]
#[non_exhaustive]
pub struct OutputMessage {
    /// ID of the item, such as `msg_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Author of the message; in an output, the assistant.
    #[event(required, nested)]
    pub role: Option<MessageRole>,
    /// Status of the item.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Purpose of the message: commentary or the answer.
    #[event(nested)]
    pub phase: Option<MessagePhase>,
    /// Parts of the message; empty when it has just started.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<ContentPart>)))]
    #[event(required, each(nested))]
    pub content: Option<Vec<ContentPart>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

open_enum! {
    /// Author of a message.
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
    /// Purpose of a message.
    MessagePhase {
        /// Said on the way to the answer
        Commentary = "commentary",
        FinalAnswer = "final_answer",
    }
}

/// Reasoning of the model: `reasoning`.
///
/// ```
/// use response_event::payload::{Reasoning, SummaryPart};
///
/// let reasoning: Reasoning = response_event::from_str(
///     r#"{"id":"rs_1","type":"reasoning","encrypted_content":"gAAA",
///         "summary":[{"type":"summary_text","text":"Adding up"}]}"#,
/// )?;
/// assert_eq!(reasoning.encrypted_content.as_deref(), Some("gAAA"));
/// assert!(matches!(reasoning.summary(), [SummaryPart::SummaryText(part)] if part.text() == "Adding up"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "reasoning")]
#[doc(alias = "OutputReasoningItem")]
#[doc(alias = "ResponseReasoningItem")]
#[doc(alias = "ResponsesOutputItemReasoning")]
#[non_exhaustive]
pub struct Reasoning {
    /// ID of the item, such as `rs_…`.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Status of the item.
    #[event(nested)]
    pub status: Option<ItemStatus>,
    /// Parts of the summary; empty if there is none.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<SummaryPart>)))]
    #[event(required, each(nested))]
    pub summary: Option<Vec<SummaryPart>>,
    /// The reasoning itself, if the model shows it.
    #[serde(default, with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<ContentPart>)))]
    #[event(each(nested))]
    pub content: Option<Vec<ContentPart>>,
    /// Encrypted reasoning; send it back with the next request.
    pub encrypted_content: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A compacted conversation: `compaction`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "compaction")]
#[doc(alias = "ResponseCompactionItem")]
#[non_exhaustive]
pub struct Compaction {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Encrypted conversation; send it back with the next request.
    #[event(required)]
    pub encrypted_content: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

impl OutputMessage {
    /// Returns the parts of the message; empty if they are absent.
    pub fn content(&self) -> &[ContentPart] {
        self.content.as_deref().unwrap_or_default()
    }
}

impl Reasoning {
    /// Returns the parts of the summary; empty if they are absent.
    pub fn summary(&self) -> &[SummaryPart] {
        self.summary.as_deref().unwrap_or_default()
    }

    /// Returns the parts of the reasoning itself; empty if they are absent.
    pub fn content(&self) -> &[ContentPart] {
        self.content.as_deref().unwrap_or_default()
    }
}

constructors! {
    OutputMessage();
    Reasoning();
    Compaction();
}
