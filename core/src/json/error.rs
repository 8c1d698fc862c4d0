//! The error of reading JSON text: its message, its offset and its path. The path is rendered only when it is shown.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, Expected, Unexpected};

use crate::text::{Excerpt, push_segment};

/// One word wide, so that results stay in registers.
pub(crate) struct Error(Box<Details>);

#[derive(Debug)]
struct Details {
    message: Cow<'static, str>,
    /// The names and indexes that lead to the value, innermost first.
    path: Vec<String>,
    /// In bytes, once known.
    offset: Option<usize>,
    /// The text is not JSON. Otherwise it is JSON that the visitor refuses.
    is_syntax: bool,
}

impl Error {
    #[cold]
    pub(super) fn syntax(message: &'static str, offset: usize) -> Self {
        let details = Details { message: message.into(), path: Vec::new(), offset: Some(offset), is_syntax: true };
        Self(Box::new(details))
    }

    /// Sets the offset, unless it is known: errors of visitors do not know theirs, the first reader they pass does.
    #[cold]
    pub(super) fn at(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// Forgets the offset: the text it counts in is part of another.
    #[cold]
    pub(crate) fn without_offset(mut self) -> Self {
        self.0.offset = None;
        self
    }

    /// Adds the key or index of the value with the error to the path.
    #[cold]
    pub(crate) fn inside(mut self, segment: &str) -> Self {
        self.0.path.push(segment.to_string());
        self
    }

    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns the JSON pointer to the value with the error.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.0.path.iter().rev() {
            push_segment(&mut pointer, segment);
        }
        pointer
    }

    /// Returns all that the error says: its message, offset and pointer.
    #[cfg(test)]
    pub(super) fn parts(&self) -> (&str, usize, String) {
        (self.message(), self.offset(), self.pointer())
    }

    /// Returns the offset in bytes.
    pub(crate) fn offset(&self) -> usize {
        self.0.offset.unwrap_or_default()
    }

    /// Returns `true` if the text is not JSON.
    pub(crate) fn is_syntax(&self) -> bool {
        self.0.is_syntax
    }
}

impl de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string().into();
        Self(Box::new(Details { message, path: Vec::new(), offset: None, is_syntax: false }))
    }

    /// In the words of JSON.
    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit | Unexpected::Option => Unexpected::Other("null"),
            Unexpected::Map => Unexpected::Other("object"),
            Unexpected::Seq => Unexpected::Other("array"),
            // serde's word for `&str`, whose visitor takes a string only if it is in the text as it is.
            Unexpected::Str(text) if expected.to_string() == "a borrowed string" => {
                return Self::custom(format_args!(
                    "the string \"{}\" is written with escapes and cannot be borrowed; a field of type `Cow<str>` holds it",
                    Excerpt::new(text)
                ));
            }
            found => found,
        };
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }
}

/// The path and the message, in the form that errors of other formats get too.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "at `{}`: ", self.pointer())?;
        }
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use alloc::format;

    use serde::de::Error as _;

    use super::*;

    #[test]
    fn the_path_grows_from_the_inside_out() {
        let error = Error::custom("no").inside("a/b").inside("0").inside("~");
        assert_eq!(error.pointer(), "/~0/0/a~1b");
        assert_eq!(error.to_string(), "at `/~0/0/a~1b`: no");
        assert_eq!(Error::custom("no").to_string(), "no");
        assert!(format!("{error:?}").contains("message: \"no\", path: [\"a/b\", \"0\", \"~\"]"), "{error:?}");
    }

    #[test]
    fn the_first_offset_counts() {
        assert_eq!(Error::custom("no").at(3).at(7).offset(), 3);
        assert_eq!(Error::syntax("no", 3).at(7).offset(), 3);
        assert_eq!(Error::custom("no").at(3).without_offset().at(7).offset(), 7);
    }

    #[test]
    fn only_errors_of_the_reader_are_of_syntax() {
        assert!(Error::syntax("no", 0).is_syntax());
        assert!(!Error::custom("no").is_syntax());
    }
}
