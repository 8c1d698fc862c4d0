//! Ids that are renamed: one stands for another, everywhere.

use std::collections::BTreeMap;

/// The pairs of ids that were found so far.
#[derive(Default)]
pub(crate) struct Ids {
    of_a: BTreeMap<String, String>,
    of_b: BTreeMap<String, String>,
}

impl Ids {
    /// Returns `true` if the two ids stand for each other. Those that are new do so from now on.
    pub(crate) fn are_same(&mut self, a: &str, b: &str) -> bool {
        match (self.of_a.get(a), self.of_b.get(b)) {
            (None, None) => {
                self.of_a.insert(a.to_owned(), b.to_owned());
                self.of_b.insert(b.to_owned(), a.to_owned());
                true
            }
            (known, _) => known.is_some_and(|known| known == b),
        }
    }
}

/// Returns `true` if a field with this name holds an id, or a list of ids.
pub(crate) fn is_id(name: &str) -> bool {
    name == "id" || name.ends_with("_id") || name.ends_with("_ids")
}

/// Returns `true` if a field with this name says nothing but when or where in the stream something was sent.
pub(crate) fn is_left_aside(name: &str) -> bool {
    name.ends_with("_at") || matches!(name, "sequence_number" | "obfuscation")
}
