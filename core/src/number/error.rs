//! `NumberError`: a failed conversion from or into a `Number`.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::repr::Number;
use crate::text::Excerpt;

/// The error for a failed conversion from or into a [`Number`].
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
    /// Creates the error for NaN or an infinity.
    #[cold]
    pub(super) fn not_finite(value: f64) -> Self {
        Self(Problem::NotFinite(if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        }))
    }

    /// Creates the error for text that is not a JSON number, or one that no `f64` can hold.
    pub(super) fn not_json(text: &str) -> Self {
        Self(Problem::NotJson(format!("{:?}", Excerpt::short(text))))
    }

    /// Creates the error for a 128-bit integer that no `Number` holds exactly.
    pub(super) fn too_wide() -> Self {
        Self(Problem::TooWide)
    }

    /// Creates the error for a number that is not an integer of the type `into`.
    #[cold]
    pub(super) fn not_an_integer(number: Number, into: &'static str) -> Self {
        Self(if number.is_integer() { Problem::DoesNotFit(number, into) } else { Problem::NotWhole(number) })
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
