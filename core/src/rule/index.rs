//! `index`: a zero-based index.

use super::numeric::Numeric;
use crate::number::NumericValue;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that a number is a zero-based index: not negative and, at the strict level, whole. The documents say `number` and
/// print `9914.45`.
///
/// A negative fraction is one violation, not two.
#[inline]
pub fn index<T: Numeric + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    match value.number() {
        Some(number) if !number.is_index() => not_an_index(validator, number),
        _ => {}
    }
}

#[cold]
fn not_an_index(validator: &mut Validator<'_>, number: NumericValue) {
    if !number.is_zero_or_more() {
        validator.report_rule(Rule::NotNegative, Found::Number(number));
    } else if !number.is_integer() {
        if let Some(mut validator) = validator.strict() {
            validator.report_rule(Rule::WholeIndex, Found::Number(number));
        }
    }
}
