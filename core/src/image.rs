//! Decoding an image that comes as base64.

use alloc::vec::Vec;
use core::fmt;

use crate::base64::first_bad_offset;

/// Decodes the image in the field `field`, whose value is `text`.
pub(crate) fn decode(field: &'static str, text: &str) -> Result<Vec<u8>, ImageError> {
    let text = text.as_bytes();
    base64_simd::STANDARD.decode_to_vec(text).map_err(|_| ImageError {
        field,
        offset: first_bad_offset(text),
        len: Some(text.len()),
    })
}

/// The error for an image whose text is absent or not base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageError {
    field: &'static str,
    offset: usize,
    /// `None` if the field is absent.
    len: Option<usize>,
}

impl ImageError {
    #[cfg(feature = "events")]
    pub(crate) fn absent(field: &'static str) -> Self {
        Self { field, offset: 0, len: None }
    }

    /// Returns the offset in the text, in bytes, of the first wrong character, or the length of a text that is cut off
    /// or absent.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, offset, len } = self;
        match len {
            None => write!(f, "`{field}` is absent; decode the image of a completed call"),
            Some(len) if offset == len => write!(
                f,
                "`{field}` ends too early, after {len} characters of base64; decode it from an event that came whole"
            ),
            Some(_) => {
                write!(f, "`{field}` is not base64 at offset {offset}; expected the standard alphabet with padding")
            }
        }
    }
}

impl core::error::Error for ImageError {}
