//! The position in the text, and the steps from token to token.

use alloc::string::String;

use super::error::Error;

/// Reads JSON text from its start to its end.
pub(crate) struct Reader<'de> {
    text: &'de str,
    /// The offset of the next byte.
    pub(super) at: usize,
    /// How many more objects and arrays may be entered.
    pub(super) depth_left: u8,
    /// A buffer for strings with escapes.
    pub(super) scratch: String,
}

/// The depth to which decoded objects and arrays may be nested, the same as in serde_json.
const MAX_DEPTH: u8 = 127;

/// Must agree with [`MAX_DEPTH`].
const TOO_DEEP: &str = "objects and arrays are nested deeper than the 127 levels that response-event decodes";
const _: () = assert!(MAX_DEPTH == 127);

impl<'de> Reader<'de> {
    /// Creates a reader at the start of `text`.
    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth_left: MAX_DEPTH, scratch: String::new() }
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'de [u8] {
        self.text.as_bytes()
    }

    /// Returns the text between two offsets, which must be beside ASCII.
    #[inline]
    pub(super) fn text(&self, start: usize, end: usize) -> &'de str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the next byte after white space without taking it, or 0 at the end of the text: no token starts with it.
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

    /// Takes a literal whose first letter was seen.
    pub(super) fn take_literal(&mut self, literal: &'static str) -> Result<(), Error> {
        let end = self.at + literal.len();
        if self.bytes().get(self.at..end) == Some(literal.as_bytes()) {
            self.at = end;
            Ok(())
        } else {
            Err(self.unexpected("expected `true`, `false` or `null`"))
        }
    }

    /// Takes an opening bracket that was seen.
    pub(super) fn enter(&mut self) -> Result<(), Error> {
        let Some(depth_left) = self.depth_left.checked_sub(1) else {
            return Err(Error::syntax(TOO_DEEP, self.at));
        };
        self.depth_left = depth_left;
        self.at += 1;
        Ok(())
    }

    /// Takes a closing bracket, after white space.
    pub(super) fn leave(&mut self, bracket: u8, message: &'static str) -> Result<(), Error> {
        // Text that was not checked may close more than it opens.
        self.depth_left = self.depth_left.saturating_add(1);
        self.take(bracket, message)
    }

    /// Checks that only white space is left.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.peek();
        if self.is_at_end() { Ok(()) } else { Err(self.unexpected("expected nothing after the object")) }
    }

    /// Returns `true` if nothing is left of the text.
    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.bytes().len()
    }

    /// Creates an error at the next byte.
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
