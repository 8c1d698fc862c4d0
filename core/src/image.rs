//! Images that come as base64: decoding them, and their formats.

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

/// Characters of base64 that hold the header of an image: 12 bytes.
#[cfg(any(feature = "checker", feature = "emitter"))]
const HEADER: usize = 16;

/// Returns the format of an image in base64 if it is another one than claimed, as far as both are known.
#[cfg(any(feature = "checker", feature = "emitter"))]
pub(crate) fn contradicts(claimed: &str, image: &str) -> Option<&'static str> {
    let found = format_of(image)?;
    let is_same = claimed.eq_ignore_ascii_case(found) || (found == "jpeg" && claimed.eq_ignore_ascii_case("jpg"));
    let is_known = ["png", "jpeg", "jpg", "webp", "gif"].iter().any(|known| claimed.eq_ignore_ascii_case(known));
    (is_known && !is_same).then_some(found)
}

/// Returns the format of an image in base64, by its first bytes; `None` if they are of no format that is known here.
#[cfg(any(feature = "checker", feature = "emitter"))]
fn format_of(image: &str) -> Option<&'static str> {
    let header = image.as_bytes().get(..HEADER)?;
    let bytes = base64_simd::STANDARD.decode_to_vec(header).ok()?;
    match &*bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Some("webp"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        _ => None,
    }
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
