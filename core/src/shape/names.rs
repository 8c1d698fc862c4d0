//! The names of a shape, found by a table and not one after the other.

use super::table::Table;
use crate::text::is_same_name;

/// The names of the fields of an object.
#[derive(Clone, Copy)]
pub struct Names {
    /// `type`, which is empty where there is no tag, the fields in their order, and their aliases.
    all: &'static [&'static str],
    /// The names, unless there are too many.
    table: Table<PLACES>,
    /// JSON text has all of them as they are, without escapes.
    are_plain: bool,
}

const PLACES: usize = 64;
/// With more names, most searches would pass over others.
const MOST_IN_TABLE: usize = 48;

impl Names {
    /// The names in their order, the first of them `type` or empty.
    pub const fn new(all: &'static [&'static str]) -> Self {
        let mut table = Table::EMPTY;
        let mut are_plain = true;
        let mut index = 0;
        while index < all.len() {
            are_plain &= is_plain(all[index]);
            index += 1;
        }
        let mut index = if is_first_empty(all) { 1 } else { 0 };
        while index < all.len() && all.len() <= MOST_IN_TABLE {
            table = table.with(hash(all[index].as_bytes()), index);
            index += 1;
        }
        Self { all, table, are_plain }
    }

    /// `type`, or an empty text where there is no tag, the fields and the aliases.
    pub(super) const fn as_slice(&self) -> &'static [&'static str] {
        self.all
    }

    /// Returns the name at an index if it can be compared with JSON text as it is.
    #[inline]
    pub(super) fn plain(&self, index: usize) -> Option<&'static str> {
        if self.are_plain { self.all.get(index).copied() } else { None }
    }

    /// The index of a name.
    #[inline]
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        if self.all.len() > MOST_IN_TABLE {
            return self.search(name);
        }
        let is_it =
            |index| self.all.get(index).is_some_and(|known: &&str| is_same_name(known.as_bytes(), name.as_bytes()));
        self.table.find(hash(name.as_bytes()), is_it)
    }
}

impl Names {
    #[cold]
    fn search(&self, name: &str) -> Option<usize> {
        let names = self.all.iter().enumerate().skip(usize::from(is_first_empty(self.all)));
        names.into_iter().find_map(|(index, known)| (*known == name).then_some(index))
    }
}

/// Returns `true` if JSON text has a text as it is, without escapes.
pub(super) const fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        if matches!(bytes[index], b'"' | b'\\' | ..0x20) {
            return false;
        }
        index += 1;
    }
    true
}

const fn is_first_empty(all: &[&str]) -> bool {
    matches!(all, [first, ..] if first.is_empty())
}

/// The names of one event rarely share it: of those of the Responses API, 6 of some 900 have to give way.
#[inline]
const fn hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [first, ..] => 9 * name.len() + 3 * (*first as usize) + 5 * (name[name.len() - 1] as usize),
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn each_name_is_found_and_nothing_else_however_many_there_are() {
        for len in 0..=MOST_IN_TABLE + 2 {
            // Names of one length with one first and last letter, which all have one hash, and others.
            for name in [|index| format!("a{index:03}z"), |index| "abcdefgh".repeat(index), |index| format!("{index}")]
            {
                let texts: Vec<String> = (1..=len).map(name).collect();
                let mut all: Vec<&'static str> = Vec::from([""]);
                all.extend(texts.iter().map(|text| &*text.clone().leak()));
                let all: &'static [&'static str] = Box::leak(all.into_boxed_slice());
                let names = Names::new(all);
                for (index, known) in all.iter().enumerate().skip(1) {
                    assert_eq!(names.position(known), Some(index), "{known} of {len}");
                }
                for unknown in ["", "a000z", "type", "azz", "abcdefg"] {
                    assert_eq!(names.position(unknown), None, "{unknown} of {len}");
                }
            }
        }
    }

    #[test]
    fn a_name_that_json_escapes_is_not_compared_with_text() {
        assert_eq!(Names::new(&["type", "a"]).plain(1), Some("a"));
        for name in ["a\"", "\\", "\n", "\u{1f}"] {
            let all: &'static [&'static str] = Box::leak(Box::new(["type", "a", name]));
            assert_eq!(Names::new(all).plain(1), None, "{name:?}");
            assert_eq!(Names::new(all).position(name), Some(2), "{name:?}");
        }
    }

    #[test]
    fn an_empty_name_is_one_only_behind_the_first_place() {
        assert_eq!(Names::new(&["", "a", ""]).position(""), Some(2));
        assert_eq!(Names::new(&["type", ""]).position(""), Some(1));
        assert_eq!(Names::new(&["type", ""]).position("type"), Some(0));
        assert_eq!(Names::new(&[]).position("type"), None);
    }
}
