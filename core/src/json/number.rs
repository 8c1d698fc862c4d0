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
        // Up to 19 digits fit. Anything but a plain integer in compact JSON is left to the other function.
        while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            at += 1;
        }
        let digits = at - self.at;
        let has_leading_zero = digits > 1 && bytes.get(self.at) == Some(&b'0');
        if matches!(bytes.get(at), Some(b',' | b'}')) && digits.wrapping_sub(1) < 19 && !has_leading_zero {
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

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};

    use serde::de::value::Error as ValueError;
    use serde::{Deserialize, Deserializer};

    use super::*;

    const DIGIT: &str = "expected a digit";
    const ZERO: &str = "found a number with a leading zero";
    const CUT: &str = "the text ends in the middle of a value";
    const RANGE_64: &str = "found a number that is out of range of a 64-bit float";
    const RANGE_32: &str = "found a number that is out of range of a 32-bit float";

    #[test]
    fn integers_of_64_bits_are_exact_and_other_numbers_are_floats() {
        for (text, expected) in [
            ("0", Parsed::Unsigned(0)),
            ("7", Parsed::Unsigned(7)),
            ("9", Parsed::Unsigned(9)),
            ("10", Parsed::Unsigned(10)),
            ("-9", Parsed::Signed(-9)),
            ("-99", Parsed::Signed(-99)),
            ("9.9e9", Parsed::Float(9.9e9)),
            ("0.09E-09", Parsed::Float(9e-11)),
            ("9999999999999999999", Parsed::Unsigned(9_999_999_999_999_999_999)),
            ("10000000000000000000", Parsed::Unsigned(10_000_000_000_000_000_000)),
            ("18446744073709551615", Parsed::Unsigned(u64::MAX)),
            ("18446744073709551616", Parsed::Float(18_446_744_073_709_551_616.0)),
            ("100000000000000000000", Parsed::Float(1e20)),
            ("-1", Parsed::Signed(-1)),
            ("-9223372036854775808", Parsed::Signed(i64::MIN)),
            ("-9223372036854775809", Parsed::Float(-9_223_372_036_854_775_808.0)),
            ("0.0", Parsed::Float(0.0)),
            ("1.0", Parsed::Float(1.0)),
            ("0.5", Parsed::Float(0.5)),
            ("10.25", Parsed::Float(10.25)),
            ("0e0", Parsed::Float(0.0)),
            ("1e2", Parsed::Float(100.0)),
            ("1E+2", Parsed::Float(100.0)),
            ("15e-1", Parsed::Float(1.5)),
            ("-1.5E-3", Parsed::Float(-0.0015)),
            ("1e308", Parsed::Float(1e308)),
            ("5e-324", Parsed::Float(5e-324)),
            ("1e-400", Parsed::Float(0.0)),
            ("1.7976931348623157e308", Parsed::Float(f64::MAX)),
            ("123456789.123456789123456789", Parsed::Float(123_456_789.123_456_79)),
        ] {
            for after in ["", ",", "]", " ", "x", "-"] {
                let whole = format!("{text}{after}");
                let mut reader = Reader::new(&whole);
                assert_eq!(reader.number().unwrap(), expected, "{whole}");
                assert_eq!(reader.at, text.len(), "{whole}");
            }
            assert_eq!(Reader::new(text).number_text().unwrap(), text);
            let is_integer = !text.contains(['.', 'e', 'E']);
            assert_eq!(Reader::new(text).skip_number().unwrap(), is_integer, "{text}");
            assert_eq!(expected.visit::<_, ValueError>(ParsedVisitor), Ok(expected), "{text}");
            let theirs = serde_json::Deserializer::from_str(text).deserialize_f64(ParsedVisitor).unwrap();
            assert_eq!(theirs, expected, "{text}: serde_json");
        }
    }

    /// Takes a number as it is.
    struct ParsedVisitor;

    impl Visitor<'_> for ParsedVisitor {
        type Value = Parsed;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("a number")
        }

        fn visit_u64<E>(self, value: u64) -> Result<Parsed, E> {
            Ok(Parsed::Unsigned(value))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Parsed, E> {
            Ok(Parsed::Signed(value))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Parsed, E> {
            Ok(Parsed::Float(value))
        }
    }

    #[test]
    fn zero_keeps_its_sign() {
        for (text, is_negative) in [("-0", true), ("-0.0", true), ("-0e1", true), ("-1e-400", true), ("0.0", false)] {
            let Parsed::Float(value) = Reader::new(text).number().unwrap() else { panic!("{text} is an integer") };
            assert_eq!((value, value.is_sign_negative()), (0.0, is_negative), "{text}");
        }
    }

    #[test]
    fn a_malformed_number_is_an_error_at_the_byte_that_is_wrong() {
        for (text, message, offset) in [
            ("-", CUT, 1),
            ("-a", DIGIT, 1),
            ("--1", DIGIT, 1),
            ("00", ZERO, 1),
            ("01", ZERO, 1),
            ("09", ZERO, 1),
            ("-01", ZERO, 2),
            ("1.", CUT, 2),
            ("1.,", DIGIT, 2),
            ("1.e1", DIGIT, 2),
            ("1e", CUT, 2),
            ("1e,", DIGIT, 2),
            ("1e+", CUT, 3),
            ("1e-x", DIGIT, 3),
            ("1e+-1", DIGIT, 3),
            ("1.5e", CUT, 4),
        ] {
            assert_eq!(Reader::new(text).number().unwrap_err().parts(), (message, offset, String::new()), "{text}");
            assert_eq!(
                Reader::new(text).skip_number().unwrap_err().parts(),
                (message, offset, String::new()),
                "{text}"
            );
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_err(), "{text}: serde_json");
        }
    }

    #[test]
    fn a_number_out_of_range_is_skipped_but_not_read() {
        for text in ["1e309", "-1e309", "1e99999999999", "17976931348623159e292"] {
            let whole = format!(" {text}");
            let mut reader = Reader::new(&whole);
            reader.at = 1;
            assert_eq!(reader.number().unwrap_err().parts(), (RANGE_64, 1, String::new()), "{text}");
            assert!(matches!(Reader::new(text).skip_number(), Ok(false)), "{text}");
            assert!(serde_json::from_str::<f64>(text).is_err(), "{text}: serde_json");
        }
    }

    #[test]
    fn a_float_of_32_bits_is_rounded_once() {
        for (text, expected) in [
            ("3", Parsed::Unsigned(3)),
            ("-3", Parsed::Signed(-3)),
            ("0.1", Parsed::Float(0.1_f32.into())),
            // One more than half way between two floats: as 64 bits it would be half way, and round down.
            ("1.000000059604644775390625000000001", Parsed::Float(1.000_000_1_f32.into())),
            ("3.4028235e38", Parsed::Float(f32::MAX.into())),
            ("1e-60", Parsed::Float(0.0)),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!((reader.number_in_f32().unwrap(), reader.at), (expected, text.len()), "{text}");
            let ours = f32::deserialize(&mut Reader::new(text)).unwrap();
            assert_eq!(ours.to_bits(), serde_json::from_str::<f32>(text).unwrap().to_bits(), "{text}: serde_json");
        }
        for (text, message) in [("1e39", RANGE_32), ("-3.5e38", RANGE_32), ("1e309", RANGE_64)] {
            let error = Reader::new(text).number_in_f32().unwrap_err();
            assert_eq!(error.parts(), (message, 0, String::new()), "{text}");
            assert!(serde_json::from_str::<f32>(text).is_err(), "{text}: serde_json");
        }
    }

    #[test]
    fn an_error_names_the_number_that_was_found() {
        for (text, expected) in [("7", "integer `7`"), ("-7", "integer `-7`"), ("0.5", "floating point `0.5`")] {
            assert_eq!(Reader::new(text).number().unwrap().unexpected().to_string(), expected);
        }
    }
}
