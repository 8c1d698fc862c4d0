//! The objects that events carry: the response, its output items, their parts, annotations and log probabilities.
//!
//! Commonly used fields are typed. Every other field is kept in `extra` and written back; only a `null` in a typed field
//! is not. An item, part or annotation of an unknown type is kept as an [`UnknownEvent`](crate::UnknownEvent), and so is
//! one that is `null`: its type is then empty, and its JSON is `null`.
//!
//! Servers omit fields or send `null`, so every typed field is an `Option`. Validation reports the absence of a field
//! that all official sources require. A struct is created with `new` or `default`, and its fields are then set:
//!
//! ```
//! use response_event::payload::{ItemStatus, OutputItem, OutputMessage};
//!
//! let mut message = OutputMessage::new();
//! message.id = Some("msg_1".into());
//! message.status = Some(ItemStatus::Completed);
//! assert_eq!(OutputItem::from(message).id().as_deref(), Some("msg_1"));
//! ```
//!
//! ```
//! use response_event::payload::{OutputItem, Response, ResponseStatus};
//!
//! let json = r#"{"id":"resp_1","object":"response","created_at":1741290958,"status":"completed","model":"gpt-5-nano",
//!     "output":[{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[
//!         {"type":"output_text","text":"It is ","annotations":[]},
//!         {"type":"output_text","text":"raining.","annotations":[]}
//!     ]}],"temperature":1.0}"#;
//! let response: Response = response_event::from_str(json)?;
//! assert_eq!(response.status, Some(ResponseStatus::Completed));
//! assert_eq!(response.output_text(), "It is raining.");
//! assert!(matches!(response.items(), [OutputItem::Message(_)]));
//! assert_eq!(response.extra.get("temperature").unwrap().get(), "1.0");
//! # Ok::<(), response_event::DecodeError>(())
//! ```

#[macro_use]
mod list;
#[macro_use]
mod open_enum;
mod annotation;
mod content_part;
mod error;
mod input_part;
mod logprob;
mod output_item;
mod response;
mod shell;
mod steer;
mod summary_part;
mod usage;

pub use self::annotation::{Annotation, ContainerFileCitation, FileCitation, FilePath, UrlCitation};
pub use self::content_part::{ContentPart, EncryptedContent, OutputText, ReasoningText, Refusal, SummaryText, Text};
pub(crate) use self::error::object_or_text;
pub use self::error::{ErrorCode, ResponseError};
pub use self::input_part::{ComputerScreenshot, InputFile, InputImage, InputText, InputVideo};
pub(crate) use self::list::with_nulls;
pub use self::logprob::{Logprob, TopLogprob};
pub use self::open_enum::UnknownValue;
pub use self::output_item::{
    AdditionalTools, Agent, AgentMessage, ApplyPatchCall, ApplyPatchCallOutput, CodeInterpreterCall, Compaction,
    CompactionTrigger, ComputerCall, ComputerCallOutput, ConfigurationUpdate, CustomToolCall, CustomToolCallOutput,
    FileSearchCall, FunctionCall, FunctionCallOutput, ImageGenerationCall, ItemReference, ItemStatus, LocalShellAction,
    LocalShellCall, LocalShellCallOutput, McpApprovalRequest, McpApprovalResponse, McpCall, McpListTools, MessagePhase,
    MessageRole, MultiAgentCall, MultiAgentCallOutput, OutputItem, OutputMessage, PatchOperation, PatchOperationType,
    Program, ProgramOutput, Reasoning, ShellAction, ShellCall, ShellCallOutput, ToolSearchCall, ToolSearchExecution,
    ToolSearchOutput, WebSearchCall,
};
pub(crate) use self::response::output_text;
pub use self::response::{IncompleteDetails, IncompleteReason, Response, ResponseStatus, ServiceTier};
pub use self::shell::{ShellOutput, ShellOutputDelta, ShellOutputs};
pub use self::steer::{Steer, SteerPendingReason};
pub use self::summary_part::SummaryPart;
pub use self::usage::{Cost, InputTokensDetails, OutputTokensDetails, Usage};

use crate::violation::{Found, Rule, Violation};

/// Returns the violation of the rule `required` for the field at `pointer`, which the other fields demand.
pub(crate) fn absent(pointer: &str) -> Violation {
    Violation::built_in(Rule::Required, Found::Nothing).at(pointer)
}
