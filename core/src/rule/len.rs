//! `len(a..=b)`: the number of characters or items.

use super::length::Length;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks the number of characters (Unicode scalar values) or items. Both ends are included.
#[inline]
pub fn len<T: Length + ?Sized>(validator: &mut Validator<'_>, value: &T, min: Option<u64>, max: Option<u64>) {
    let Some(length) = value.length() else { return };
    if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
        validator.report_rule(Rule::Len { min, max }, Found::Length(length, T::UNIT));
    }
}
