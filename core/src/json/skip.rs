//! Skipping a value: it is checked but not built, to any depth, with one bit of memory for each level.

use alloc::vec::Vec;

use super::error::Error;
use super::reader::Reader;

/// Checks that objects and arrays are not nested too deep to be decoded, in a text that is taken to be JSON.
pub(crate) fn check_depth(text: &str) -> Result<(), Error> {
    let mut reader = Reader::new(text);
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
    pub(super) fn skip_value(&mut self) -> Result<(), Error> {
        // A plain integer is common and needs nothing of what follows.
        if let b'1'..=b'9' = self.peek() {
            let digits = self.bytes().get(self.at..).unwrap_or_default();
            let len = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if let Some(b',' | b'}' | b']') = digits.get(len) {
                self.at += len;
                return Ok(());
            }
        }
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
    pub(super) fn raw(&mut self) -> Result<&'de str, Error> {
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
        if self.depth > 0 && self.depth % 64 == 0 {
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
