//! `len(a..=b)`: the number of characters or items.

use super::length::Length;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `len` fits: any [`Length`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `len` does not fit a member of type `{Self}`",
    label = "has no length",
    note = "it fits strings, lists and maps, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Length`"
)]
pub trait LenRule: Length {}

#[diagnostic::do_not_recommend]
impl<T: Length + ?Sized> LenRule for T {}

/// Checks the number of characters (Unicode scalar values) or items. Both ends are included.
#[inline]
pub fn len<T: LenRule + ?Sized>(validator: &mut Validator<'_>, value: &T, min: Option<u64>, max: Option<u64>) {
    let Some(length) = value.length() else { return };
    if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
        validator.report_rule(Rule::Len { min, max }, Found::Length(length, T::UNIT));
    }
}
