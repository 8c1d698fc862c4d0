//! `Number`: a finite JSON number and its order.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

/// A finite JSON number, such as the `output_index` of an event.
///
/// The documents say `number` for members that every server fills with a whole number, and print `9914.45` as an
/// example. A `u64` cannot read that example; an `f64` would write `0.0` where other readers want an integer. A `Number`
/// reads both and writes both as they were meant:
///
/// - Whole numbers from `i64::MIN` to `u64::MAX` are kept exactly and written without a fraction: `0`, never `0.0`;
///   `30.0` and `1e3` are read as 30 and 1000.
/// - Any other number is an `f64`, written as the shortest text that reads back. Integers beyond `u64::MAX` are rounded
///   to the nearest `f64`, as JSON readers do.
/// - `-0` is 0. NaN and the infinities cannot be built.
///
/// Equality, order and hash are those of the numeric value, exactly: no comparison goes through a rounded cast.
///
/// ```
/// use response_event::Number;
///
/// let index: Number = serde_json::from_str("9914.45")?;
/// assert_eq!(index, 9914.45);
/// assert_eq!(index.as_index(), None);
///
/// let index: Number = serde_json::from_str("3.0")?;
/// assert_eq!(index, 3);
/// assert_eq!(index.as_index(), Some(3));
/// assert_eq!(serde_json::to_string(&index)?, "3");
///
/// assert!(Number::try_from(f64::NAN).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # In other formats
///
/// In text formats it is an integer or a float, as in JSON. Binary formats get a 64-bit float always, because formats
/// without type marks (postcard, bincode) need one fixed type; a whole number that an `f64` cannot hold exactly (beyond
/// 2⁵³, mostly) is an error there, not another number.
#[derive(Clone, Copy)]
pub struct Number(pub(super) Repr);

/// Each number has one form only, so forms that differ are numbers that differ.
#[derive(Clone, Copy)]
pub(super) enum Repr {
    /// 0 to `u64::MAX`
    Whole(u64),
    /// `i64::MIN` to −1
    Negative(i64),
    /// Finite, and either not whole or outside `i64::MIN..=u64::MAX`; so never a zero.
    Float(f64),
}

// Both are powers of two, so exact.
pub(super) const TWO_POW_63: f64 = 9_223_372_036_854_775_808.0;
pub(super) const TWO_POW_64: f64 = 18_446_744_073_709_551_616.0;

impl Number {
    pub(crate) const ZERO: Self = Self(Repr::Whole(0));

    /// Creates a whole number, for generated code.
    ///
    /// # Panics
    ///
    /// If `value` is outside `i64::MIN..=u64::MAX`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `assert` sees to it
    pub(crate) const fn whole(value: i128) -> Self {
        assert!(value >= i64::MIN as i128 && value <= u64::MAX as i128, "a whole number is in `i64::MIN..=u64::MAX`");
        if value < 0 { Self(Repr::Negative(value as i64)) } else { Self(Repr::Whole(value as u64)) }
    }

    /// Creates a number from a float, for generated code.
    ///
    /// # Panics
    ///
    /// If `value` is NaN or infinite.
    pub(crate) const fn fraction(value: f64) -> Self {
        assert!(value.is_finite(), "a number is finite");
        Self::from_finite(value)
    }

    pub(super) const fn from_unsigned(value: u64) -> Self {
        Self(Repr::Whole(value))
    }

    pub(super) const fn from_signed(value: i64) -> Self {
        if value < 0 { Self(Repr::Negative(value)) } else { Self(Repr::Whole(value.unsigned_abs())) }
    }

    /// Creates a number from a finite float, in the one form that such a number has.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, clippy::float_cmp)]
    pub(super) const fn from_finite(value: f64) -> Self {
        // Casting to an integer drops the fraction, and casting a float that had none back gives the same float.
        if 0.0 <= value && value < TWO_POW_64 {
            let whole = value as u64;
            if whole as f64 == value {
                return Self(Repr::Whole(whole));
            }
        } else if -TWO_POW_63 <= value && value < 0.0 {
            let whole = value as i64;
            if whole as f64 == value {
                return Self(Repr::Negative(whole));
            }
        }
        Self(Repr::Float(value))
    }

    /// Creates the number itself up to `u64::MAX`, beyond it the nearest `f64`.
    #[allow(clippy::cast_precision_loss)] // the nearest is what is promised
    pub(super) fn nearest_to_u128(value: u128) -> Self {
        u64::try_from(value).map_or_else(|_| Self::from_finite(value as f64), Self::from_unsigned)
    }

