//! `response.inject.*`: items that a client adds to a response in progress, over a WebSocket connection.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::payload::{ResponseError, object_or_text};
use crate::{ExtraFields, Number, RawJson, ResponseEvent};

/// Items that were added to a response: `response.inject.created`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.inject.created")]
#[doc(alias = "BetaResponseInjectCreatedEvent")]
#[non_exhaustive]
pub struct InjectCreated {
    /// ID of the response.
    #[event(required, non_empty)]
    pub response_id: Option<String>,
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Items that could not be added to a response: `response.inject.failed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.inject.failed")]
#[doc(alias = "BetaResponseInjectFailedEvent")]
#[non_exhaustive]
pub struct InjectFailed {
    /// Reason for the failure.
    #[serde(with = "object_or_text")]
    #[cfg_attr(feature = "schema", event(schema_with(object_or_text::schema)))]
    #[event(required, nested)]
    pub error: Option<ResponseError>,
    /// The items, as the client sent them.
    #[event(required)]
    pub input: Option<RawJson>,
    /// ID of the response.
    #[event(required, non_empty)]
    pub response_id: Option<String>,
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    InjectCreated();
    InjectFailed();
}
