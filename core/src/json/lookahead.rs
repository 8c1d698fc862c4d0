//! Lookahead: comparing the next key, and finding a `type` that is not the first field.

use super::error::Error;
use super::reader::Reader;

impl Reader<'_> {
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

    /// Finds the key `type` in an object whose opening brace was taken. Returns its offset, or `None` if it is the first key or
    /// there is none.
    pub(super) fn find_type(&mut self) -> Result<Option<usize>, Error> {
        let mut is_first = true;
        while self.peek() == b'"' {
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
            is_first = false;
            match self.peek() {
                b',' => {
                    self.at += 1;
                    self.peek();
                }
                // An error is found again when the object is read.
                _ => break,
            }
        }
        Ok(None)
    }
}

/// Returns `true` if two texts of the same length are equal. For most names it avoids the call that comparing slices costs.
#[inline]
fn is_same_name(text: &[u8], name: &[u8]) -> bool {
    match name.len() {
        4..8 => ends::<4>(text) == ends::<4>(name),
        8..=16 => ends::<8>(text) == ends::<8>(name),
        _ => text == name,
    }
}

/// Returns the first and the last `N` bytes, which may overlap.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*text.first_chunk()?, *text.last_chunk()?])
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::*;

    #[test]
    fn a_name_is_the_same_only_if_every_byte_is() {
        for len in 0..24 {
            let name = "abcdefghijklmnopqrstuvwxyz".get(..len).unwrap_or_default().as_bytes();
            assert!(is_same_name(name, name));
            for at in 0..len {
                let mut other = name.to_vec();
                other[at] = b'_';
                assert!(!is_same_name(&other, name), "{len} {at}");
            }
        }
    }
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
