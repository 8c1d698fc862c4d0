//! JSON text as a serde format of our own: the decoder of `from_str`.
//!
//! serde_json reads from any source and so never goes back. This one reads text that is all there: it finds a late
//! `type` by looking ahead and then decodes in place, hands strings out borrowed, and adds the path to an error on its
//! way out. What scans the text is not generic and so is compiled once, in this crate.

mod access;
mod deserializer;
mod error;
mod key;
mod number;
mod reader;
mod skip;
mod string;
mod tag;

pub(crate) use self::error::{Error, PLACED};
pub(crate) use self::key::MapKey;
pub(crate) use self::reader::Reader;
pub(crate) use self::skip::check_depth;
pub(crate) use self::tag::{each_member, members, peek_first_tag, peek_tag, text};
