//! `integer`: a whole number.

use super::numeric::Numeric;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that a number is whole, of any size and sign. `30.0` is whole, `30.5` is not.
#[inline]
pub fn integer<T: Numeric + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    match value.number() {
        Some(number) if !number.is_integer() => validator.report_rule(Rule::Integer, Found::Number(number)),
        _ => {}
    }
}
