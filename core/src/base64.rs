//! Base64 of RFC 4648 §4.

/// Returns the offset in bytes at which `text` stops being base64.
///
/// It is the offset of the first byte that cannot be there: outside the alphabet, a `=` too early, or anything after
/// complete padding. If only the surplus bits of the last character are wrong, it is the offset of that character. If no
/// byte is wrong, it is the length of `text`; then `text` is valid if its length is a multiple of 4, or else cut off.
pub(crate) fn first_bad_offset(text: &[u8]) -> usize {
    let end = text.iter().position(|byte| value_of(*byte).is_none()).unwrap_or(text.len());
    let (characters, rest) = text.split_at(end);
    // The padding that completes the last group, and the bits of the last character that no byte takes.
    let (padding, surplus): (&[u8], u8) = match end % 4 {
        2 => (b"==", 0b1111),
        3 => (b"=", 0b11),
        _ => return end,
    };
    let last = characters.last().and_then(|last| value_of(*last)).unwrap_or_default();
    if last & surplus == 0 {
        end + rest.iter().zip(padding).take_while(|(byte, wanted)| byte == wanted).count()
    } else if rest == padding {
        end - 1
    } else {
        end
    }
}

/// Returns the 6 bits that a character encodes.
const fn value_of(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}
