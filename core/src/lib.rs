//! Typed events of the Responses API.
//!
//! Derive [`ResponseEvent`](derive@ResponseEvent) on a plain struct: it gets the constant `type` tag, serde impls and validation.
//! Derive [`EventFamily`](derive@EventFamily) on an enum of such structs: it decodes by `type`, in one pass. Or take the
//! ready-made [`events`] and their [`payload`].
//!
//! - Read a stream: [`sse`] takes bytes, [`stream`] an asynchronous stream of them, and [`Snapshot`] puts the response together.
//! - Write a stream: [`emitter`] makes the events in order, [`sse::encode`] writes them, and [`checker`] checks the result.
//! - Pass a stream on: [`Rewriter`] numbers events anew and renames ids, and every other byte stays.
//!
//! ```
//! use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent, Validate};
//!
//! #[derive(Debug, PartialEq, ResponseEvent)]
//! #[event(type = "response.output_text.delta")]
//! struct TextDelta {
//!     #[event(non_empty)]
//!     item_id: String,
//!     #[event(index)]
//!     output_index: Number,
//!     delta: String,
//! }
//!
//! #[derive(Debug, PartialEq, EventFamily)]
//! enum Event {
//!     TextDelta(TextDelta),
//!     #[event(unknown)]
//!     Unknown(UnknownEvent),
//! }
//!
//! let json = r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"delta":"Hi"}"#;
//! let event: Event = response_event::from_str(json)?;
//! assert_eq!(event.event_type(), TextDelta::TYPE);
//! assert!(event.validate().is_ok());
//! assert_eq!(response_event::to_string(&event).unwrap(), json);
//! # Ok::<(), response_event::DecodeError>(())
//! ```
//!
//! # Decode, validate, strict
//!
//! Decoding checks the `type`, the required fields and their JSON types: [`from_str`], [`from_slice`] and every serde format
//! do so. [`Validate::validate`] checks the documented contract, and [`Validate::validate_strict`] also what real producers
//! keep beyond it; both return all [`Violations`] at once. [`Valid`] and [`Strict`] decode and validate in one step.
//!
//! # Without streaming
//!
//! The body of a response that is not streamed is a [`payload::Response`]:
//!
//! ```
//! # #[cfg(feature = "events")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use response_event::Validate;
//! use response_event::payload::Response;
//!
//! let body = r#"{"id":"resp_1","object":"response","created_at":1741290958,"status":"completed","model":"gpt-5-nano",
//!     "output":[{"type":"message","id":"msg_1","role":"assistant","status":"completed",
//!                "content":[{"type":"output_text","text":"Hi","annotations":[]}]}],
//!     "usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},
//!              "output_tokens":2,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":12}}"#;
//! let response: Response = response_event::from_str(body)?;
//! response.validate_strict()?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "events"))]
//! # fn main() {}
//! ```
//!
//! [`to_string`], [`to_vec`] and [`to_writer`] write it again, and every event: fields that no type knows are written as they came.
//!
//! # Other formats and other places
//!
//! The derives implement serde's traits: events go through other formats, and stand in lists, behind `#[serde(flatten)]`, in
//! tagged and untagged enums. [A page](_documentation::formats) lists the differences, and says for each place and format what
//! comes back. [`from_str`] has the best errors, and alone decodes in place wherever `type` is.
//!
//! # Features
//!
//! - `std` (default): the `std` of the dependencies; without it the crate is `no_std` with `alloc`.
//! - `events` (default): [`events`], [`payload`] and [`Snapshot`].
//! - `sse` (default): [`sse`], which decodes the bytes of server-sent events. It has no dependencies of its own.
//! - `stream`: [`stream`], which decodes an asynchronous stream of bytes; enables `sse`.
//! - `checker`: [`checker`], which checks the stream of a server; enables `events`.
//! - `emitter`: [`emitter`], which makes the events of a response for a server; enables `events`.
//! - `schema`: [`schema`], the JSON Schemas of events; `#[event(schema)]` describes your own.
//! - `cli`: the command `response-event`, which does so from the command line; enables `checker`, `schema`, `sse` and `std`.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// The docs link to items of features that may be disabled.
#![cfg_attr(
    not(all(
        feature = "checker",
        feature = "emitter",
        feature = "events",
        feature = "schema",
        feature = "sse",
        feature = "stream"
    )),
    allow(rustdoc::broken_intra_doc_links)
)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The derives name the crate by this path, so that they also work in this crate itself.
extern crate self as response_event;

#[doc(hidden)]
pub mod __private;
pub mod _documentation;
mod base64;
#[cfg(feature = "checker")]
pub mod checker;
#[cfg(feature = "events")]
mod construct;
mod content;
mod decode;
#[cfg(feature = "emitter")]
pub mod emitter;
mod encode;
mod entry;
mod error;
mod error_details;
mod event;
mod event_position;
#[cfg(feature = "events")]
pub mod events;
pub mod extra_fields;
mod family;
mod field;
#[cfg(feature = "events")]
mod image;
mod json;
mod lossless;
mod number;
mod part;
#[cfg(feature = "events")]
pub mod payload;
mod raw;
mod responses_api;
mod rewriter;
pub mod rule;
#[cfg(feature = "schema")]
pub mod schema;
mod sequencer;
mod serializer_methods;
mod shape;
#[cfg(feature = "events")]
mod snapshot;
#[cfg(feature = "sse")]
pub mod sse;
mod std_types;
#[cfg(feature = "stream")]
pub mod stream;
mod text;
mod unknown;
mod valid;
mod validate;
mod violation;

pub use crate::decode::{Decode, DecodeOwned};
pub use crate::encode::EncodeError;
#[cfg(feature = "std")]
pub use crate::entry::to_writer;
pub use crate::entry::{from_slice, from_str, peek_type, to_string, to_vec};
pub use crate::error::{DecodeError, DecodeErrorKind};
pub use crate::error_details::ErrorDetails;
pub use crate::event::ResponseEvent;
pub use crate::event_position::EventPosition;
pub use crate::extra_fields::ExtraFields;
pub use crate::family::EventFamily;
pub use crate::lossless::Lossless;
pub use crate::number::{Number, NumberError};
pub use crate::part::{EventPart, PartFamily};
pub use crate::raw::RawJson;
pub use crate::rewriter::{Rewriter, Rewritten, Segments};
pub use crate::sequencer::Sequencer;
#[cfg(feature = "events")]
pub use crate::snapshot::{Applied, PartialJson, Snapshot, Snapshots};
pub use crate::unknown::UnknownEvent;
pub use crate::valid::{Strict, Valid};
pub use crate::validate::{Validate, Validator};
pub use crate::violation::{Level, ParseLevelError, Violation, Violations};
pub use response_event_macros::{EventFamily, ResponseEvent};
