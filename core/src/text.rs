//! Text for messages: excerpts of the input, lists of alternatives, edit distance, names that repeat and JSON pointers.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// The start of a text from the input, on one line.
///
/// `Display` shows it as it is, `Debug` in quotes and escaped as a Rust string.
#[derive(Clone, Copy)]
pub(crate) struct Excerpt<'a> {
    text: &'a str,
    is_cut: bool,
}

impl<'a> Excerpt<'a> {
    /// The most characters that a name or message shows.
    pub(crate) const LONG: usize = 100;
    /// The most characters that a value shows beside what was expected of it.
    const SHORT: usize = 32;

    /// Cuts `text` after 100 characters.
    pub(crate) fn new(text: &'a str) -> Self {
        Self::cut(text, Self::LONG)
    }

    /// Cuts `text` after 32 characters.
    pub(crate) fn short(text: &'a str) -> Self {
        Self::cut(text, Self::SHORT)
    }

    fn cut(text: &'a str, most: usize) -> Self {
        match text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)) {
            Some(start) => Self { text: start, is_cut: true },
            None => Self { text, is_cut: false },
        }
    }

    fn end(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_cut { f.write_char('…') } else { Ok(()) }
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine(self.text).fmt(f)?;
        self.end(f)
    }
}

impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text, f)?;
        self.end(f)
    }
}

/// A text with its control characters escaped: a terminal would obey them, and a log would have one line more.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        Ok(())
    }
}

/// Cuts the middle out of a long message: what was found stands at its start, what was expected at its end.
pub(crate) fn shorten(message: &str) -> String {
    const ENDS: usize = 150;
    // Most messages have fewer bytes than a long one has characters.
    if message.len() <= 2 * ENDS {
        return message.to_string();
    }
    let head = message.char_indices().nth(ENDS).map_or(message.len(), |(end, _)| end);
    let tail = message.char_indices().nth_back(ENDS).map_or(0, |(start, _)| start);
    match (message.get(..head), message.get(tail..)) {
        (Some(head), Some(rest)) if head.len() < tail => format!("{head}…{rest}"),
        _ => message.to_string(),
    }
}

/// A choice: "`a`", "`a` or `b`", "`a`, `b` or `c`".
///
/// `Display` puts names in backticks, `Debug` puts values in quotes.
pub(crate) struct Alternatives<'a>(pub(crate) &'a [&'a str]);

impl Alternatives<'_> {
    fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        write_one: impl Fn(&mut fmt::Formatter<'_>, &str) -> fmt::Result,
    ) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            match index {
                0 => {}
                last if last + 1 == self.0.len() => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            write_one(f, name)?;
        }
        Ok(())
    }
}

impl fmt::Display for Alternatives<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |f, name| write!(f, "`{name}`"))
    }
}

impl fmt::Debug for Alternatives<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |f, value| write!(f, "{value:?}"))
    }
}

/// Returns a name that is there twice. It sorts them, since a stranger may send many.
pub(crate) fn repeated<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.iter().zip(names.iter().skip(1)).find(|(one, other)| one == other).map(|(name, _)| *name)
}

/// Returns how many bytes must be inserted, removed or replaced to make one text of the other (Levenshtein).
pub(crate) fn edit_distance(one: &str, other: &str) -> usize {
    // A shared start costs nothing, and tags of one family start alike.
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let [one, other] = [one, other].map(|text| text.as_bytes().get(shared..).unwrap_or_default());
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (above, b) in row.iter_mut().skip(1).zip(other) {
            let cost = diagonal + usize::from(a != b);
            diagonal = *above;
            left = cost.min(left + 1).min(diagonal + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Appends `name` to a JSON pointer (RFC 6901).
pub(crate) fn push_segment(pointer: &mut String, name: &str) {
    pointer.push('/');
    let mut rest = name;
    while let Some((before, after)) = rest.split_once(['~', '/']) {
        pointer.push_str(before);
        pointer.push_str(if rest.as_bytes().get(before.len()) == Some(&b'~') { "~0" } else { "~1" });
        rest = after;
    }
    pointer.push_str(rest);
}

/// Returns `true` if two names are equal. For most names it avoids the call that comparing slices costs.
#[inline]
pub(crate) fn is_same_name(text: &[u8], name: &[u8]) -> bool {
    text.len() == name.len()
        && match name.len() {
            4..8 => ends::<4>(text) == ends::<4>(name),
            8..=16 => ends::<8>(text) == ends::<8>(name),
            17..=32 => ends::<16>(text) == ends::<16>(name),
            _ => text == name,
        }
}

/// Returns the first and the last `N` bytes, which may overlap.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*text.first_chunk()?, *text.last_chunk()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_only_if_every_byte_is() {
        for len in 0..24 {
            let name = "abcdefghijklmnopqrstuvwxyz".get(..len).unwrap_or_default().as_bytes();
            assert!(is_same_name(name, name));
            for at in 0..len {
                let mut other = name.to_vec();
                other[at] = b'_';
                assert!(!is_same_name(&other, name), "{len} {at}");
            }
        }
    }

    #[test]
    fn an_excerpt_is_one_line_and_says_that_it_was_cut() {
        assert_eq!(Excerpt::new("a\u{1b}[1m\nb").to_string(), "a\\u{1b}[1m\\nb");
        assert_eq!(format!("{:?}", Excerpt::short("a\"b")), r#""a\"b""#);
        let long = "é".repeat(101);
        assert_eq!(Excerpt::new(&long).to_string(), format!("{}…", "é".repeat(100)));
        assert_eq!(format!("{:?}", Excerpt::short(&long)), format!("\"{}\"…", "é".repeat(32)));
    }

    #[test]
    fn a_long_message_keeps_both_ends() {
        assert_eq!(shorten("short"), "short");
        let shortened = shorten(&format!("{}{}{}", "a".repeat(200), "é", "b".repeat(200)));
        assert_eq!(shortened, format!("{}…{}", "a".repeat(150), "b".repeat(151)));
    }

    #[test]
    fn alternatives_read_as_a_choice() {
        let names = ["a", "b", "c"];
        assert_eq!(Alternatives(&names[..1]).to_string(), "`a`");
        assert_eq!(Alternatives(&names[..2]).to_string(), "`a` or `b`");
        assert_eq!(Alternatives(&names).to_string(), "`a`, `b` or `c`");
        assert_eq!(format!("{:?}", Alternatives(&names)), r#""a", "b" or "c""#);
    }

    #[test]
    fn the_edit_distance_counts_single_bytes() {
        for (one, other, distance) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("abc", "abd", 1),
            ("abc", "ac", 1),
            ("kitten", "sitting", 3),
            ("", "ab", 2),
        ] {
            assert_eq!(edit_distance(one, other), distance, "{one} {other}");
            assert_eq!(edit_distance(other, one), distance, "{other} {one}");
        }
    }

    #[test]
    fn a_pointer_escapes_its_segments() {
        let mut pointer = String::new();
        push_segment(&mut pointer, "a/b~c");
        assert_eq!(pointer, "/a~1b~0c");
    }
}
