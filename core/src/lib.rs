//! Typed events of the Responses API: a plain struct and one derive give the constant `type` tag, serde impls and
//! validation; a second derive makes an enum of such structs that decodes by `type` in one pass.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The derives name the crate by this path, so that they also work in this crate itself.
extern crate self as response_event;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod decode;
mod encode;
mod error;
mod event;
#[cfg(feature = "events")]
pub mod events;
mod family;
mod json;
mod number;
pub mod rule;
mod unknown;
mod valid;
mod validate;
mod violation;

pub use crate::decode::{Decode, from_slice, from_str};
pub use crate::error::{DecodeError, DecodeErrorKind};
pub use crate::event::ResponseEvent;
pub use crate::family::EventFamily;
pub use crate::number::{Number, NumberError};
pub use crate::unknown::UnknownEvent;
pub use crate::valid::{Strict, Valid};
pub use crate::validate::{Validate, Validator};
pub use crate::violation::{Level, Violation, Violations};
pub use response_event_macros::{EventFamily, ResponseEvent};
