//! The error of a value that is of another type than the one asked for.

use alloc::format;

use serde::de::{Error as _, Expected, Unexpected};

use super::error::Error;
use super::reader::Reader;
use crate::text::Excerpt;

impl Reader<'_> {
    /// An error about the value that was just taken: it stands at its last byte.
    #[cold]
    pub(super) fn after(&self, error: Error) -> Error {
        error.at(self.at.saturating_sub(1))
    }

    /// The next value is not of the type that the visitor expects.
    #[cold]
    pub(super) fn other_type(&mut self, expected: &dyn Expected) -> Error {
        let error = match self.peek() {
            b'"' => match self.string() {
                Ok(text) if text.len() > 100 => {
                    let text = format!("string \"{}\"", Excerpt::new(&text));
                    Error::invalid_type(Unexpected::Other(&text), expected)
                }
                Ok(text) => Error::invalid_type(Unexpected::Str(&text), expected),
                Err(error) => error,
            },
            b'-' | b'0'..=b'9' => match self.number() {
                Ok(number) => Error::invalid_type(number.unexpected(), expected),
                Err(error) => error,
            },
            b'{' => Error::invalid_type(Unexpected::Map, expected),
            b'[' => Error::invalid_type(Unexpected::Seq, expected),
            b't' => self.literal("true", Unexpected::Bool(true), expected),
            b'f' => self.literal("false", Unexpected::Bool(false), expected),
            // serde's `Unexpected` calls it a unit value.
            b'n' => self.literal("null", Unexpected::Other("null"), expected),
            _ => self.unexpected("expected a value"),
        };
        self.after(error)
    }

    fn literal(&mut self, literal: &'static str, found: Unexpected<'_>, expected: &dyn Expected) -> Error {
        match self.take_literal(literal) {
            Ok(()) => Error::invalid_type(found, expected),
            Err(error) => error,
        }
    }
}
