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
            b'n' => self.literal("null", Unexpected::Unit, expected),
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

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    #[test]
    fn a_value_of_another_type_is_named() {
        let cut = format!(r#"invalid type: string "{}…", expected a cat"#, "é".repeat(100));
        // Escaped, as serde does.
        let short = format!(r#"invalid type: string "{}\"", expected a cat"#, "a".repeat(99));
        for (text, message, offset) in [
            ("true", "invalid type: boolean `true`, expected a cat", 3),
            ("false", "invalid type: boolean `false`, expected a cat", 4),
            ("null", "invalid type: null, expected a cat", 3),
            ("9", "invalid type: integer `9`, expected a cat", 0),
            (" -7 ", "invalid type: integer `-7`, expected a cat", 2),
            ("1.50", "invalid type: floating point `1.5`, expected a cat", 3),
            (r#""\u0061\"""#, r#"invalid type: string "a\"", expected a cat"#, 9),
            (&format!(r#""{}\"""#, "a".repeat(99)), &short, 102),
            (&format!("\"{}\"", "é".repeat(101)), &cut, 203),
            (" [1]", "invalid type: array, expected a cat", 1),
            (" {}", "invalid type: object, expected a cat", 1),
            // What is malformed is not named.
            ("", "the text is empty", 0),
            ("]", "expected a value", 0),
            ("nul", "expected `true`, `false` or `null`", 0),
            ("tru", "expected `true`, `false` or `null`", 0),
            ("fals", "expected `true`, `false` or `null`", 0),
            (r#" "\x""#, "found an escape that JSON does not have", 2),
            ("01", "found a number with a leading zero", 1),
        ] {
            let error = Reader::new(text).other_type(&"a cat");
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_not_in_range_is_named() {
        for (text, message, offset) in [
            ("-7", "invalid value: integer `-7`, expected a cat", 1),
            ("0.5", "invalid value: floating point `0.5`, expected a cat", 2),
            ("1e999", "found a number that is out of range of a 64-bit float", 0),
        ] {
            let error = Reader::new(text).other_number(&"a cat");
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
        }
    }
}
