//! `codex.*`, `response.metadata`, `responsesapi.websocket_timing`: facts about the account, the request and the connection
//! that OpenAI's servers send to Codex. No SDK knows them, so they have no required fields.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// The rate limits of an account: `codex.rate_limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "codex.rate_limits")]
#[non_exhaustive]
pub struct CodexRateLimits {
    /// Plan of the account, such as `plus` or `pro`.
    pub plan_type: Option<String>,
    /// The limits: an object with the primary and the secondary window.
    pub rate_limits: Option<RawJson>,
    /// Zero-based sequence number of the event. Most servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know, such as the credits.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// HTTP headers and metadata of a response: `codex.response.metadata`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "codex.response.metadata")]
#[non_exhaustive]
pub struct CodexResponseMetadata {
    /// ID of the response.
    pub response_id: Option<String>,
    /// HTTP headers: an object with their names and values.
    pub headers: Option<RawJson>,
    /// Metadata: an object.
    pub metadata: Option<RawJson>,
    /// Zero-based sequence number of the event. Most servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// HTTP headers and metadata of a response: `response.metadata`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.metadata")]
#[non_exhaustive]
pub struct ResponseMetadata {
    /// ID of the response.
    pub response_id: Option<String>,
    /// HTTP headers: an object with their names and values.
    pub headers: Option<RawJson>,
    /// Metadata: an object.
    pub metadata: Option<RawJson>,
    /// Zero-based sequence number of the event. Most servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Durations that the server measured: `responsesapi.websocket_timing`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "responsesapi.websocket_timing")]
#[non_exhaustive]
pub struct WebSocketTiming {
    /// The durations: an object.
    pub timing_metrics: Option<RawJson>,
    /// Zero-based sequence number of the event. Most servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    CodexRateLimits();
    CodexResponseMetadata();
    ResponseMetadata();
    WebSocketTiming();
}
