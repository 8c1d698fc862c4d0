//! `one_of("a", "b")`: one of these texts.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that text is one of `choices`, exactly.
#[inline]
pub fn one_of<T: Text + ?Sized>(validator: &mut Validator<'_>, value: &T, choices: &'static [&'static str]) {
    match value.text() {
        Some(text) if !choices.contains(&text) => validator.report_rule(Rule::OneOf(choices), Found::Text(text)),
        _ => {}
    }
}
