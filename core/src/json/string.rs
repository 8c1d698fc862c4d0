//! Strings: borrowed where they have no escapes.

use alloc::borrow::Cow;
use alloc::string::String;

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;

impl<'de> Reader<'de> {
    /// Takes a string whose opening quote was seen.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Takes a string whose opening quote was seen, if it is without escapes; otherwise takes nothing.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let end = run_end(self.bytes(), start);
        if self.bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        Some(self.text(start, end))
    }

    /// Takes a string whose opening quote was seen and that [`plain_string`](Self::plain_string) did not take.
    #[cold]
    pub(super) fn escaped_string(&mut self) -> Result<String, Error> {
        let mut text = String::new();
        self.unescape_into(&mut text)?;
        Ok(text)
    }

    /// Takes a string whose opening quote was seen, and appends its characters to `text`.
    pub(super) fn unescape_into(&mut self, text: &mut String) -> Result<(), Error> {
        self.at += 1;
        loop {
            let start = self.at;
            self.at = run_end(self.bytes(), start);
            text.push_str(self.text(start, self.at));
            match self.take_run_end()? {
                End::Quote => return Ok(()),
                End::Escape => text.push(self.escape()?),
            }
        }
    }

    /// Takes and checks a string whose opening quote was seen, without building it.
    pub(super) fn skip_string(&mut self) -> Result<(), Error> {
        self.at += 1;
        loop {
            self.at = run_end(self.bytes(), self.at);
            match self.take_run_end()? {
                End::Quote => return Ok(()),
                // Half of a surrogate pair is valid JSON; only a `String` cannot hold it.
                End::Escape if self.bytes().get(self.at + 1) == Some(&b'u') => drop(self.code_unit()?),
                End::Escape => drop(self.escape()?),
            }
        }
    }

    /// Finds out why a run ended. Takes a quote, but not a backslash.
    fn take_run_end(&mut self) -> Result<End, Error> {
        match self.bytes().get(self.at) {
            Some(b'"') => {
                self.at += 1;
                Ok(End::Quote)
            }
            Some(b'\\') => Ok(End::Escape),
            Some(_) => Err(self.unexpected("found a control character in a string; write it as an escape")),
            None => Err(self.unexpected("expected the end of a string")),
        }
    }

    /// Takes one escape, whose backslash was seen.
    fn escape(&mut self) -> Result<char, Error> {
        let escape = self.bytes().get(self.at + 1).copied();
        let character = match escape {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            Some(_) => return Err(self.unexpected("found an escape that JSON does not have")),
            None => {
                self.at = self.bytes().len();
                return Err(self.unexpected("expected an escape"));
            }
        };
        self.at += 2;
        Ok(character)
    }

    /// Takes one `\uXXXX`, or two that are a surrogate pair.
    fn unicode_escape(&mut self) -> Result<char, Error> {
        let start = self.at;
        let first = self.code_unit()?;
        if let Some(character) = char::from_u32(first.into()) {
            return Ok(character);
        }
        if self.bytes().get(self.at..self.at + 2) == Some(b"\\u") {
            let second = self.code_unit()?;
            if let Some(Ok(character)) = char::decode_utf16([first, second]).next() {
                return Ok(character);
            }
        }
        self.at = start;
        Err(self.unexpected("found one half of a surrogate pair; a character beyond U+FFFF is two `\\u` escapes"))
    }

    /// Takes one `\uXXXX`, whose first two characters were seen.
    fn code_unit(&mut self) -> Result<u16, Error> {
        let digits = self.bytes().get(self.at + 2..self.at + 6);
        // `from_str_radix` would take a sign.
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let unit = digits.and_then(|digits| u16::from_str_radix(core::str::from_utf8(digits).ok()?, 16).ok());
        let Some(unit) = unit else { return Err(self.unexpected("expected four hexadecimal digits after `\\u`")) };
        self.at += 6;
        Ok(unit)
    }
}

enum End {
    Quote,
    Escape,
}
