//! Base64 of RFC 4648 §4.

/// Where `text` stops being base64 as the rule wants it, in bytes.
///
/// That is the first byte that cannot stand where it is: not in the alphabet, a `=` before its place, or anything behind
/// a complete padding. If all that is wrong are bits of the last character that should be zero, it is that character.
/// If no byte is wrong it is the length of `text`, which then is valid if that is a multiple of 4 and else ends too early.
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

/// The 6 bits that a character stands for.
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
