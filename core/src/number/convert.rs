//! `Number` from and into the number types of the language, and comparison with them.

use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use super::{Number, Repr, TWO_POW_63, TWO_POW_64};
use crate::text::Excerpt;

/// Why a conversion from or into a [`Number`] is not possible.
///
/// ```
/// use response_event::Number;
///
/// let number = Number::try_from(9914.45)?;
/// assert_eq!(u8::try_from(number).unwrap_err().to_string(), "`9914.45` is not a whole number");
/// assert_eq!(u8::try_from(Number::from(300)).unwrap_err().to_string(), "`300` does not fit in `u8`");
/// # Ok::<(), response_event::NumberError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError(Problem);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    NotFinite(&'static str),
    /// An excerpt of the text.
    NotJson(String),
    TooWide,
    NotWhole(Number),
    DoesNotFit(Number, &'static str),
}

impl NumberError {
    pub(super) fn not_json(text: &str) -> Self {
        Self(Problem::NotJson(format!("{:?}", Excerpt::short(text))))
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Problem::NotFinite(value) => write!(f, "`{value}` is not a JSON number"),
            Problem::NotJson(text) => write!(f, "{text} is not a finite JSON number"),
            Problem::TooWide => {
                f.write_str("the integer is outside `i64::MIN..=u64::MAX` and no `f64` holds it exactly")
            }
            Problem::NotWhole(number) => write!(f, "`{number}` is not a whole number"),
            Problem::DoesNotFit(number, into) => write!(f, "`{number}` does not fit in `{into}`"),
        }
    }
}

impl core::error::Error for NumberError {}

impl TryFrom<f64> for Number {
    type Error = NumberError;

    /// Fails for NaN and the infinities.
    #[inline]
    fn try_from(value: f64) -> Result<Self, NumberError> {
        if value.is_finite() {
            Ok(Self::from_finite(value))
        } else {
            let name = if value.is_nan() {
                "NaN"
            } else if value > 0.0 {
                "inf"
            } else {
                "-inf"
            };
            Err(NumberError(Problem::NotFinite(name)))
        }
    }
}

/// The nearest `f64`, as [`Number::as_f64`] gives it.
impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.as_f64()
    }
}

impl PartialEq<f64> for Number {
    fn eq(&self, other: &f64) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialEq<Number> for f64 {
    fn eq(&self, other: &Number) -> bool {
        other == self
    }
}

/// Exact, also for whole numbers that an `f64` cannot hold; nothing is comparable with NaN.
impl PartialOrd<f64> for Number {
    fn partial_cmp(&self, other: &f64) -> Option<Ordering> {
        match Self::try_from(*other) {
            Ok(other) => Some(self.cmp(&other)),
            // Every number lies between the infinities, as 0 does.
            Err(_) => 0.0.partial_cmp(other),
        }
    }
}

impl PartialOrd<Number> for f64 {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        other.partial_cmp(self).map(Ordering::reverse)
    }
}

macro_rules! integers {
    ($($make:ident: $($int:ident)*;)*) => {$($(
        impl From<$int> for Number {
            #[inline]
            // `From` does not lead from `usize` to `u64`; no target has a wider `usize`.
            #[allow(clippy::cast_lossless)]
            fn from(value: $int) -> Self {
                Self::$make(value as _)
            }
        }

        impl TryFrom<Number> for $int {
            type Error = NumberError;

            /// Fails if the number has a fraction or does not fit.
            fn try_from(number: Number) -> Result<Self, NumberError> {
                let value = match number.0 {
                    Repr::Whole(value) => value.try_into().ok(),
                    Repr::Negative(value) => value.try_into().ok(),
                    Repr::Float(_) => None,
                };
                value.ok_or_else(|| misfit(number, stringify!($int)))
            }
        }

        impl PartialEq<$int> for Number {
            fn eq(&self, other: &$int) -> bool {
                *self == Self::from(*other)
            }
        }

        impl PartialEq<Number> for $int {
            fn eq(&self, other: &Number) -> bool {
                Number::from(*self) == *other
            }
        }

        impl PartialOrd<$int> for Number {
            fn partial_cmp(&self, other: &$int) -> Option<Ordering> {
                Some(self.cmp(&Self::from(*other)))
            }
        }

        impl PartialOrd<Number> for $int {
            fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
                Some(Number::from(*self).cmp(other))
            }
        }
    )*)*};
}

integers! {
    from_unsigned: u8 u16 u32 u64 usize;
    from_signed: i8 i16 i32 i64 isize;
}

/// Why `number` is not an integer of the type `into`.
#[cold]
fn misfit(number: Number, into: &'static str) -> NumberError {
    NumberError(if number.is_integer() { Problem::DoesNotFit(number, into) } else { Problem::NotWhole(number) })
}

impl TryFrom<u128> for Number {
    type Error = NumberError;

    /// Fails for an integer beyond `u64::MAX` that no `f64` holds exactly.
    fn try_from(value: u128) -> Result<Self, NumberError> {
        if let Ok(value) = u64::try_from(value) {
            return Ok(Self::from_unsigned(value));
        }
        let number = Self::nearest_to_u128(value);
        if u128::try_from(number) == Ok(value) { Ok(number) } else { Err(NumberError(Problem::TooWide)) }
    }
}

impl TryFrom<i128> for Number {
    type Error = NumberError;

    /// Fails for an integer outside `i64::MIN..=u64::MAX` that no `f64` holds exactly.
    fn try_from(value: i128) -> Result<Self, NumberError> {
        if let Ok(value) = i64::try_from(value) {
            return Ok(Self::from_signed(value));
        }
        if let Ok(value) = u128::try_from(value) {
            return Self::try_from(value);
        }
        let number = Self::nearest_to_i128(value);
        if i128::try_from(number) == Ok(value) { Ok(number) } else { Err(NumberError(Problem::TooWide)) }
    }
}

#[allow(clippy::cast_precision_loss)] // the nearest is what is promised
impl Number {
    /// The number itself up to `u64::MAX`, beyond it the nearest `f64`.
    pub(super) fn nearest_to_u128(value: u128) -> Self {
        u64::try_from(value).map_or_else(|_| Self::from_finite(value as f64), Self::from_unsigned)
    }

    /// The number itself in `i64::MIN..=u64::MAX`, outside it the nearest `f64`.
    pub(super) fn nearest_to_i128(value: i128) -> Self {
        match (i64::try_from(value), u128::try_from(value)) {
            (Ok(value), _) => Self::from_signed(value),
            (_, Ok(value)) => Self::nearest_to_u128(value),
            (Err(_), Err(_)) => Self::from_finite(value as f64),
        }
    }
}

macro_rules! wide_integers {
    ($($int:ident: $range:expr;)*) => {$(
        impl TryFrom<Number> for $int {
            type Error = NumberError;

            /// Fails if the number has a fraction or does not fit.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the guard sees to it
            fn try_from(number: Number) -> Result<Self, NumberError> {
                let value = match number.0 {
                    Repr::Whole(value) => value.try_into().ok(),
                    Repr::Negative(value) => value.try_into().ok(),
                    Repr::Float(value) if number.is_integer() && $range.contains(&value) => Some(value as Self),
                    Repr::Float(_) => None,
                };
                value.ok_or_else(|| misfit(number, stringify!($int)))
            }
        }
    )*};
}

wide_integers! {
    u128: (0.0..TWO_POW_64 * TWO_POW_64);
    i128: (-TWO_POW_63 * TWO_POW_64..TWO_POW_63 * TWO_POW_64);
}
