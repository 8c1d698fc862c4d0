//! Skipping a value: it is checked but not built, to any depth, with one bit of memory for each level.

use alloc::vec::Vec;

use super::error::Error;
use super::reader::Reader;

/// Checks that the value of a field is not nested too deep to be decoded. The text is taken to be JSON.
pub(crate) fn check_depth(text: &str) -> Result<(), Error> {
    let mut reader = Reader::new(text);
    // The object that the field is in.
    reader.depth_left -= 1;
    while let Some(byte) = reader.bytes().get(reader.at) {
        match byte {
            b'"' => reader.skip_string()?,
            b'[' | b'{' => reader.enter()?,
            b']' | b'}' => reader.leave(*byte, "expected an end")?,
            _ => reader.at += 1,
        }
    }
    Ok(())
}

impl<'de> Reader<'de> {
    /// Checks that `text` is one JSON value.
    pub(crate) fn check(text: &str) -> Result<(), Error> {
        let mut reader = Reader::new(text);
        reader.skip_value()?;
        reader.end()
    }

    /// Takes and checks one value.
    pub(crate) fn skip_value(&mut self) -> Result<(), Error> {
        // What is common needs nothing of what follows.
        match self.peek() {
            b'"' if self.plain_string().is_some() => return Ok(()),
            b'1'..=b'9' => {
                let digits = self.bytes().get(self.at..).unwrap_or_default();
                let len = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
                if let Some(b',' | b'}' | b']') = digits.get(len) {
                    self.at += len;
                    return Ok(());
                }
            }
            b'0' if matches!(self.bytes().get(self.at + 1), Some(b',' | b'}' | b']')) => {
                self.at += 1;
                return Ok(());
            }
            b'[' if self.bytes().get(self.at + 1) == Some(&b']') => {
                self.at += 2;
                return Ok(());
            }
            _ => {}
        }
        self.skip_any_value()
    }

    fn skip_any_value(&mut self) -> Result<(), Error> {
        let mut open = Open::default();
        loop {
            match self.peek() {
                b'"' => self.skip_string()?,
                b'-' | b'0'..=b'9' => drop(self.skip_number()?),
                b't' => self.take_literal("true")?,
                b'f' => self.take_literal("false")?,
                b'n' => self.take_literal("null")?,
                b'[' => {
                    self.at += 1;
                    if self.peek() == b']' {
                        self.at += 1;
                    } else {
                        open.push(Bracket::Array);
                        continue;
                    }
                }
                b'{' => {
                    self.at += 1;
                    if self.peek() == b'}' {
                        self.at += 1;
                    } else {
                        open.push(Bracket::Object);
                        self.skip_key()?;
                        continue;
                    }
                }
                _ => return Err(self.unexpected("expected a value")),
            }
            // The value is complete, and with it perhaps those around it.
            loop {
                let Some(bracket) = open.last() else { return Ok(()) };
                match (bracket, self.peek()) {
                    (Bracket::Array, b']') | (Bracket::Object, b'}') => {
                        self.at += 1;
                        open.pop();
                    }
                    (Bracket::Array, b',') => {
                        self.at += 1;
                        break;
                    }
                    (Bracket::Object, b',') => {
                        self.at += 1;
                        self.skip_key()?;
                        break;
                    }
                    (Bracket::Array, _) => return Err(self.unexpected("expected `,` or `]`")),
                    (Bracket::Object, _) => return Err(self.unexpected("expected `,` or `}`")),
                }
            }
        }
    }

    /// Takes one value and returns its text.
    pub(crate) fn raw(&mut self) -> Result<&'de str, Error> {
        self.peek();
        let start = self.at;
        self.skip_value()?;
        Ok(self.text(start, self.at))
    }

    fn skip_key(&mut self) -> Result<(), Error> {
        if self.peek() != b'"' {
            return Err(self.unexpected("expected a string as key"));
        }
        self.skip_string()?;
        self.take(b':', "expected `:`")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Array,
    Object,
}

