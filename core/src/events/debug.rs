//! `response.debug`: what happened between OpenRouter and the provider.
//!
//! The members are those of @openrouter/sdk 1.3.19.

use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// What happened on the way to the provider, for those who asked for it: `response.debug`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.debug")]
#[doc(alias = "DebugEvent")]
pub struct ResponseDebug {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// An object that may hold `echo_upstream_body`, the request as the provider got it, and `timings`.
    pub debug: RawJson,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
