//! Runs: the parts of a string without escapes.

/// Returns the offset of the first quote, backslash or control character from `start` on, or of the end of the text.
#[inline]
pub(super) fn run_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
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
    let control_characters = run.iter().fold(0, |found, byte| found | u8::from(*byte < 0x20));
    start + if control_characters != 0 { run.iter().take_while(|byte| **byte >= 0x20).count() } else { len }
}

/// The length from which on `memchr` is faster.
const LONG: usize = 64;

const fn ends_run(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// Sets the high bit of each of eight bytes that ends a run. Only the lowest bit that is set can be relied on.
#[inline]
const fn ends_of_run(chunk: u64) -> u64 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    // With this bit flipped, a quote is less than any plain character, as control characters are.
    let control_or_quote = (chunk ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (chunk ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !chunk & HIGHS
}
