//! The bytes of an image, which comes as base64.

use alloc::vec::Vec;
use core::fmt;

use crate::base64::first_bad_offset;

/// Why an image has no bytes: its text is not base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageError {
    member: &'static str,
    offset: usize,
    len: usize,
}

impl ImageError {
    /// The bytes that the text of this member is.
    pub(crate) fn or_image(member: &'static str, text: &str) -> Result<Vec<u8>, Self> {
        let text = text.as_bytes();
        base64_simd::STANDARD.decode_to_vec(text).map_err(|_| Self {
            member,
            offset: first_bad_offset(text),
            len: text.len(),
        })
    }

    /// The offset in the text, in bytes, of the first character that is wrong; its length if the text is cut off.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { member, offset, len } = self;
        if offset == len {
            write!(
                f,
                "`{member}` ends too early, after {len} characters of base64; decode it from an event that came whole"
            )
        } else {
            write!(f, "`{member}` is not base64 at offset {offset}; expected the standard alphabet with padding")
        }
    }
}

impl core::error::Error for ImageError {}
