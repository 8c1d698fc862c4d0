//! `base64`: text that is base64.

use super::text::Text;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// Checks that text is base64 of RFC 4648 §4, as used for image data.
///
/// The alphabet is the standard one (`+` and `/`, not the URL-safe `-` and `_`). Padding is required, line breaks and spaces
/// are not allowed, and the surplus bits of the last character must be zero (`QQ==`, not `QR==`). Empty text is base64.
#[inline]
pub fn base64<T: Text + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    match value.text() {
        Some(text) if base64_simd::STANDARD.check(text.as_bytes()).is_err() => {
            validator.report_rule(Rule::Base64, Found::BadBase64(text));
        }
        _ => {}
    }
}
