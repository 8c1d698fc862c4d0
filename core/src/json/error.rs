//! The error of reading JSON text: what is wrong, where in the text, and in which member.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

use serde::de;

use crate::text::push_segment;

/// One word wide, so that results stay in registers.
pub(crate) struct Error(Box<Details>);

#[derive(Debug)]
struct Details {
    message: String,
    /// JSON pointer, put together from the inside out.
    pointer: String,
    /// Offset in the text, in bytes, if it is known yet.
    offset: Option<usize>,
    /// Whether the text is no JSON, rather than other JSON than was asked for.
    syntax: bool,
}

/// How the text of an error begins that knows its place: a pointer, or for what is no JSON "byte" and an offset.
pub(crate) const PLACED: &str = "at ";

impl Error {
    #[cold]
    pub(super) fn syntax(message: &str, offset: usize) -> Self {
        let (message, pointer) = (message.to_string(), String::new());
        Self(Box::new(Details { message, pointer, offset: Some(offset), syntax: true }))
    }

    /// Errors of visitors do not know where they are; the first reader they pass does.
    #[cold]
    pub(super) fn at(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// An error in the member or item `segment` of what is read.
    #[cold]
    pub(super) fn inside(mut self, segment: &str) -> Self {
        let inner = core::mem::take(&mut self.0.pointer);
        push_segment(&mut self.0.pointer, segment);
        self.0.pointer.push_str(&inner);
        self
    }

    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    pub(crate) fn pointer(&self) -> &str {
        &self.0.pointer
    }

    pub(crate) fn offset(&self) -> usize {
        self.0.offset.unwrap_or_default()
    }

    pub(crate) fn is_syntax(&self) -> bool {
        self.0.syntax
    }
}

impl de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        let (message, pointer) = (message.to_string(), String::new());
        Self(Box::new(Details { message, pointer, offset: None, syntax: false }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Told from the errors of other formats, which this crate places: see `error::at_member`.
        match &*self.0 {
            Details { pointer, message, syntax: true, .. } if pointer.is_empty() => {
                write!(f, "{PLACED}byte {}: {message}", self.offset())
            }
            Details { pointer, message, .. } if pointer.is_empty() => f.write_str(message),
            Details { pointer, message, .. } => write!(f, "{PLACED}{pointer}: {message}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for Error {}