/// The open brackets, one bit each, 1 for an object. The first 64 need no allocation.
#[derive(Default)]
struct Open {
    bits: u64,
    depth: usize,
    /// The full words of the outer levels.
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, bracket: Bracket) {
        if self.depth > 0 && self.depth % 64 == 0 {
            self.outer.push(self.bits);
        }
        self.bits = self.bits << 1 | u64::from(bracket == Bracket::Object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.bits >>= 1;
        self.depth -= 1;
        if self.depth % 64 == 0 {
            self.bits = self.outer.pop().unwrap_or_default();
        }
    }

    fn last(&self) -> Option<Bracket> {
        match (self.depth, self.bits & 1) {
            (0, _) => None,
            (_, 0) => Some(Bracket::Array),
            _ => Some(Bracket::Object),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use serde::de::IgnoredAny;

    use super::*;

    #[test]
    fn one_value_is_skipped_and_nothing_after_it() {
        for text in [
            "0",
            "7",
            "9",
            "1234567890123456789012345678901234567890",
            "-1",
            "1.5e3",
            "1e999",
            "true",
            "false",
            "null",
            r#""""#,
            r#""\ud800\"""#,
            "[]",
            "[ ]",
            "[1]",
            "[1,2 , 3]",
            "[[],{},[[]]]",
            "{}",
            "{ }",
            r#"{"a":1}"#,
            r#"{ "a" : 1 , "a" : [ 2 ] }"#,
            r#"{"\ud800":{"b":{}},"c":[{"d":1},2]}"#,
        ] {
            for after in ["", ",", "]", "}", " ", " ,", "\n", "[", "\""] {
                let whole = format!(" {text}{after}");
                let mut reader = Reader::new(&whole);
                assert_eq!(reader.raw().unwrap(), text, "{whole}");
                assert_eq!(reader.at, 1 + text.len(), "{whole}");
            }
            assert!(Reader::check(&format!(" {text} ")).is_ok(), "{text}");
            assert!(serde_json::from_str::<IgnoredAny>(text).is_ok(), "{text}: serde_json");
        }
    }

    #[test]
    fn a_malformed_value_is_an_error_at_the_byte_that_is_wrong() {
        const CUT: &str = "the text ends in the middle of a value";
        const END: &str = "expected nothing after the value";
        const ITEM: &str = "expected `,` or `]`";
        const KEY: &str = "expected a string as key";
        const VALUE: &str = "expected a value";
        for (text, message, offset) in [
            ("", "the text is empty", 0),
            (" ", "the text is empty", 1),
            ("x", VALUE, 0),
            ("]", VALUE, 0),
            ("+1", VALUE, 0),
            ("tru", "expected `true`, `false` or `null`", 0),
            ("[fals]", "expected `true`, `false` or `null`", 1),
            ("nul", "expected `true`, `false` or `null`", 0),
            ("1 2", END, 2),
            ("12x", END, 2),
            ("12.", CUT, 3),
            ("[01]", "found a number with a leading zero", 2),
            ("[12x]", ITEM, 3),
            ("[1 2]", ITEM, 3),
            ("[1}", ITEM, 2),
            ("[1:2]", ITEM, 2),
            ("[1,]", VALUE, 3),
            ("[,1]", VALUE, 1),
            ("[", CUT, 1),
            ("[1", CUT, 2),
            ("[1,", CUT, 3),
            ("[[]", CUT, 3),
            ("[]]", END, 2),
            (r#"["a"#, CUT, 3),
            ("{", CUT, 1),
            ("{,", KEY, 1),
            ("{1:2}", KEY, 1),
            (r#"{"a"}"#, "expected `:`", 4),
            (r#"{"a":}"#, VALUE, 5),
            (r#"{"a":1]"#, "expected `,` or `}`", 6),
            (r#"{"a":1 "b":2}"#, "expected `,` or `}`", 7),
            (r#"{"a":1,}"#, KEY, 7),
            (r#"{"a":1,2}"#, KEY, 7),
            (r#"{"a":{"b":1}"#, CUT, 12),
            ("{}}", END, 2),
            ("{]", KEY, 1),
            ("[}", VALUE, 1),
        ] {
            let error = Reader::check(text).unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
            assert!(serde_json::from_str::<IgnoredAny>(text).is_err(), "{text}: serde_json");
        }
    }

    #[test]
    fn brackets_must_match_at_any_depth() {
        for depth in [1, 2, 63, 64, 65, 66, 127, 128, 129, 130, 192, 193, 1000] {
            // Arrays and objects in a pattern that has no period of a word.
            let is_object = |level: usize| level % 3 == 1 || level % 7 == 2;
            let open: String = (0..depth).map(|level| if is_object(level) { r#"{"k":"# } else { "[" }).collect();
            let close: Vec<_> = (0..depth).rev().map(|level| if is_object(level) { "}" } else { "]" }).collect();
            assert!(Reader::check(&format!("{open}0{}", close.concat())).is_ok(), "{depth} levels");
            assert!(
                Reader::check(&format!("{open}0{}", close[1..].concat())).is_err(),
                "{depth} levels, one left open"
            );
            assert!(Reader::check(&format!("{open}0{}]", close.concat())).is_err(), "{depth} levels, one too many");
            for wrong in 0..depth {
                let mut close = close.clone();
                close[wrong] = if close[wrong] == "}" { "]" } else { "}" };
                assert!(
                    Reader::check(&format!("{open}0{}", close.concat())).is_err(),
                    "{depth} levels, wrong at {wrong}"
                );
            }
        }
    }

    #[test]
    fn the_open_brackets_are_a_stack() {
        let bracket = |level: usize| if level % 5 < 2 { Bracket::Object } else { Bracket::Array };
        let mut open = Open::default();
        // Up and down across the ends of words.
        for (from, to) in [(0, 65), (65, 63), (63, 64), (64, 200), (200, 64), (64, 130), (130, 0)] {
            for level in from..to {
                open.push(bracket(level));
                assert!(open.last() == Some(bracket(level)), "{level} from {from}");
            }
            for level in (to..from).rev() {
                assert!(open.last() == Some(bracket(level)), "{level} from {from}");
                open.pop();
            }
            assert_eq!(open.depth, to);
        }
        assert!(open.last().is_none());
        assert!(open.outer.is_empty());
    }

    #[test]
    fn nesting_is_limited_where_a_value_is_decoded_later() {
        let nested = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        // The field's object is one of the 127 levels.
        assert!(check_depth(&nested(126)).is_ok());
        assert_eq!(check_depth(&nested(127)).unwrap_err().offset(), 126);
        let objects = r#"{"a":"#.repeat(127) + "1" + &"}".repeat(127);
        assert_eq!(check_depth(&objects).unwrap_err().offset(), 126 * 5);
        // Side by side they do not add up, and in strings they do not count.
        assert!(check_depth(&format!("[{}0]", format!("{},", nested(125)).repeat(3))).is_ok());
        assert!(check_depth(&format!(r#"["{}","\"{}"]"#, "[".repeat(200), "{".repeat(200))).is_ok());
        assert!(check_depth(&"]".repeat(1000)).is_ok(), "not JSON");
    }
}
