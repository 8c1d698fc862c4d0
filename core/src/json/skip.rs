//! Passing over a value without making it: to any depth, with a bit of memory for each level.

use alloc::vec::Vec;

use super::error::Error;
use super::reader::Reader;

/// Whether a value that is known to be JSON may be decoded: objects and arrays in it are not nested too deep.
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
    /// Whether `text` is one JSON value.
    pub(crate) fn check(text: &str) -> Result<(), Error> {
        let mut reader = Reader::new(text);
        reader.skip_value()?;
        reader.end()
    }

    /// Takes and checks one value.
    pub(super) fn skip_value(&mut self) -> Result<(), Error> {
        // A whole number of a few digits, before anything else is made ready.
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
            // A value is over, and with it perhaps what it is in.
            loop {
                match (open.last(), self.peek()) {
                    (None, _) => return Ok(()),
                    (Some(Bracket::Array), b']') | (Some(Bracket::Object), b'}') => {
                        self.at += 1;
                        open.pop();
                    }
                    (Some(Bracket::Array), b',') => {
                        self.at += 1;
                        break;
                    }
                    (Some(Bracket::Object), b',') => {
                        self.at += 1;
                        self.skip_key()?;
                        break;
                    }
                    (Some(Bracket::Array), _) => return Err(self.unexpected("expected `,` or `]`")),
                    (Some(Bracket::Object), _) => return Err(self.unexpected("expected `,` or `}`")),
                }
            }
        }
    }

    /// The text of the next value.
    pub(super) fn raw(&mut self) -> Result<&'de str, Error> {
        self.peek();
        let start = self.at;
        self.skip_value()?;
        // The reader may have gone on over white space.
        Ok(self.text(start, self.at).trim_ascii_end())
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

/// The brackets that are open, a bit each: objects are ones. The first 64 need no allocation.
#[derive(Default)]
struct Open {
    bits: u64,
    depth: usize,
    /// Full words, of the outer levels.
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
