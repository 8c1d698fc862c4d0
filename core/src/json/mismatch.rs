//! Errors about a value that the visitor cannot take.

use alloc::format;

use serde::de::{Error as _, Expected, Unexpected};

use super::error::Error;
use super::reader::Reader;
use crate::text::Excerpt;

impl Reader<'_> {
    /// Places an error about the value that was just taken at its last byte.
    #[cold]
    pub(super) fn after(&self, error: Error) -> Error {
        error.at(self.at.saturating_sub(1))
    }

    /// Creates an error about the next value, which is not of the type that the visitor expects.
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
            // Their first byte: nothing of them is taken.
            b'{' => Error::invalid_type(Unexpected::Map, expected).at(self.at),
            b'[' => Error::invalid_type(Unexpected::Seq, expected).at(self.at),
            b't' => self.literal("true", Unexpected::Bool(true), expected),
            b'f' => self.literal("false", Unexpected::Bool(false), expected),
            // serde's `Unexpected` calls it a unit value.
            b'n' => self.literal("null", Unexpected::Other("null"), expected),
            _ => self.unexpected("expected a value"),
        };
        self.after(error)
    }

    /// Creates an error about the next value, a number that is not in the range of the type that the visitor expects.
    #[cold]
    pub(super) fn other_number(&mut self, expected: &dyn Expected) -> Error {
        let error = match self.number() {
            Ok(number) => Error::invalid_value(number.unexpected(), expected),
            Err(error) => error,
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
