//! Text from a stream, safe for a terminal and cut to a width.

use std::fmt::Write as _;

const CUT: char = '…';

/// Returns the start of a text on one line, with an ellipsis if more follows than fits into `width` columns.
pub(crate) fn start(text: impl Iterator<Item = char>, width: usize) -> String {
    let mut line = String::new();
    let mut left = width;
    // The bytes and columns up to which there is room for an ellipsis.
    let mut room = 0;
    for character in one_line(text) {
        let columns = columns(character);
        if columns > left {
            line.truncate(room);
            if width > 0 {
                line.push(CUT);
            }
            return line;
        }
        left -= columns;
        line.push(character);
        if left > 0 {
            room = line.len();
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Returns the end of a text on one line, after an ellipsis if more precedes than fits into `width` columns.
pub(crate) fn end(text: impl DoubleEndedIterator<Item = char>, width: usize) -> String {
    let backwards = start(text.rev(), width);
    backwards.chars().rev().collect()
}

/// Returns a text with every character escaped that a terminal obeys.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if is_obeyed(character) {
            let _ = write!(escaped, "{}", character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Returns the columns that a text on one line takes at most.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Returns the columns that a character takes at most. Terminals differ: one that may be wide is wide here.
fn columns(character: char) -> usize {
    match u32::from(character) {
        0x1100..=0x115f
        | 0x2300..=0x23ff
        | 0x25a0..=0x27bf
        | 0x2b00..=0x2bff
        | 0x2e80..=0xa4cf
        | 0xa960..=0xa97f
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1_6fe0..=0x1_b2ff
        | 0x1_f000..=0x1_ffff
        | 0x2_0000..=0x3_ffff => 2,
        _ => 1,
    }
}

/// Returns `true` for a character that changes what a terminal does, or hides or turns what is around it.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xad | 0x61c | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff9..=0xfffb
            | 0xe_0000..=0xe_0fff)
}

/// Replaces each run of white space by one space, and each character that a terminal obeys by U+FFFD.
fn one_line(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut is_after_space = true;
    text.filter_map(move |character| {
        let is_space = character.is_whitespace();
        let is_first = !(is_space && is_after_space);
        is_after_space = is_space;
        let shown = match character {
            _ if is_space => ' ',
            _ if is_obeyed(character) => '\u{fffd}',
            _ => character,
        };
        is_first.then_some(shown)
    })
}
