//! Decimal numbers: which of them a float holds.

use alloc::format;

/// Returns the float that is written with the digits of a JSON number, or `None` if there is none: its shortest text names
/// another number, or it is not finite.
pub(crate) fn exact_float(text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    let is_exact = value.is_finite() && Decimal::parse(text) == Decimal::parse(&format!("{value:e}"));
    is_exact.then_some(value)
}

/// A number as its digits, without zeros at either end, and the power of ten of the last of them.
struct Decimal<'a> {
    is_negative: bool,
    /// The digits before and after the point.
    digits: [&'a str; 2],
    exponent: i64,
}

impl<'a> Decimal<'a> {
    fn parse(text: &'a str) -> Self {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        // One that is out of range belongs to zero or to no float at all.
        let exponent = exponent.parse().unwrap_or(i64::MAX);
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let len = |digits: &str| i64::try_from(digits.len()).unwrap_or(i64::MAX);
        if fraction.is_empty() {
            let significant = whole.trim_end_matches('0');
            let exponent = exponent.saturating_add(len(whole) - len(significant));
            return Self { is_negative, digits: [significant, ""], exponent };
        }
        let exponent = exponent.saturating_sub(len(fraction));
        let fraction = if whole.is_empty() { fraction.trim_start_matches('0') } else { fraction };
        Self { is_negative, digits: [whole, fraction], exponent }
    }

    fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        self.digits.iter().flat_map(|digits| digits.bytes())
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        let is_zero = self.digits().next().is_none();
        self.is_negative == other.is_negative
            && self.digits().eq(other.digits())
            && (is_zero || self.exponent == other.exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_is_exact_if_it_is_written_with_the_same_digits() {
        for (text, value) in [
            ("0.1", 0.1),
            ("1.0", 1.0),
            ("1.50", 1.5),
            ("-0", -0.0),
            ("0e999999999999999999999", 0.0),
            ("1e3", 1000.0),
            ("1200", 1200.0),
            ("0.0012", 0.0012),
            ("12.0e-1", 1.2),
            ("100.25E+2", 10025.0),
            ("123456789012345680000", 123_456_789_012_345_680_000.0),
            ("5e-324", 5e-324),
            ("1.7976931348623157e308", f64::MAX),
        ] {
            assert_eq!(exact_float(text).map(f64::to_bits), Some(f64::to_bits(value)), "{text}");
        }
    }

    #[test]
    fn a_number_between_floats_or_beyond_them_is_not_exact() {
        for text in [
            "0.1000000000000000055",
            "3.14159265358979323846",
            "123456789012345678901",
            "9007199254740993.0",
            "1e400",
            "-1e400",
            "1e-400",
            "1e99999999999999999999",
            "1e-99999999999999999999",
        ] {
            assert_eq!(exact_float(text), None, "{text}");
        }
    }
}
