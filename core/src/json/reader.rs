//! The position in the text, and the steps from token to token.

use alloc::string::String;

use super::error::Error;

/// Reads JSON text from its start to its end.
pub(crate) struct Reader<'de> {
    text: &'de str,
    /// The offset of the next byte.
    pub(super) at: usize,
    /// The number of objects and arrays that may still be entered.
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
    pub(crate) fn peek(&mut self) -> u8 {
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
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        self.peek();
        if self.is_at_end() { Ok(()) } else { Err(self.unexpected("expected nothing after the value")) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_characters_of_white_space_are_skipped_and_no_others() {
        for byte in 0..128_u8 {
            let text = String::from_utf8([byte, b'x'].into()).unwrap();
            let mut reader = Reader::new(&text);
            let expected = if b" \t\n\r".contains(&byte) { (b'x', 1) } else { (byte, 0) };
            assert_eq!((reader.peek(), reader.at), expected, "{byte:#x}");
        }
        for (text, at) in [("", 0), (" ", 1), (" \t\n\r", 4)] {
            let mut reader = Reader::new(text);
            assert_eq!((reader.peek(), reader.at), (0, at), "{text:?}");
        }
    }

    #[test]
    fn a_token_is_taken_only_if_it_is_the_expected_one() {
        let mut reader = Reader::new(" ::,");
        assert!(reader.take(b':', "no").is_ok());
        assert_eq!(reader.at, 2);
        assert!(reader.take(b':', "no").is_ok());
        assert_eq!(reader.take(b':', "no").unwrap_err().parts(), ("no", 3, String::new()));
        assert_eq!(reader.at, 3);
    }

    #[test]
    fn a_literal_is_taken_only_as_a_whole() {
        let mut reader = Reader::new("[truest");
        reader.at = 1;
        assert!(reader.take_literal("true").is_ok());
        assert_eq!(reader.at, 5);
        for text in ["t", "tru", "trUe", "tr ue"] {
            let mut reader = Reader::new(text);
            let error = reader.take_literal("true").unwrap_err();
            assert_eq!(error.parts(), ("expected `true`, `false` or `null`", 0, String::new()), "{text}");
            assert_eq!(reader.at, 0, "{text}");
        }
    }

    #[test]
    fn at_most_127_brackets_are_open_at_a_time() {
        let text = "[".repeat(127) + "]{{";
        let mut reader = Reader::new(&text);
        for at in 0..127 {
            assert_eq!(reader.at, at);
            reader.enter().unwrap();
        }
        assert_eq!(reader.enter().unwrap_err().parts(), (TOO_DEEP, 127, String::new()));
        reader.leave(b']', "no").unwrap();
        reader.enter().unwrap();
        assert_eq!(reader.enter().unwrap_err().parts(), (TOO_DEEP, 129, String::new()));
    }

    #[test]
    fn brackets_that_were_never_opened_can_be_closed() {
        let text = "]".repeat(300);
        let mut reader = Reader::new(&text);
        for _ in 0..300 {
            reader.leave(b']', "no").unwrap();
        }
        assert_eq!(reader.leave(b']', "no").unwrap_err().message(), "the text ends in the middle of a value");
    }

    #[test]
    fn only_white_space_may_follow() {
        for text in ["", " ", " \n\t\r "] {
            assert!(Reader::new(text).end().is_ok(), "{text:?}");
        }
        for (text, offset) in [("x", 0), (" x ", 1), ("\0", 0), ("\u{c}", 0), ("\u{a0}", 0), ("\u{feff}", 0)] {
            let error = Reader::new(text).end().unwrap_err();
            assert_eq!(error.parts(), ("expected nothing after the value", offset, String::new()), "{text:?}");
        }
    }

    #[test]
    fn an_error_at_the_end_of_the_text_says_so() {
        for (text, at, message, offset) in [
            ("", 0, "the text is empty", 0),
            (" \n", 0, "no", 0),
            (" \n", 2, "the text is empty", 2),
            ("[ ", 2, "the text ends in the middle of a value", 2),
            ("[ ", 3, "the text ends in the middle of a value", 2),
            ("[ ]", 2, "no", 2),
        ] {
            let mut reader = Reader::new(text);
            reader.at = at;
            assert_eq!(reader.unexpected("no").parts(), (message, offset, String::new()), "{text:?} at {at}");
        }
    }
}
