//! `NumericValue`: a number of any Rust type.

use core::cmp::Ordering;
use core::fmt;

use super::repr::Number;

/// The number that a [`Numeric`](crate::rule::Numeric) type holds. Create it with `From`.
///
/// Unlike a [`Number`], it holds 128-bit integers exactly, and NaN and the infinities. Those three break every rule.
#[derive(Clone, Copy, Debug)]
pub struct NumericValue(Value);

#[derive(Clone, Copy, Debug)]
enum Value {
    Number(Number),
    /// More than `u64::MAX`.
    Large(u128),
    /// Less than `i64::MIN`.
    Small(i128),
    NotFinite(f64),
}

impl NumericValue {
    /// Returns the number, if it is a [`Number`].
    pub(crate) fn as_number(self) -> Option<Number> {
        match self.0 {
            Value::Number(number) => Some(number),
            Value::Large(_) | Value::Small(_) | Value::NotFinite(_) => None,
        }
    }

    /// Returns `true` if the number fits in a `u64`, as nearly every index does.
    #[inline]
    pub(crate) fn is_index(self) -> bool {
        matches!(self.0, Value::Number(number) if number.as_u64().is_some())
    }

    /// Returns `true` if the number is not negative, which is the contract part of the rule `index`.
    #[inline]
    pub(crate) fn is_zero_or_more(self) -> bool {
        match self.0 {
            Value::Number(number) => !number.is_negative(),
            Value::Large(_) => true,
            Value::Small(_) | Value::NotFinite(_) => false,
        }
    }

    /// Returns `true` if the number has no fraction.
    #[inline]
    pub(crate) fn is_integer(self) -> bool {
        match self.0 {
            Value::Number(number) => number.is_integer(),
            Value::Large(_) | Value::Small(_) => true,
            Value::NotFinite(_) => false,
        }
    }

    /// Returns `true` if the number is within both ends, which are included.
    #[inline]
    pub(crate) fn is_within(self, min: Option<Number>, max: Option<Number>) -> bool {
        let not_below = min.is_none_or(|min| self.cmp_to(min).is_some_and(Ordering::is_ge));
        not_below && max.is_none_or(|max| self.cmp_to(max).is_some_and(Ordering::is_le))
    }

    /// Compares the number with `end`. Returns `None` for NaN and the infinities.
    #[inline]
    fn cmp_to(self, end: Number) -> Option<Ordering> {
        match self.0 {
            Value::Number(number) => Some(number.cmp(&end)),
            // An end that is no integer of the same type has a fraction, so it is small, or it is outside that type.
            Value::Large(value) => Some(match u128::try_from(end) {
                Ok(end) => value.cmp(&end),
                Err(_) if end.is_integer() && !end.is_negative() => Ordering::Less,
                Err(_) => Ordering::Greater,
            }),
            Value::Small(value) => Some(match i128::try_from(end) {
                Ok(end) => value.cmp(&end),
                Err(_) if end.is_integer() && end.is_negative() => Ordering::Greater,
                Err(_) => Ordering::Less,
            }),
            Value::NotFinite(_) => None,
        }
    }
}

impl fmt::Display for NumericValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Number(number) => number.fmt(f),
            Value::Large(value) => value.fmt(f),
            Value::Small(value) => value.fmt(f),
            Value::NotFinite(value) => value.fmt(f),
        }
    }
}

impl From<Number> for NumericValue {
    #[inline]
    fn from(number: Number) -> Self {
        Self(Value::Number(number))
    }
}

impl From<f64> for NumericValue {
    #[inline]
    fn from(value: f64) -> Self {
        Self(Number::try_from(value).map_or(Value::NotFinite(value), Value::Number))
    }
}

/// Takes the exact value, which for `0.1` is a little more than 0.1.
impl From<f32> for NumericValue {
    #[inline]
    fn from(value: f32) -> Self {
        f64::from(value).into()
    }
}

impl From<u128> for NumericValue {
    #[inline]
    fn from(value: u128) -> Self {
        Self(u64::try_from(value).map_or(Value::Large(value), |value| Value::Number(value.into())))
    }
}

impl From<i128> for NumericValue {
    #[inline]
    fn from(value: i128) -> Self {
        match (i64::try_from(value), u128::try_from(value)) {
            (Ok(value), _) => Self(Value::Number(value.into())),
            (_, Ok(value)) => value.into(),
            (Err(_), Err(_)) => Self(Value::Small(value)),
        }
    }
}

macro_rules! readings {
    ($($int:ident)*) => {$(
        impl From<$int> for NumericValue {
            #[inline]
            fn from(value: $int) -> Self {
                Number::from(value).into()
            }
        }
    )*};
}

readings! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }
