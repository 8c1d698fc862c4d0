//! The objects that events carry: the response, its output items, their parts, and what hangs on those.
//!
//! What a consumer of a stream acts on has a field; every other member is kept in `other`, so that an object is
//! written back as it was read, only without the `null` of a field that is `None`. An item, part or annotation of a
//! type that is not known is kept whole as an [`UnknownEvent`](crate::UnknownEvent).
//!
//! A field is an `Option` as soon as one of the SDKs allows the member to be absent or `null`, or one recorded stream
//! leaves it out; where all SDKs demand it all the same, it is `required` by the contract. The SDKs are openai-python
//! 3.54.0, openai-node 6.49.0 and `@openrouter/sdk` 1.3.19 and 0.9.11.
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
//! assert_eq!(response.other.get("temperature").unwrap().get(), "1.0");
//! # Ok::<(), response_event::DecodeError>(())
//! ```

#[macro_use]
mod open_enum;
mod annotation;
mod content_part;
mod error;
mod logprob;
mod output_item;
mod response;
mod shell;
mod summary_part;

pub use self::annotation::{Annotation, ContainerFileCitation, FileCitation, FilePath, UrlCitation};
pub use self::content_part::{ContentPart, OutputText, ReasoningText, Refusal};
pub use self::error::{ErrorCode, ResponseError};
pub use self::logprob::{Logprob, TopLogprob};
pub use self::output_item::{
    AdditionalTools, ApplyPatchCall, ApplyPatchCallOutput, CodeInterpreterCall, Compaction, ComputerCall,
    ComputerCallOutput, CustomToolCall, CustomToolCallOutput, FileSearchCall, FunctionCall, FunctionCallOutput,
    ImageGenerationCall, ItemStatus, LocalShellAction, LocalShellCall, LocalShellCallOutput, McpApprovalRequest,
    McpApprovalResponse, McpCall, McpListTools, MessagePhase, MessageRole, OutputItem, OutputMessage, PatchOperation,
    PatchOperationType, Program, ProgramOutput, Reasoning, ShellAction, ShellCall, ShellCallOutput, ToolSearchCall,
    ToolSearchExecution, ToolSearchOutput, WebSearchCall,
};
pub(crate) use self::response::output_text;
pub use self::response::{
    IncompleteDetails, IncompleteReason, InputTokensDetails, OutputTokensDetails, Response, ResponseStatus,
    ServiceTier, Usage,
};
pub use self::shell::{ShellOutput, ShellOutputDelta};
pub use self::summary_part::{SummaryPart, SummaryText};

use crate::violation::{Found, Rule, Violation};

/// That the member at `pointer` is absent although the others say that it is there: the violation that the rule `required`
/// gives.
pub(crate) fn absent(pointer: &str) -> Violation {
    Violation::built_in(Rule::Required, Found::Nothing).at(pointer)
}
