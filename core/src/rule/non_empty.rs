//! `non_empty`: at least one character or item.

use super::length::Length;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `non_empty` fits: any [`Length`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `non_empty` does not fit a member of type `{Self}`",
    label = "has no length",
    note = "it fits strings, lists and maps, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Length`"
)]
pub trait NonEmptyRule: Length {}

#[diagnostic::do_not_recommend]
impl<T: Length + ?Sized> NonEmptyRule for T {}

/// Checks that there is at least one character or item.
#[inline]
pub fn non_empty<T: NonEmptyRule + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    if value.has_length_zero() {
        validator.report_rule(Rule::NonEmpty, Found::Length(0, T::UNIT));
    }
}
