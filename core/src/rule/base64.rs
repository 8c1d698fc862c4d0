//! `base64`: text that is base64.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that the rule `base64` fits: any [`Text`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `base64` does not fit a member of type `{Self}`",
    label = "not text",
    note = "it fits strings, also inside `Option` or `Box`; for a type of your own implement `response_event::rule::Text`"
)]
pub trait Base64Rule: Text {}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> Base64Rule for T {}

/// Checks that text is base64 of RFC 4648 §4, as used for image data.
///
/// The alphabet is the standard one (`+` and `/`, not the URL-safe `-` and `_`). Padding is required, line breaks and spaces
/// are not allowed, and the surplus bits of the last character must be zero (`QQ==`, not `QR==`). Empty text is base64.
#[inline]
pub fn base64<T: Base64Rule + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    match value.text() {
        Some(text) if base64_simd::STANDARD.check(text.as_bytes()).is_err() => {
            validator.report_rule(Rule::Base64, Found::BadBase64(text));
        }
        _ => {}
    }
}
