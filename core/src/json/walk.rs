//! Walking over a value: its fields and items one by one, each with its place in the text.

use super::error::Error;
use super::reader::Reader;
use super::run::run_end;

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
