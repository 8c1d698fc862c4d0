//! `Number` from and into Rust's number types, and comparison with them.

use core::cmp::Ordering;

use super::error::NumberError;
use super::repr::{Number, Repr, TWO_POW_63, TWO_POW_64};

impl TryFrom<f64> for Number {
    type Error = NumberError;

    /// Fails for NaN and the infinities.
    #[inline]
    fn try_from(value: f64) -> Result<Self, NumberError> {
        if value.is_finite() { Ok(Self::from_finite(value)) } else { Err(NumberError::not_finite(value)) }
    }
}

/// Returns the nearest `f64`, as [`Number::as_f64`] does.
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
                value.ok_or_else(|| NumberError::not_an_integer(number, stringify!($int)))
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

impl TryFrom<u128> for Number {
    type Error = NumberError;

    /// Fails for an integer beyond `u64::MAX` that no `f64` holds exactly.
    fn try_from(value: u128) -> Result<Self, NumberError> {
        if let Ok(value) = u64::try_from(value) {
            return Ok(Self::from_unsigned(value));
        }
        let number = Self::nearest_to_u128(value);
        if u128::try_from(number) == Ok(value) { Ok(number) } else { Err(NumberError::too_wide()) }
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
        if i128::try_from(number) == Ok(value) { Ok(number) } else { Err(NumberError::too_wide()) }
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
                value.ok_or_else(|| NumberError::not_an_integer(number, stringify!($int)))
            }
        }
    )*};
}

wide_integers! {
    u128: (0.0..TWO_POW_64 * TWO_POW_64);
    i128: (-TWO_POW_63 * TWO_POW_64..TWO_POW_63 * TWO_POW_64);
}
