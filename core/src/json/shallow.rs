//! One level of a JSON value: what it is, and the text of what is in it.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::error::Error;
use super::fields::fields;
use super::reader::Reader;

/// A JSON value whose items and fields are still text.
#[derive(Debug, PartialEq)]
pub(crate) enum Shallow<'de> {
    Null,
    Bool(bool),
    Number(&'de str),
    String(Cow<'de, str>),
    Array(Vec<&'de str>),
    Object(Vec<(Cow<'de, str>, &'de str)>),
}

impl<'de> Shallow<'de> {
    /// Parses the outermost level of a text that is one JSON value.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or a string or key of this level has a lone surrogate.
    pub(crate) fn parse(text: &'de str) -> Result<Self, Error> {
        let mut reader = Reader::new(text);
        let value = match reader.peek() {
            b'{' => return fields(text).map(Self::Object),
            b'[' => Self::Array(reader.items()?),
            b'"' => Self::String(reader.string()?),
            b't' => reader.take_literal("true").map(|()| Self::Bool(true))?,
            b'f' => reader.take_literal("false").map(|()| Self::Bool(false))?,
            b'n' => reader.take_literal("null").map(|()| Self::Null)?,
            _ => Self::Number(reader.number_text()?),
        };
        reader.end()?;
        Ok(value)
    }
}

impl<'de> Reader<'de> {
    /// Takes an array whose opening bracket was seen, and returns its items in their order, each as text.
    fn items(&mut self) -> Result<Vec<&'de str>, Error> {
        self.enter()?;
        let mut items = Vec::new();
        while self.peek() != b']' {
            if !items.is_empty() {
                self.take(b',', "expected `,` or `]`")?;
            }
            items.push(self.raw()?);
        }
        self.leave(b']', "expected `]`")?;
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn a_value_is_opened_one_level_deep() {
        for (text, expected) in [
            ("null", Shallow::Null),
            (" true ", Shallow::Bool(true)),
            ("false", Shallow::Bool(false)),
            ("-1.50e3", Shallow::Number("-1.50e3")),
            (r#""\u0061""#, Shallow::String("a".into())),
            ("[]", Shallow::Array(vec![])),
            (" [ 1 , [2, 3],{} ] ", Shallow::Array(vec!["1", "[2, 3]", "{}"])),
            ("{}", Shallow::Object(vec![])),
            (r#"{"a":[1.0]}"#, Shallow::Object(vec![("a".into(), "[1.0]")])),
        ] {
            assert_eq!(Shallow::parse(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_one_value_is_refused() {
        for text in ["", "nul", "1 2", "[1", "[1,]", "[1 2]", "{\"a\"}", "01", r#""\ud800""#, "[1]]", "x"] {
            assert!(Shallow::parse(text).is_err(), "{text}");
        }
    }
}
