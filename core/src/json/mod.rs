//! JSON text as a serde format of our own: the decoder of `from_str`. It stands alone: of this crate it knows the text tools.
//!
//! # Contract
//!
//! [`Reader`] accepts exactly the texts that `serde_json::from_str` accepts, and hands visitors the same values, except:
//!
//! - An object that is asked for with [`TYPE_FIRST`] hands out the field `type` first, wherever it comes.
//! - A value that nobody reads may be nested to any depth (serde_json: 127 levels), may have floats out of the range of
//!   `f64`, and lone surrogates in its strings. Where such a value is made, it is an error as it is there.
//! - The errors are our own: they know their path.
//!
//! serde_json reads from any source and so never goes back. This one reads text that is all there: it finds a late
//! `type` by looking ahead and then decodes in place, hands strings out borrowed, and adds the path to an error on its
//! way out. What scans the text is not generic and so is compiled once, in this crate.

mod array;
mod deserializer;
mod error;
mod fields;
mod lookahead;
mod map_key;
mod mismatch;
mod names;
mod number;
mod object;
mod peek;
mod reader;
mod run;
mod skip;
mod string;
mod variant;
mod write;

pub(crate) use self::deserializer::{TYPE_FIRST, is_type_first};
pub(crate) use self::error::Error;
pub(crate) use self::fields::{each_field, fields, text};
pub(crate) use self::map_key::MapKey;
pub(crate) use self::names::RAW_VALUE;
pub(crate) use self::object::{NextKey, Object};
pub(crate) use self::peek::{peek_first_tag, peek_tag};
pub(crate) use self::reader::Reader;
pub(crate) use self::skip::check_depth;
pub(crate) use self::write::ObjectText;
