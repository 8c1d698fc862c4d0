//! Messages and calls between agents, and the agent that an event or item comes from.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{ContentPart, with_nulls};
use crate::{ExtraFields, ResponseEvent};

/// A message from one agent to another: `agent_message`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "agent_message")]
#[non_exhaustive]
pub struct AgentMessage {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Name of the agent that sends the message.
    #[event(required)]
    pub author: Option<String>,
    /// Parts of the message.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<ContentPart>)))]
    #[event(required, each(nested))]
    pub content: Option<Vec<ContentPart>>,
    /// Name of the agent that receives the message.
    #[event(required)]
    pub recipient: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A call that starts, stops or asks other agents: `multi_agent_call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "multi_agent_call")]
#[non_exhaustive]
pub struct MultiAgentCall {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the call to its output.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Action, such as `spawn_agent` or `send_message`.
    #[event(required)]
    pub action: Option<String>,
    /// Arguments, as JSON text.
    #[event(required)]
    pub arguments: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The output of a call of other agents: `multi_agent_call_output`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "multi_agent_call_output")]
#[non_exhaustive]
pub struct MultiAgentCallOutput {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// ID that ties the output to its call.
    #[event(required, non_empty)]
    pub call_id: Option<String>,
    /// Action, such as `spawn_agent` or `send_message`.
    #[event(required)]
    pub action: Option<String>,
    /// Parts of the output.
    #[serde(with = "with_nulls")]
    #[cfg_attr(feature = "schema", event(schema_with(with_nulls::schema::<ContentPart>)))]
    #[event(required, each(nested))]
    pub output: Option<Vec<ContentPart>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The agent that an event or item comes from: its field `agent`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct Agent {
    /// Name of the agent.
    #[event(required)]
    pub agent_name: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    AgentMessage();
    MultiAgentCall();
    MultiAgentCallOutput();
    Agent();
}