    /// Creates the number itself in `i64::MIN..=u64::MAX`, outside it the nearest `f64`.
    #[allow(clippy::cast_precision_loss)] // the nearest is what is promised
    pub(super) fn nearest_to_i128(value: i128) -> Self {
        match (i64::try_from(value), u128::try_from(value)) {
            (Ok(value), _) => Self::from_signed(value),
            (_, Ok(value)) => Self::nearest_to_u128(value),
            (Err(_), Err(_)) => Self::from_finite(value as f64),
        }
    }

    /// Returns the number as a `u64`, if it is one.
    #[inline]
    pub const fn as_u64(self) -> Option<u64> {
        match self.0 {
            Repr::Whole(value) => Some(value),
            Repr::Negative(_) | Repr::Float(_) => None,
        }
    }

    /// Returns the number as an `i64`, if it is one.
    #[inline]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Repr::Whole(value) => i64::try_from(value).ok(),
            Repr::Negative(value) => Some(value),
            Repr::Float(_) => None,
        }
    }

    /// Returns the nearest `f64`: the number itself, unless it is a whole number beyond 2⁵³.
    #[inline]
    #[allow(clippy::cast_precision_loss)] // the nearest is what is promised
    pub const fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Whole(value) => value as f64,
            Repr::Negative(value) => value as f64,
            Repr::Float(value) => value,
        }
    }

    /// Returns the number as an index of a list, if it is whole, not negative and not beyond `usize::MAX`.
    #[inline]
    pub fn as_index(self) -> Option<usize> {
        usize::try_from(self.as_u64()?).ok()
    }

    /// Returns `true` if the number has no fraction, however large it is.
    #[inline]
    pub const fn is_integer(self) -> bool {
        match self.0 {
            Repr::Whole(_) | Repr::Negative(_) => true,
            // A float of this size has no bits left for a fraction.
            Repr::Float(value) => value >= TWO_POW_64 || value < -TWO_POW_63,
        }
    }

    /// Returns `true` if the number is less than 0.
    #[inline]
    pub const fn is_negative(self) -> bool {
        match self.0 {
            Repr::Whole(_) => false,
            Repr::Negative(_) => true,
            Repr::Float(value) => value < 0.0,
        }
    }

    /// Returns the number as an `f64`, if no digit is lost.
    pub(super) fn as_exact_f64(self) -> Option<f64> {
        let value = self.as_f64();
        (Self::from_finite(value) == self).then_some(value)
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::ZERO
    }
}

impl PartialEq for Number {
    #[inline]
    #[allow(clippy::float_cmp)] // it is exact equality that is asked for
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Repr::Whole(one), Repr::Whole(other)) => one == other,
            (Repr::Negative(one), Repr::Negative(other)) => one == other,
            (Repr::Float(one), Repr::Float(other)) => one == other,
            (Repr::Whole(_) | Repr::Negative(_) | Repr::Float(_), _) => false,
        }
    }
}

// A float in a `Number` is never NaN.
impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.0 {
            Repr::Whole(value) => (0_u8, value).hash(state),
            Repr::Negative(value) => (1_u8, value).hash(state),
            // Never a zero or NaN, so equal floats have equal bits.
            Repr::Float(value) => (2_u8, value.to_bits()).hash(state),
        }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Repr::Whole(one), Repr::Whole(other)) => one.cmp(&other),
            (Repr::Negative(one), Repr::Negative(other)) => one.cmp(&other),
            (Repr::Whole(_), Repr::Negative(_)) => Ordering::Greater,
            (Repr::Negative(_), Repr::Whole(_)) => Ordering::Less,
            // Without NaN and zeros this is the numeric order.
            (Repr::Float(one), Repr::Float(other)) => one.total_cmp(&other),
            (Repr::Float(one), Repr::Whole(other)) => cmp_to_whole(one, other.into()),
            (Repr::Float(one), Repr::Negative(other)) => cmp_to_whole(one, other.into()),
            (Repr::Whole(one), Repr::Float(other)) => cmp_to_whole(other, one.into()).reverse(),
            (Repr::Negative(one), Repr::Float(other)) => cmp_to_whole(other, one.into()).reverse(),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares the float of a [`Repr::Float`] with a whole number in `i64::MIN..=u64::MAX`; they are never equal.
#[allow(clippy::cast_possible_truncation)] // in that arm the value is within 64 bits
fn cmp_to_whole(float: f64, whole: i128) -> Ordering {
    if float >= TWO_POW_64 {
        Ordering::Greater
    } else if float < -TWO_POW_63 {
        Ordering::Less
    } else {
        // The cast drops the fraction, so the float lies beyond the result, on the side away from zero.
        let side = if float > 0.0 { Ordering::Greater } else { Ordering::Less };
        (float as i128).cmp(&whole).then(side)
    }
}
