//! `prefix("…")`: text that starts with the prefix.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that text starts with `prefix`.
#[inline]
pub fn prefix<T: Text + ?Sized>(validator: &mut Validator<'_>, value: &T, prefix: &'static str) {
    match value.text() {
        Some(text) if !text.starts_with(prefix) => validator.report_rule(Rule::Prefix(prefix), Found::Text(text)),
        _ => {}
    }
}
