//! `one_of("a", "b")`: one of these texts.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `one_of` fits: any [`Text`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `one_of` does not fit a member of type `{Self}`",
    label = "not text",
    note = "it fits strings, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Text`"
)]
pub trait OneOfRule: Text {}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> OneOfRule for T {}

/// Checks that text is one of `choices`, exactly.
#[inline]
pub fn one_of<T: OneOfRule + ?Sized>(validator: &mut Validator<'_>, value: &T, choices: &'static [&'static str]) {
    match value.text() {
        Some(text) if !choices.contains(&text) => validator.report_rule(Rule::OneOf(choices), Found::Text(text)),
        _ => {}
    }
}
