//! A JSON reader of our own, a `Deserializer` over text that is all there, and a writer. Of this crate they use the ground floor
//! alone.
//!
//! # Contract
//!
//! [`Reader`] accepts exactly the texts that `serde_json::from_str` accepts, and answers the requests of a `Deserialize` with
//! the same values. As there, a value that is built may be nested 127 levels deep; one that is skipped, or kept as a
//! `RawValue`, may be nested to any depth, and have floats out of range and lone surrogates in it. The exceptions:
//!
//! - **Type first**: an object that is requested with [`TYPE_FIRST`] hands out the field `type` first, wherever it is.
//! - **Bytes**: a string that is requested as bytes must be valid as text. serde_json accepts control characters and lone
//!   surrogates in it.
//! - **Keys with escapes**: a number or boolean in a key may be written with escapes. serde_json refuses them.
//! - **Text of keys**: a key that is requested as a `RawValue` is answered with its characters, which `RawValue` refuses.
//!   serde_json answers with its JSON text.
//! - **Text of numbers**: with serde_json's feature `arbitrary_precision`, its `Value` and `Number` get a number as it is
//!   written, where serde_json writes the exponent anew: the `Number` is the same. Any other type gets a float, unless no
//!   float is that number.
//! - **Errors**: they are our own, and know their path.
//!
//! Bytes that are not UTF-8 never get here; `serde_json::from_slice` accepts them in a string that is skipped.
//!
//! The tests of `deserializer` and `suite` and the fuzz target `json` hold it to this.
//!
//! serde_json reads from any source and so never goes back. This one reads text that is all there: it finds a late
//! `type` by looking ahead and then decodes in place, hands strings out borrowed, and adds the path to an error on its
//! way out. The code that scans the text is not generic, so it is compiled once, in this crate. The writer tells by words
//! whether a string needs escapes, where serde_json looks at each byte.

mod array;
mod decimal;
mod deserializer;
mod error;
mod fields;
mod format;
mod lookahead;
mod map_key;
mod mismatch;
#[cfg(any(feature = "checker", feature = "sse"))]
mod named_type;
mod names;
mod number;
mod object;
mod object_text;
mod peek;
mod quoted;
mod reader;
mod run;
mod shallow;
mod skip;
mod string;
#[cfg(test)]
mod suite;
mod text_only;
mod utf8;
mod variant;
mod walk;
mod writer;

pub(crate) use self::decimal::exact_float;
pub(crate) use self::deserializer::TYPE_FIRST;
pub(crate) use self::error::Error;
pub(crate) use self::fields::{each_field, fields, text};
pub(crate) use self::format::{is_json_error, is_json_text, is_reader_error};
pub(crate) use self::map_key::MapKey;
#[cfg(any(feature = "checker", feature = "sse"))]
pub(crate) use self::named_type::with_type;
pub(crate) use self::names::{NUMBER, RAW_VALUE, keeps_number_text};
pub(crate) use self::object::Object;
pub(crate) use self::object_text::ObjectText;
pub(crate) use self::peek::{peek_first_tag, peek_tag};
pub(crate) use self::quoted::push_quoted;
pub(crate) use self::reader::Reader;
pub(crate) use self::shallow::Shallow;
pub(crate) use self::skip::check_depth;
pub(crate) use self::utf8::utf8;
pub(crate) use self::walk::{digits_end, string_end};
pub(crate) use self::writer::to_string;
