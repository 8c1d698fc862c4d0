//! Events that a client sends over a WebSocket connection.
//!
//! A server or a gateway decodes them with [`ClientEvent`]. They are no part of
//! [`StreamEvent`](crate::events::StreamEvent), which is what a server sends.
//!
//! ```
//! use response_event::events::client::{ClientEvent, ResponseCreate};
//!
//! let json = r#"{"type":"response.create","model":"gpt-5-nano","input":"Which fjord is the longest?","stream_id":"lane_1","top_p":0.5}"#;
//! match response_event::from_str(json)? {
//!     ClientEvent::ResponseCreate(create) => {
//!         assert_eq!(create.model.as_deref(), Some("gpt-5-nano"));
//!         assert_eq!(create.stream_id.as_deref(), Some("lane_1"));
//!         assert_eq!(create.extra["top_p"].get(), "0.5");
//!         assert_eq!(response_event::to_string(&create)?, json);
//!     }
//!     event => panic!("{event:?}"),
//! }
//!
//! let mut create = ResponseCreate::new();
//! create.input = Some(r#""Hi""#.parse()?);
//! assert_eq!(response_event::to_string(&create)?, r#"{"type":"response.create","input":"Hi"}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{EventFamily, ExtraFields, RawJson, ResponseEvent, UnknownEvent};

/// A request for a response: `response.create`.
///
/// Its fields are those of the body of an HTTP request, and `generate` and `stream_id`. Those that a server acts on first
/// are typed, and all others are in `extra`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.create")]
#[doc(alias = "WebSocketResponseCreateEvent")]
#[non_exhaustive]
pub struct ResponseCreate {
    /// Model that generates the response.
    pub model: Option<String>,
    /// Input of the model: a text or a list of items.
    pub input: Option<RawJson>,
    /// Instructions for the model.
    pub instructions: Option<String>,
    /// ID of the response that this one continues.
    pub previous_response_id: Option<String>,
    /// Tools that the model may call: a list.
    pub tools: Option<RawJson>,
    /// `true` if the response can be fetched later.
    pub store: Option<bool>,
    /// `false` if the server only prepares the response.
    pub generate: Option<bool>,
    /// Lane for the events of the response, on a connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Input for a response in progress: `response.steer`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.steer")]
#[doc(alias = "ResponseSteerEvent")]
#[non_exhaustive]
pub struct ResponseSteer {
    /// ID of the response that the input is for.
    #[event(required, non_empty)]
    pub previous_response_id: Option<String>,
    /// The input: a text or a list of items.
    #[event(required)]
    pub input: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// Items for a response in progress: `response.inject`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.inject")]
#[doc(alias = "BetaResponseInjectEvent")]
#[non_exhaustive]
pub struct ResponseInject {
    /// ID of the response that the items are for.
    #[event(required, non_empty)]
    pub response_id: Option<String>,
    /// The items: a list.
    #[event(required)]
    pub input: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ResponseCreate();
    ResponseSteer();
    ResponseInject();
}

/// Any event that a client sends, or one of an unknown type, kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[cfg_attr(feature = "schema", event(schema))]
#[non_exhaustive]
#[doc(alias = "ResponsesClientEvent")]
pub enum ClientEvent {
    /// [`ResponseCreate`]
    ResponseCreate(Box<ResponseCreate>),
    /// [`ResponseSteer`]
    ResponseSteer(ResponseSteer),
    /// [`ResponseInject`]
    ResponseInject(ResponseInject),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}
