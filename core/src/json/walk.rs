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
