//! `keepalive`, `ping`, `response.keep_alive`, `response.rate_limits.updated`: events about the connection. No SDK knows them, so they have no
//! required fields.

use alloc::boxed::Box;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A sign of life on an idle connection: `keepalive`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "keepalive")]
#[non_exhaustive]
pub struct Keepalive {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A sign of life on an idle connection: `ping`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "ping")]
#[non_exhaustive]
pub struct Ping {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A sign of life on an idle connection: `response.keep_alive`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.keep_alive")]
#[non_exhaustive]
pub struct ResponseKeepAlive {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A change of the rate limits: `response.rate_limits.updated`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.rate_limits.updated")]
#[non_exhaustive]
pub struct RateLimitsUpdated {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know, such as the limits.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    Keepalive();
    Ping();
    ResponseKeepAlive();
    RateLimitsUpdated();
}
