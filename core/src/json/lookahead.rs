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
}
