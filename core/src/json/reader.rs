//! The place in the text, and the steps from token to token.

use alloc::string::String;

use super::error::Error;

/// Reads JSON text from its start to its end.
pub(crate) struct Reader<'de> {
    text: &'de str,
    /// The offset of the next byte.
    pub(super) at: usize,
    /// How many more objects and arrays may be entered.
    pub(super) depth_left: u8,
    /// Takes strings without their escapes.
    pub(super) scratch: String,
}

/// How deep objects and arrays may be nested where they are decoded; what is skipped may be nested to any depth. It is
/// also how deep serde_json goes.
pub(super) const MOST_NESTED: u8 = 127;

impl<'de> Reader<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth_left: MOST_NESTED, scratch: String::new() }
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'de [u8] {
        self.text.as_bytes()
    }

    /// The text between two offsets, both beside ASCII.
    #[inline]
    pub(super) fn text(&self, start: usize, end: usize) -> &'de str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The next byte that is not white space, which is not taken; 0 at the end, where no JSON has it.
    #[inline]
    pub(super) fn peek(&mut self) -> u8 {
        match self.bytes().get(self.at) {
            Some(byte @ (b'!'..)) => *byte,
            _ => self.skip_white_space(),
        }
    }

    fn skip_white_space(&mut self) -> u8 {
        loop {
            match self.bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(byte) => return *byte,
                None => return 0,
            }
        }
    }

    /// Takes `expected`, after white space.
    #[inline]
    pub(super) fn take(&mut self, expected: u8, message: &'static str) -> Result<(), Error> {
        if self.peek() == expected {
            self.at += 1;
            Ok(())
        } else {
            Err(self.unexpected(message))
        }
    }

    /// Takes the rest of a literal whose first letter was seen.
    pub(super) fn take_literal(&mut self, literal: &'static str) -> Result<(), Error> {
        let end = self.at + literal.len();
        if self.bytes().get(self.at..end) == Some(literal.as_bytes()) {
            self.at = end;
            Ok(())
        } else {
            Err(self.unexpected("expected `true`, `false` or `null`"))
        }
    }

    /// Only white space is left.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.peek();
        if self.at == self.bytes().len() { Ok(()) } else { Err(self.unexpected("expected nothing after the value")) }
    }

    /// Whether the text is over.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.bytes().len()
    }

    /// An error at the next byte.
    #[cold]
    pub(super) fn unexpected(&self, message: &'static str) -> Error {
        if self.is_at_end() {
            let is_empty = self.bytes().trim_ascii().is_empty();
            let message = if is_empty { "the text is empty" } else { "the text ends in the middle of a value" };
            Error::syntax(message, self.bytes().len())
        } else {
            Error::syntax(message, self.at)
        }
    }
}
