//! Numbers: integers of 64 bits are exact, any other number is the nearest float.

use serde::de::{self, Visitor};

use super::error::Error;
use super::reader::Reader;

/// The value of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Parsed {
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// A number with a fraction or an exponent, or an integer beyond 64 bits.
    Float(f64),
}

impl Parsed {
    #[inline]
    pub(super) fn visit<'de, V: Visitor<'de>, E: de::Error>(self, visitor: V) -> Result<V::Value, E> {
        match self {
            Self::Unsigned(value) => visitor.visit_u64(value),
            Self::Signed(value) => visitor.visit_i64(value),
            Self::Float(value) => visitor.visit_f64(value),
        }
    }

    pub(super) fn unexpected(self) -> de::Unexpected<'static> {
        match self {
            Self::Unsigned(value) => de::Unexpected::Unsigned(value),
            Self::Signed(value) => de::Unexpected::Signed(value),
            Self::Float(value) => de::Unexpected::Float(value),
        }
    }
}

impl<'de> Reader<'de> {
    /// Takes a number whose first byte was seen.
    #[inline]
    pub(super) fn number(&mut self) -> Result<Parsed, Error> {
        let bytes = self.bytes();
        let mut value: u64 = 0;
        let mut at = self.at;
        // Up to 19 digits fit. Anything but plain digits is left to the other function.
        while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            at += 1;
        }
        let digits = at - self.at;
        let is_plain = !matches!(bytes.get(at), Some(b'.' | b'e' | b'E'));
        let has_leading_zero = digits > 1 && bytes.get(self.at) == Some(&b'0');
        if is_plain && digits > 0 && digits <= 19 && !has_leading_zero {
            self.at = at;
            return Ok(Parsed::Unsigned(value));
        }
        self.any_number()
    }

    fn any_number(&mut self) -> Result<Parsed, Error> {
        let start = self.at;
        let is_integer = self.skip_number()?;
        let text = self.text(start, self.at);
        if is_integer {
            if let Ok(value) = text.parse() {
                return Ok(Parsed::Unsigned(value));
            }
            match text.parse() {
                // A float, as in serde_json: an integer zero has no sign.
                Ok(0) => return Ok(Parsed::Float(-0.0)),
                Ok(value) => return Ok(Parsed::Signed(value)),
                Err(_) => {}
            }
        }
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Parsed::Float(value)),
            _ => Err(Error::syntax("found a number that is out of range of a 64-bit float", start)),
        }
    }

    /// Takes a number whose first byte was seen. A float is the nearest of 32 bits: rounding it to 64 bits first could miss it.
    pub(super) fn number_in_f32(&mut self) -> Result<Parsed, Error> {
        let start = self.at;
        let number = self.number()?;
        if !matches!(number, Parsed::Float(_)) {
            return Ok(number);
        }
        match self.text(start, self.at).parse::<f32>() {
            Ok(value) if value.is_finite() => Ok(Parsed::Float(value.into())),
            _ => Err(Error::syntax("found a number that is out of range of a 32-bit float", start)),
        }
    }

    /// Takes a number whose first byte was seen, and returns its text.
    pub(super) fn number_text(&mut self) -> Result<&'de str, Error> {
        let start = self.at;
        self.skip_number()?;
        Ok(self.text(start, self.at))
    }

    /// Takes and checks a number. Returns `true` if it has neither fraction nor exponent.
    pub(super) fn skip_number(&mut self) -> Result<bool, Error> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.skip_digits(),
            _ => return Err(self.unexpected("expected a digit")),
        }
        let mut is_integer = true;
        if self.byte() == Some(b'.') {
            is_integer = false;
            self.at += 1;
            self.some_digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            is_integer = false;
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.some_digits()?;
        }
        match self.byte() {
            Some(b'0'..=b'9') => Err(self.unexpected("found a number with a leading zero")),
            _ => Ok(is_integer),
        }
    }

    fn some_digits(&mut self) -> Result<(), Error> {
        match self.byte() {
            Some(b'0'..=b'9') => {
                self.skip_digits();
                Ok(())
            }
            _ => Err(self.unexpected("expected a digit")),
        }
    }

    fn skip_digits(&mut self) {
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
    }

    fn byte(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }
}
