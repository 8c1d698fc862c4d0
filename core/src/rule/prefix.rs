//! `prefix("…")`: text that starts with the prefix.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `prefix` fits: any [`Text`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `prefix` does not fit a member of type `{Self}`",
    label = "not text",
    note = "it fits strings, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Text`"
)]
pub trait PrefixRule: Text {}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> PrefixRule for T {}

/// Checks that text starts with `prefix`.
#[inline]
pub fn prefix<T: PrefixRule + ?Sized>(validator: &mut Validator<'_>, value: &T, prefix: &'static str) {
    match value.text() {
        Some(text) if !text.starts_with(prefix) => validator.report_rule(Rule::Prefix(prefix), Found::Text(text)),
        _ => {}
    }
}
