//! Runs: the parts of a string without escapes.

/// Returns the offset of the first quote, backslash or control character from `start` on, or of the end of the text.
#[inline]
pub(super) fn run_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let mut at = start;
    for chunk in rest.chunks_exact(8) {
        let Some(chunk) = chunk.first_chunk() else { break };
        let ends = ends_of_run(u64::from_le_bytes(*chunk));
        if ends != 0 {
            return at + (ends.trailing_zeros() / 8) as usize;
        }
        at += 8;
        if at - start == LONG {
            return long_run_end(bytes, at);
        }
    }
    run_end_bytewise(bytes, at)
}

/// Returns `true` if nothing in a text ends a run.
#[inline]
pub(super) fn is_run(bytes: &[u8]) -> bool {
    // The last words overlap, so that no byte is looked at by itself.
    let ends = match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(last), ..) if bytes.len() <= LONG => {
            let words = bytes.chunks_exact(8).filter_map(|word| word.first_chunk::<8>()).chain([last]);
            words.fold(0, |ends, word| ends | ends_of_run(u64::from_le_bytes(*word)))
        }
        (None, Some(first), Some(last)) => {
            let last = u64::from(u32::from_le_bytes(*last)) << 32;
            high_bits_of_ends(last | u64::from(u32::from_le_bytes(*first)))
        }
        // The compiler vectorizes the loop over a long text.
        _ => return !bytes.iter().fold(false, |ends, byte| ends | ends_run(*byte)),
    };
    ends & HIGHS == 0
}

/// Does the same byte by byte, near the end of the text.
fn run_end_bytewise(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| !ends_run(*byte)) {
        at += 1;
    }
    at
}

/// Does the same in a long string, such as an image: finds its end first, and then checks what is before it.
fn long_run_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let len = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
    let run = rest.get(..len).unwrap_or_default();
    // The compiler vectorizes this loop because there is no branch in it.
    let least = run.iter().fold(u8::MAX, |least, byte| least.min(*byte));
    start + if least < 0x20 { run.iter().take_while(|byte| **byte >= 0x20).count() } else { len }
}

/// The length from which on `memchr` is faster.
pub(super) const LONG: usize = 64;

const fn ends_run(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// Sets the high bit of each of eight bytes that ends a run. Only the lowest bit that is set can be relied on.
#[inline]
const fn ends_of_run(chunk: u64) -> u64 {
    high_bits_of_ends(chunk) & HIGHS
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// Does the same; the other bits are anything.
#[inline]
const fn high_bits_of_ends(chunk: u64) -> u64 {
    // With this bit flipped, a quote is less than any plain character, as control characters are.
    let control_or_quote = (chunk ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (chunk ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !chunk
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// Finds the end of a run, one byte after the other.
    fn expected(bytes: &[u8], start: usize) -> usize {
        (start..bytes.len()).find(|at| matches!(bytes[*at], b'"' | b'\\' | ..0x20)).unwrap_or(bytes.len())
    }

    /// Every byte that may be in a run, from a different one on for each `shift`.
    fn plain(shift: usize) -> impl Iterator<Item = u8> {
        (0..=u8::MAX).filter(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)).cycle().skip(shift % 220)
    }

    #[test]
    fn a_run_ends_at_the_first_byte_that_ends_it_wherever_that_is() {
        // Beyond twice the length of a long string and a few words.
        for len in 0..=150 {
            for place in 0..=len {
                for end in [b'"', b'\\', 0, b'\n', 0x1f] {
                    let mut bytes: Vec<u8> = plain(7 * len + place).take(len).collect();
                    if let Some(rest) = bytes.get_mut(place..) {
                        // What follows must not be taken for the end.
                        rest.fill(b'"');
                        if let Some(byte) = rest.first_mut() {
                            *byte = end;
                        }
                    }
                    assert_eq!(run_end(&bytes, 0), place, "{end:#x} at {place} of {len}");
                }
            }
        }
    }

    #[test]
    fn a_run_starts_anywhere() {
        let bytes: Vec<u8> = plain(0).take(200).chain(*b"\"x\\").collect();
        for start in 0..bytes.len() {
            assert_eq!(run_end(&bytes, start), expected(&bytes, start), "from {start}");
            assert_eq!(run_end_bytewise(&bytes, start), expected(&bytes, start), "from {start}");
            assert_eq!(long_run_end(&bytes, start), expected(&bytes, start), "from {start}");
        }
    }

    #[test]
    fn a_byte_ends_a_run_in_each_place_of_a_word() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                // As a number, the first byte is the lowest.
                let word = (u64::from_le_bytes([b'a'; 8]) & !(0xff << (8 * place))) | u64::from(byte) << (8 * place);
                let expected = if ends_run(byte) { 8 * place + 7 } else { 64 };
                assert_eq!(ends_of_run(word).trailing_zeros(), expected, "{byte:#x} at {place}");
                assert_eq!(ends_run(byte), matches!(byte, b'"' | b'\\' | ..0x20), "{byte:#x}");
            }
        }
    }
}
