//! Text for messages: excerpts of the source, and edit distance.

use quote::ToTokens;

use crate::tokens::source_text;

/// The most characters of the source that a message repeats.
const LONGEST: usize = 60;

/// Returns the text of the tokens, cut after 60 characters.
pub(crate) fn excerpt(tokens: &impl ToTokens) -> String {
    let mut text = source_text(tokens);
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Returns how many insertions, deletions, replacements and swaps of neighbours lead from `left` to `right`.
pub(crate) fn edit_distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, from) in left.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, to) in right.iter().enumerate() {
            let mut steps = (row[j] + usize::from(from != to)).min(row[j + 1] + 1).min(next[j] + 1);
            let swapped = i > 0 && j > 0 && left[i - 1] == *to && right[j - 1] == *from;
            if swapped {
                steps = steps.min(before[j - 1] + 1);
            }
            next.push(steps);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn an_excerpt_is_cut_after_sixty_characters() {
        assert_eq!(excerpt(&quote!(range(0..=5, a = "b"))), "range(0..=5, a = \"b\")");
        let whole = proc_macro2::Literal::string(&"é".repeat(58));
        assert_eq!(excerpt(&whole), format!("\"{}\"", "é".repeat(58)));
        let longer = proc_macro2::Literal::string(&"é".repeat(59));
        assert_eq!(excerpt(&longer), format!("\"{}…", "é".repeat(59)));
    }

    #[test]
    fn the_edit_distance_counts_a_swap_once() {
        for (left, right, distance) in [
            ("", "", 0),
            ("type", "type", 0),
            ("tpye", "type", 1),
            ("typ", "type", 1),
            ("kitten", "sitting", 3),
            ("", "ab", 2),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(edit_distance(&letters(left), &letters(right)), distance, "{left} {right}");
            assert_eq!(edit_distance(&letters(right), &letters(left)), distance, "{right} {left}");
        }
    }
}
