//! The end of a run: the characters of a string that stand for themselves.

/// The offset of the next quote, backslash or control character, from `start` on, or of the end of the text.
#[inline]
pub(super) fn run(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let ends = ends_of_run(u64::from_le_bytes(*chunk));
        if ends != 0 {
            return at + (ends.trailing_zeros() / 8) as usize;
        }
        at += 8;
        if at - start == LONG {
            return long_run(bytes, at);
        }
    }
    run_to_end(bytes, at)
}

/// The same near the end of the text, byte by byte.
fn run_to_end(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| !ends_run(*byte)) {
        at += 1;
    }
    at
}

/// The same in a long string, such as an image: first where it ends, then whether anything is wrong with it.
fn long_run(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let len = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
    let run = rest.get(..len).unwrap_or_default();
    // Without a branch in it, the compiler makes vector instructions of this loop.
    let control_characters = run.iter().fold(0, |found, byte| found | u8::from(*byte < 0x20));
    start + if control_characters != 0 { run.iter().take_while(|byte| **byte >= 0x20).count() } else { len }
}

/// From this length on a string is worth the call of `memchr`.
const LONG: usize = 64;

const fn ends_run(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// The high bit of each of eight bytes that ends a run. Bits above the lowest may be wrong, the lowest is right.
#[inline]
const fn ends_of_run(chunk: u64) -> u64 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    // With this bit turned a quote is below all that is plain, as control characters are.
    let control_or_quote = (chunk ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (chunk ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !chunk & HIGHS
}
