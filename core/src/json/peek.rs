//! The `type` of an object that is not decoded.

use alloc::borrow::Cow;

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;

/// Returns the `type` of an object and the offset of its last byte, and reads no further. Returns `None` if the text is not
/// an object, has no `type`, or is malformed before it.
///
/// # Errors
///
/// If `type` is not a string.
pub(crate) fn peek_tag(text: &str) -> Result<Option<(Cow<'_, str>, usize)>, Error> {
    let mut reader = Reader::new(text);
    if !reader.go_to_type() {
        return Ok(None);
    }
    match reader.peek() {
        b'"' => Ok(reader.string().ok().map(|tag| (tag, reader.at - 1))),
        _ => Err(reader.other_type(&"a string as `type`").inside("type")),
    }
}

/// Returns the `type` of compact JSON that starts with it and has no escapes in it, as nearly all events do. Reads nothing
/// but the tag.
#[inline]
pub(crate) fn peek_first_tag(json: &[u8]) -> Option<&str> {
    const START: &[u8] = b"{\"type\":\"";
    if !json.starts_with(START) {
        return None;
    }
    let end = run_end(json, START.len());
    if json.get(end) != Some(&b'"') {
        return None;
    }
    // From the start of the text: it is aligned, so checking it is faster.
    core::str::from_utf8(json.get(..end)?).ok()?.get(START.len()..)
}

impl Reader<'_> {
    /// Moves to the value of the field `type`. Returns `false` if there is none.
    fn go_to_type(&mut self) -> bool {
        if self.take(b'{', "expected an object").is_err() {
            return false;
        }
        self.peek();
        let first = self.at;
        // Nearly always it is the first field, without escapes.
        if let Some(end) = self.key_end(b"type") {
            self.at = end;
            return self.take(b':', "expected `:`").is_ok();
        }
        match self.find_type() {
            Ok(Some(key)) => self.at = key,
            // It is the first field, with escapes, or there is none.
            Ok(None) => self.at = first,
            Err(_) => return false,
        }
        self.peek() == b'"' && self.string().is_ok_and(|key| key == "type") && self.take(b':', "expected `:`").is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Option<(Cow<'_, str>, usize)> {
        peek_tag(text).ok().flatten()
    }

    #[test]
    fn the_type_is_found_wherever_it_stands() {
        assert_eq!(tag(r#"{"type":"a"}"#), Some(("a".into(), 10)));
        assert_eq!(tag(r#" {"x":[{"type":"b"}], "type" : "a""#), Some(("a".into(), 33)));
        assert_eq!(tag(r#"{"x":"type","\u0074ype":"\u0061", not json"#), Some(("a".into(), 31)));
        for text in [
            "",
            "[]",
            "\"a\"",
            "{}",
            r#"{"x":"type"}"#,
            r#"{"types":"a"}"#,
            r#"{"x" 1,"type":"a"}"#,
            r#"{"x" "y","type":"a"}"#,
            r#"{"type":"a"#,
            r#"{"type" "a"}"#,
        ] {
            assert!(matches!(peek_tag(text), Ok(None)), "{text}");
        }
    }

    #[test]
    fn a_type_that_stands_first_is_the_one_that_a_reader_finds() {
        for text in [r#"{"type":"a""#, r#"{"type":"","x":1}"#, r#"{"type":"é", not json"#] {
            let first = peek_first_tag(text.as_bytes());
            assert!(first.is_some(), "{text}");
            assert_eq!(first.map(Cow::Borrowed), tag(text).map(|(tag, _)| tag), "{text}");
        }
        for text in
            [r#" {"type":"a"}"#, r#"{"type": "a"}"#, r#"{"type":"\u0061"}"#, "{\"type\":\"\n\"}", r#"{"type":"a"#, ""]
        {
            assert_eq!(peek_first_tag(text.as_bytes()), None, "{text}");
        }
        assert_eq!(peek_first_tag(b"{\"type\":\"\xff\"}"), None);
    }

    #[test]
    fn a_type_that_is_no_string_says_what_it_is() {
        let error = peek_tag(r#"{"x":1,"type":7}"#).map(drop).unwrap_err();
        assert_eq!(
            (error.message(), &*error.pointer(), error.offset()),
            ("invalid type: integer `7`, expected a string as `type`", "/type", 14)
        );
    }
}
