//! Walking over a text: its fields, items and strings one by one, each with its place.

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;

/// Returns the offset of the quote that ends the string whose characters begin at `start`, or `None` if it is malformed.
#[inline]
pub(crate) fn string_end(text: &str, start: usize) -> Option<usize> {
    let end = run_end(text.as_bytes(), start);
    if text.as_bytes().get(end) == Some(&b'"') { Some(end) } else { escaped_string_end(text, start) }
}

fn escaped_string_end(text: &str, start: usize) -> Option<usize> {
    let mut reader = Reader::new(text);
    reader.at = start.checked_sub(1)?;
    reader.skip_string().ok()?;
    Some(reader.at - 1)
}

/// Returns the offset after the digits of the number at `start`, or `None` if it begins otherwise or has a leading zero.
#[inline]
pub(crate) fn digits_end(text: &str, start: usize) -> Option<usize> {
    let digits = text.as_bytes().get(start..)?;
    let len = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = len == 1 || len > 1 && digits.first() != Some(&b'0');
    is_number.then_some(start + len)
}

impl Reader<'_> {
    /// Returns the offset of the next byte.
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// Takes an object, and calls `visit` at the value of each field with its name and the offset of the key. `visit` takes
    /// the value.
    #[inline]
    pub(crate) fn each_field(
        &mut self,
        mut visit: impl FnMut(&mut Self, &[u8], usize) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.take(b'{', "expected an object")?;
        if self.peek() == b'}' {
            self.at += 1;
            return Ok(());
        }
        loop {
            if self.peek() != b'"' {
                return Err(self.unexpected("expected a string as key"));
            }
            let key = self.at;
            let bytes = self.bytes();
            let end = run_end(bytes, key + 1);
            match bytes.get(key + 1..end) {
                Some(name) if bytes.get(end) == Some(&b'"') => {
                    self.at = end + 1;
                    self.take(b':', "expected `:`")?;
                    self.peek();
                    visit(self, name, key)?;
                }
                _ => {
                    let name = self.escaped_string()?;
                    self.take(b':', "expected `:`")?;
                    self.peek();
                    visit(self, name.as_bytes(), key)?;
                }
            }
            match self.peek() {
                b',' => self.at += 1,
                b'}' => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.unexpected("expected `,` or `}`")),
            }
        }
    }

    /// Takes an array whose opening bracket was seen, and calls `visit` at each item, which takes it.
    pub(crate) fn each_item(&mut self, mut visit: impl FnMut(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.at += 1;
        if self.peek() == b']' {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.peek();
            visit(self)?;
            match self.peek() {
                b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.unexpected("expected `,` or `]`")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    /// Returns each field: its name, the offset of its key and the text of its value.
    fn fields(text: &str) -> Result<Vec<(String, usize, &str)>, Error> {
        let mut fields = Vec::new();
        let mut reader = Reader::new(text);
        reader.each_field(|reader, name, key| {
            let start = reader.offset();
            reader.skip_value()?;
            let name = core::str::from_utf8(name).unwrap().into();
            fields.push((name, key, text.get(start..reader.offset()).unwrap()));
            Ok(())
        })?;
        reader.end().map(|()| fields)
    }

    #[test]
    fn each_field_is_visited_at_its_value() {
        assert_eq!(fields(" { } ").unwrap(), []);
        let fields = fields(" { \"a\" : [ 1.0 , null ] ,\n\"\\u0062\":\"\\u0061\",\"é\":0, \"a\":{} } ").unwrap();
        let expected = [("a", 3, "[ 1.0 , null ]"), ("b", 26, r#""\u0061""#), ("é", 44, "0"), ("a", 52, "{}")];
        assert_eq!(fields.iter().map(|(name, key, value)| (&**name, *key, *value)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_malformed_object_is_an_error_at_the_byte_that_is_wrong() {
        for (text, message, offset) in [
            ("", "the text is empty", 0),
            ("[]", "expected an object", 0),
            ("{", "the text ends in the middle of a value", 1),
            (r#"{"a":1,"b":}"#, "expected a value", 11),
            (r#"{"a":1,"b" 2}"#, "expected `:`", 11),
            (r#"{"a":1,}"#, "expected a string as key", 7),
            (r#"{,"a":1}"#, "expected a string as key", 1),
            (r#"{"a":1 "b":2}"#, "expected `,` or `}`", 7),
            (r#"{"\x":1}"#, "found an escape that JSON does not have", 2),
            ("{\"a\n\":1}", "found a control character in a string; write it as an escape", 3),
            (r#"{"a":1} x"#, "expected nothing after the value", 8),
        ] {
            assert_eq!(fields(text).unwrap_err().parts(), (message, offset, String::new()), "{text}");
        }
    }

    #[test]
    fn each_item_is_visited() {
        for (text, expected) in [("[]", &[][..]), ("[ ]", &[]), ("[ 1 ,[2], \"]\"]", &["1", "[2]", "\"]\""])] {
            let mut items = Vec::new();
            let mut reader = Reader::new(text);
            reader.each_item(|reader| reader.raw().map(|item| items.push(item))).unwrap();
            assert_eq!((items.as_slice(), reader.offset()), (expected, text.len()), "{text}");
        }
        for (text, message, offset) in [
            ("[", "the text ends in the middle of a value", 1),
            ("[1,]", "expected a value", 3),
            ("[1 2]", "expected `,` or `]`", 3),
            ("[1}", "expected `,` or `]`", 2),
        ] {
            let error = Reader::new(text).each_item(Reader::skip_value).unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
        }
    }

    #[test]
    fn the_end_of_a_string_is_its_quote() {
        for (text, end) in [
            (r#""""#, Some(1)),
            (r#""a" "#, Some(2)),
            (r#""a\"b\\" "#, Some(7)),
            (r#""\ud800","x""#, Some(7)),
            (r#""a"#, None),
            (r#""\x""#, None),
            ("\"\n\"", None),
        ] {
            assert_eq!(string_end(text, 1), end, "{text}");
        }
    }

    #[test]
    fn the_end_of_a_number_is_after_its_digits() {
        for (text, end) in [
            ("0", Some(1)),
            ("0,", Some(1)),
            ("10}", Some(2)),
            ("7.0", Some(1)),
            ("00", None),
            ("07", None),
            ("-1", None),
            ("", None),
        ] {
            assert_eq!(digits_end(text, 0), end, "{text}");
        }
        assert_eq!(digits_end("1", 2), None);
    }
}
