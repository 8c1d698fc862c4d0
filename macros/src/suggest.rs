//! Suggestions: the word that the user may have meant.

use crate::text::edit_distance;

/// Words from other crates and other habits, with ours.
const SYNONYMS: &[(&str, &str)] = &[
    ("b64", "base64"),
    ("custom", "with"),
    ("dive", "nested"),
    ("enum", "one_of"),
    ("inner", "each"),
    ("int", "integer"),
    ("items", "each"),
    ("kind", "type"),
    ("length", "len"),
    ("max", "range"),
    ("maximum", "range"),
    ("min", "range"),
    ("minimum", "range"),
    ("name", "type"),
    ("not_empty", "non_empty"),
    ("other", "unknown"),
    ("position", "index"),
    ("size", "len"),
    ("starts_with", "prefix"),
    ("ty", "type"),
    ("values", "one_of"),
    ("whole", "integer"),
];

/// The word in `words` that `found` may stand for: the same in another tongue, a slip of it, or its beginning.
pub(crate) fn nearest(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let spoken = || SYNONYMS.iter().filter(|(_, ours)| words.contains(ours));
    let exact = spoken().find(|(theirs, _)| *theirs == found);
    exact
        .map(|(_, ours)| *ours)
        .or_else(|| slip(found, words.iter().map(|word| (*word, *word))))
        .or_else(|| slip(found, spoken().copied()))
        .or_else(|| begun(found, words))
}

/// The meaning of the word that is the fewest slips away, if they are few.
fn slip(found: &str, words: impl Iterator<Item = (&'static str, &'static str)>) -> Option<&'static str> {
    let found = letters(found);
    let (distance, word, meaning) = words
        .map(|(word, meaning)| (edit_distance(&found, &letters(word)), word, meaning))
        .min_by_key(|(distance, ..)| *distance)?;
    // One slip in a short word, two in a long one; more is another word.
    let allowed = if word.len() <= 4 { 1 } else { 2 };
    (distance <= allowed && distance < found.len()).then_some(meaning)
}

/// The one word that begins so.
fn begun(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let found = letters(found);
    let mut words = words.iter().filter(|word| letters(word).starts_with(&found));
    let first = words.next()?;
    (found.len() >= 3 && words.next().is_none()).then_some(first)
}

/// The letters alone, so that `nonEmpty`, `NON_EMPTY`, `non-empty` are no slips.
fn letters(word: &str) -> Vec<char> {
    word.chars().filter(|character| !matches!(character, '_' | '-')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const WORDS: &[&str] = &["type", "alias", "non_empty", "base64", "len"];

    #[test]
    fn slips() {
        for (slip, word) in [
            ("tpye", "type"),
            ("typ", "type"),
            ("nonEmpty", "non_empty"),
            ("non-emtpy", "non_empty"),
            ("base_64", "base64"),
            ("aliases", "alias"),
            ("ln", "len"),
        ] {
            assert_eq!(nearest(slip, WORDS), Some(word), "{slip}");
        }
        for far in ["frobnicate", "x", "l", "", "regex"] {
            assert_eq!(nearest(far, WORDS), None, "{far}");
        }
    }

    #[test]
    fn synonyms_are_offered_only_where_they_may_stand() {
        assert_eq!(nearest("length", WORDS), Some("len"));
        assert_eq!(nearest("lenght", WORDS), Some("len"));
        assert_eq!(nearest("starts_with", WORDS), None);
    }

    #[test]
    fn beginnings() {
        assert_eq!(nearest("non", WORDS), Some("non_empty"));
        assert_eq!(nearest("camel", &["camelCase", "PascalCase"]), Some("camelCase"));
        assert_eq!(nearest("screaming", &["SCREAMING_SNAKE", "SCREAMING-KEBAB"]), None);
    }
}
