//! `range(a..=b)`: a number within two ends.

use super::numeric::Numeric;
use crate::number::Number;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `range` fits: any [`Numeric`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `range` does not fit a member of type `{Self}`",
    label = "not a number",
    note = "it fits integers, floats and `Number`, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Numeric`"
)]
pub trait RangeRule: Numeric {}

#[diagnostic::do_not_recommend]
impl<T: Numeric + ?Sized> RangeRule for T {}

/// Checks that a number is within the given ends, which are included. The comparison is exact, without rounding. NaN and
/// the infinities are outside every range.
#[inline]
pub fn range<T: RangeRule + ?Sized>(
    validator: &mut Validator<'_>,
    value: &T,
    min: Option<Number>,
    max: Option<Number>,
) {
    match value.number() {
        Some(number) if !number.is_within(min, max) => {
            validator.report_rule(Rule::Range { min, max }, Found::Number(number));
        }
        _ => {}
    }
}
