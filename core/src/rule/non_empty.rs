//! `non_empty`: at least one character or item.

use super::length::Length;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that there is at least one character or item.
#[inline]
pub fn non_empty<T: Length + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    if value.has_length_zero() {
        validator.report_rule(Rule::NonEmpty, Found::Length(0, T::UNIT));
    }
}
