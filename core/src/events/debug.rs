//! `response.debug`: the request between OpenRouter and the provider.

use alloc::boxed::Box;

use crate::construct::constructors;
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// Details of the request to the provider, for clients that ask for them: `response.debug`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.debug")]
#[doc(alias = "DebugEvent")]
#[non_exhaustive]
pub struct ResponseDebug {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// An object with `echo_upstream_body`, the request as the provider received it, and `timings`.
    #[event(required)]
    pub debug: Option<RawJson>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ResponseDebug();
}
