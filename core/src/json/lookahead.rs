//! Lookahead: comparing the next key, and finding a `type` that is not the first field.

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;
use crate::text::is_same_name;

/// The start of most events, after the brace.
const TYPE_AND_QUOTE: &[u8] = b"\"type\":\"";

impl<'de> Reader<'de> {
    /// Returns the offset after the key whose opening quote is next, if the key is `name` without escapes.
    #[inline]
    pub(super) fn key_end(&self, name: &[u8]) -> Option<usize> {
        let start = self.at + 1;
        let end = start + name.len();
        // The quote first: it rules out most other names.
        let is_name = self.bytes().get(end) == Some(&b'"')
            && self.bytes().get(start..end).is_some_and(|text| is_same_name(text, name));
        is_name.then_some(end + 1)
    }

    /// Returns the offset after `,"name":`, if that is the text that comes next.
    #[inline]
    pub(super) fn later_key_end(&self, name: &[u8]) -> Option<usize> {
        let end = self.at + name.len() + 4;
        let (start, rest) = self.bytes().get(self.at..end)?.split_first_chunk()?;
        let (text, after) = rest.split_last_chunk()?;
        (start == b",\"" && after == b"\":" && is_same_name(text, name)).then_some(end)
    }

    /// Takes `"type":` and a string without escapes, and returns the string.
    #[inline]
    pub(super) fn take_tag(&mut self) -> Option<&'de str> {
        let start = self.at;
        if !self.bytes().get(start..)?.starts_with(TYPE_AND_QUOTE) {
            return None;
        }
        self.at += TYPE_AND_QUOTE.len() - 1;
        let tag = self.plain_string();
        if tag.is_none() {
            self.at = start;
        }
        tag
    }

    /// Takes `"type":"tag"`, if that is the text that comes next.
    #[inline]
    pub(super) fn take_this_tag(&mut self, tag: &str) -> bool {
        let rest = self.bytes().get(self.at..).and_then(|rest| rest.strip_prefix(TYPE_AND_QUOTE));
        let after = rest.and_then(|rest| rest.strip_prefix(tag.as_bytes()));
        let is_tag = matches!(after, Some([b'"', ..]));
        if is_tag {
            self.at += TYPE_AND_QUOTE.len() + tag.len() + 1;
        }
        is_tag
    }

    /// Finds the key `type` in an object whose opening brace was taken. Returns its offset, or `None` if it is the first key or
    /// there is none.
    pub(super) fn find_type(&mut self) -> Result<Option<usize>, Error> {
        if self.bytes().get(self.at..).is_some_and(|rest| rest.starts_with(TYPE_AND_QUOTE)) {
            return Ok(None);
        }
        let start = self.at;
        self.pass_plain_fields();
        let mut is_first = self.at == start;
        loop {
            if self.peek() != b'"' {
                return Ok(None);
            }
            let key = self.at;
            if self.key_end(b"type").is_some() {
                return Ok((!is_first).then_some(key));
            }
            if self.plain_string().is_none() && self.escaped_string()? == "type" {
                return Ok((!is_first).then_some(key));
            }
            self.take(b':', "expected `:`")?;
            if self.peek() != b'"' || self.plain_string().is_none() {
                self.skip_value()?;
            }
            if self.peek() != b',' {
                // An error is found again when the object is read.
                return Ok(None);
            }
            self.at += 1;
            is_first = false;
            self.pass_plain_fields();
        }
    }

    /// Passes over fields of compact JSON up to the key `type`, as long as another follows, keys have no escapes, and values are
    /// such strings or integers. Passes over nothing if white space is next.
    fn pass_plain_fields(&mut self) {
        let bytes = self.bytes();
        let mut key = self.at;
        while bytes.get(key) == Some(&b'"') {
            self.at = key;
            let end = run_end(bytes, key + 1);
            if end == key + 5 && bytes.get(key..=end) == Some(b"\"type\"") {
                return;
            }
            let after = match bytes.get(end..end + 3) {
                Some(b"\":\"") => match run_end(bytes, end + 3) {
                    end if bytes.get(end) == Some(&b'"') => end + 1,
                    _ => return,
                },
                Some([b'"', b':', b'0']) => end + 3,
                Some([b'"', b':', b'1'..=b'9']) => {
                    let digits = bytes.get(end + 3..).unwrap_or_default();
                    end + 3 + digits.iter().take_while(|byte| byte.is_ascii_digit()).count()
                }
                _ => return,
            };
            if bytes.get(after) != Some(&b',') {
                return;
            }
            key = after + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::*;

    #[test]
    fn the_next_key_is_compared_in_place() {
        for (text, name, end) in [
            (r#""type":1"#, "type", Some(6)),
            (r#""type""#, "type", Some(6)),
            (r#""""#, "", Some(2)),
            (r#""type"#, "type", None),
            (r#""typ""#, "type", None),
            (r#""types""#, "type", None),
            (r#""Type""#, "type", None),
            (r#""\u0074ype""#, "type", None),
            (r#""sequence_number""#, "sequence_number", Some(17)),
            (r#""a_name_of_over_16_bytes""#, "a_name_of_over_16_bytes", Some(25)),
            (r#""a_name_of_over_16_bytes""#, "b_name_of_over_16_bytes", None),
            ("", "type", None),
        ] {
            assert_eq!(Reader::new(text).key_end(name.as_bytes()), end, "{text} {name}");
            let shifted = format!(" {text}");
            let mut reader = Reader::new(&shifted);
            reader.at = 1;
            assert_eq!(reader.key_end(name.as_bytes()), end.map(|end| end + 1), "{text} {name}");
        }
    }

    #[test]
    fn a_type_is_found_unless_it_is_the_first_field() {
        for (text, key) in [
            ("", None),
            ("}", None),
            (r#""type":1}"#, None),
            (r#""\u0074ype":1,"type":2}"#, None),
            (r#""a":1}"#, None),
            (r#""a":1,"type":2}"#, Some(6)),
            (r#" "a" : 1 , "type" : 2}"#, Some(11)),
            (r#""a":1,"b":2,"type":3,"type":4}"#, Some(12)),
            (r#""a":1,"\u0074ype":2,"type":3}"#, Some(6)),
            (r#""\u0061":1,"typ\u0065":2}"#, Some(11)),
            (r#""types":1,"Type":2,"\u0074ypes":3}"#, None),
            (r#""a":{"type":1},"b":[{"type":2}],"c":"type","type":3}"#, Some(43)),
            (r#""a":"\"type\":1","type":2}"#, Some(17)),
            (r#""a":-1.5e3,"b":null,"c":"\n","type":2}"#, Some(29)),
            (r#""a":1 "type":2}"#, None),
            (r#""a":1,2,"type":2}"#, None),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!(reader.find_type().unwrap(), key, "{text}");
        }
    }

    #[test]
    fn a_malformed_field_before_the_type_is_an_error() {
        for (text, message, offset) in [
            (r#""a" 1,"type":2}"#, "expected `:`", 4),
            (r#""a":[1 2],"type":2}"#, "expected `,` or `]`", 7),
            (r#""a":"\x","type":2}"#, "found an escape that JSON does not have", 5),
            (r#""\x":1,"type":2}"#, "found an escape that JSON does not have", 1),
            (r#""a":,"type":2}"#, "expected a value", 4),
        ] {
            let error = Reader::new(text).find_type().unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
        }
    }
}
