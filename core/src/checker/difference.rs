//! The difference between a text and what was streamed, in words.

use alloc::format;
use alloc::string::String;

use crate::text::Excerpt;

/// Describes how `found` differs from `streamed`.
pub(super) fn describe(found: &str, streamed: &str) -> String {
    let [found_len, streamed_len] = [found, streamed].map(|text| text.chars().count());
    let common = found.chars().zip(streamed.chars()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| {
        let start = text.char_indices().nth(common).map_or(text.len(), |(start, _)| start);
        match text.get(start..) {
            Some("") | None => String::from("nothing"),
            Some(rest) => format!("{:?}", Excerpt::short(rest)),
        }
    };
    format!(
        "it has {found_len} characters, its deltas {streamed_len}; from character {} on it has {}, and the deltas {}",
        common + 1,
        rest(found),
        rest(streamed)
    )
}
