//! `range(a..=b)`: a number within two ends.

use super::numeric::Numeric;
use crate::number::Number;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that a number is within the given ends, which are included. The comparison is exact, without rounding. NaN and
/// the infinities are outside every range.
#[inline]
pub fn range<T: Numeric + ?Sized>(validator: &mut Validator<'_>, value: &T, min: Option<Number>, max: Option<Number>) {
    match value.number() {
        Some(number) if !number.is_within(min, max) => {
            validator.report_rule(Rule::Range { min, max }, Found::Number(number));
        }
        _ => {}
    }
}
