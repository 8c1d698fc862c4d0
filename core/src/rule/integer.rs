//! `integer`: a whole number.

use super::numeric::Numeric;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `integer` fits: any [`Numeric`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `integer` does not fit a member of type `{Self}`",
    label = "not a number",
    note = "it fits integers, floats and `Number`, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Numeric`"
)]
pub trait IntegerRule: Numeric {}

#[diagnostic::do_not_recommend]
impl<T: Numeric + ?Sized> IntegerRule for T {}

/// Checks that a number is whole, of any size and sign. `30.0` is whole, `30.5` is not.
#[inline]
pub fn integer<T: IntegerRule + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    match value.number() {
        Some(number) if !number.is_integer() => validator.report_rule(Rule::Integer, Found::Number(number)),
        _ => {}
    }
}
