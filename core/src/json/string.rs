//! Strings: borrowed where they have no escapes.

use alloc::borrow::Cow;
use alloc::string::String;

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;

impl<'de> Reader<'de> {
    /// Takes a string whose opening quote was seen.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Error> {
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
            // The usual escapes need nothing of what follows.
            let escape = self.bytes().get(self.at..self.at + 2).and_then(<[u8]>::first_chunk);
            if let Some(character) = escape.and_then(|[backslash, letter]| short_escape(*backslash, *letter)) {
                text.push(char::from(character));
                self.at += 2;
                continue;
            }
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
        let character = match self.bytes().get(self.at + 1) {
            Some(b'u') => return self.unicode_escape(),
            Some(letter) => match short_escape(b'\\', *letter) {
                Some(character) => char::from(character),
                None => return Err(self.unexpected("found an escape that JSON does not have")),
            },
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

/// Returns the character that a backslash and a letter stand for, except for `\u`.
#[inline]
const fn short_escape(backslash: u8, letter: u8) -> Option<u8> {
    match (backslash, letter) {
        (b'\\', b'"' | b'\\' | b'/') => Some(letter),
        (b'\\', b'n') => Some(b'\n'),
        (b'\\', b't') => Some(b'\t'),
        (b'\\', b'r') => Some(b'\r'),
        (b'\\', b'b') => Some(8),
        (b'\\', b'f') => Some(12),
        _ => None,
    }
}

enum End {
    Quote,
    Escape,
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    const CONTROL: &str = "found a control character in a string; write it as an escape";
    const CUT: &str = "the text ends in the middle of a value";
    const HALF: &str = "found one half of a surrogate pair; a character beyond U+FFFF is two `\\u` escapes";
    const HEX: &str = "expected four hexadecimal digits after `\\u`";
    const UNKNOWN: &str = "found an escape that JSON does not have";

    #[test]
    fn a_string_is_what_its_escapes_say() {
        for (text, expected) in [
            (r#""""#, ""),
            (r#""abc""#, "abc"),
            (r#""é🖼""#, "é🖼"),
            ("\"\u{7f}\u{80}\"", "\u{7f}\u{80}"),
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""a\nb\nc""#, "a\nb\nc"),
            (r#""\u0000\u001f\u007f""#, "\0\u{1f}\u{7f}"),
            (r#""\u00E9\u00e9x""#, "ééx"),
            (r#""\ud83d\uddbc""#, "🖼"),
            (r#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10ffff}"),
            (r#""\ud7ff\ue000\uffff""#, "\u{d7ff}\u{e000}\u{ffff}"),
            (r#""\u005cu0041""#, "\\u0041"),
        ] {
            // One character before it and one after it.
            let whole = format!(" {text}!");
            let reader = || {
                let mut reader = Reader::new(&whole);
                reader.at = 1;
                reader
            };
            let mut string = reader();
            assert_eq!(string.string().unwrap(), expected, "{text}");
            let mut skipped = reader();
            skipped.skip_string().unwrap();
            let mut appended = reader();
            let mut buffer = String::from("<");
            appended.unescape_into(&mut buffer).unwrap();
            assert_eq!(buffer, format!("<{expected}"), "{text}");
            for reader in [string, skipped, appended] {
                assert_eq!(reader.at, whole.len() - 1, "{text}");
            }
            assert_eq!(serde_json::from_str::<String>(text).unwrap(), expected, "{text}: serde_json");
        }
    }

    #[test]
    fn a_bad_string_is_an_error_at_the_byte_that_is_wrong() {
        for (text, message, offset) in [
            ("\"", CUT, 1),
            ("\"abc", CUT, 4),
            ("\"a\nb\"", CONTROL, 2),
            ("\"\\na\u{1f}\"", CONTROL, 4),
            ("\"\0\"", CONTROL, 1),
            (r#""\"#, CUT, 2),
            (r#""ab\"#, CUT, 4),
            (r#""\""#, CUT, 3),
            (r#""a\x""#, UNKNOWN, 2),
            (r#""\U0041""#, UNKNOWN, 1),
            (r#""\é""#, UNKNOWN, 1),
            ("\"\\\n\"", UNKNOWN, 1),
            (r#""\u""#, HEX, 1),
            (r#""\u004"#, HEX, 1),
            (r#""\u004""#, HEX, 1),
            (r#""\u00g0""#, HEX, 1),
            (r#""\u+041""#, HEX, 1),
            (r#""\u00é""#, HEX, 1),
            (r#""a\ud83d\u12""#, HEX, 8),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!(reader.plain_string(), None, "{text:?}");
            assert_eq!(reader.at, 0, "{text:?}");
            assert_eq!(reader.string().unwrap_err().parts(), (message, offset, String::new()), "{text:?}");
            assert_eq!(
                Reader::new(text).skip_string().unwrap_err().parts(),
                (message, offset, String::new()),
                "{text:?} is skipped"
            );
            assert!(serde_json::from_str::<String>(text).is_err(), "{text:?}: serde_json");
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_err(), "{text:?}: serde_json");
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_skipped_but_not_read() {
        for (text, offset) in [
            (r#""\ud800""#, 1),
            (r#""ab\udbff""#, 3),
            (r#""\udc00""#, 1),
            (r#""\udfff\ud800""#, 1),
            (r#""\ud83dx""#, 1),
            (r#""\ud83d\n""#, 1),
            (r#""\ud83d\u0041""#, 1),
            (r#""\ud83d\ud83d\uddbc""#, 1),
            (r#""\ud83d\uddbc\uddbc""#, 13),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!(reader.string().unwrap_err().parts(), (HALF, offset, String::new()), "{text}");
            let mut reader = Reader::new(text);
            assert!(reader.skip_string().is_ok(), "{text}");
            assert_eq!(reader.at, text.len(), "{text}");
            assert!(serde_json::from_str::<String>(text).is_err(), "{text}: serde_json");
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(), "{text}: serde_json");
        }
    }

    #[test]
    fn surrogates_pair_up_as_in_serde_json() {
        const UNITS: [u16; 14] =
            [0, 0x1f, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdaaa, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xffff];
        for first in UNITS {
            for second in UNITS {
                let text = format!("\"\\u{first:04x}\\u{second:04X}\"");
                let ours = Reader::new(&text).string().ok().map(Cow::into_owned);
                assert_eq!(ours, serde_json::from_str::<String>(&text).ok(), "{text}");
            }
        }
    }

    #[test]
    fn a_string_without_escapes_is_borrowed() {
        let text = r#""abc""#;
        assert!(matches!(Reader::new(text).string(), Ok(Cow::Borrowed(_))));
        let mut reader = Reader::new(text);
        let string = reader.plain_string().unwrap();
        assert_eq!((string, reader.at), ("abc", 5));
        assert!(text.as_bytes().as_ptr_range().contains(&string.as_ptr()));
        assert!(matches!(Reader::new(r#""\u0061bc""#).string(), Ok(Cow::Owned(_))));
    }
}
