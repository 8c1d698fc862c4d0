//! `nested`: the value's own rules.

use crate::validate::{Validate, Validator};

/// Checks the rules of the value itself; of each item, if it is a list or a map.
#[inline]
pub fn nested<T: Validate + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    value.check(validator);
}
