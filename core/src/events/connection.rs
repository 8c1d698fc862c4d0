//! `keepalive`, `ping`, `response.rate_limits.updated`: what a server sends beside the response.
//!
//! No SDK knows them, so none of their members is required and all are kept. In recorded streams a `keepalive` has a
//! `sequence_number` and a `response.rate_limits.updated` no member at all; a `ping` comes from servers between the client
//! and the model.

use crate::{ExtraFields, Number, ResponseEvent};

/// The connection is alive although there is nothing to tell: `keepalive`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "keepalive")]
pub struct Keepalive {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// The connection is alive although there is nothing to tell: `ping`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "ping")]
pub struct Ping {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// What may still be asked of the server has changed: `response.rate_limits.updated`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.rate_limits.updated")]
pub struct RateLimitsUpdated {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(index)]
    pub sequence_number: Option<Number>,
    /// Every other member: the limits, if the server tells them.
    #[serde(flatten)]
    pub other: ExtraFields,
}
