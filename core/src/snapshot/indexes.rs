//! The indexes of the parts in an item's lists: a stream may leave out parts before them.

use alloc::vec::Vec;
use core::mem;

use super::merge::MergeMissing;
use crate::Number;
use crate::payload::ContentPart;

/// The indexes of the parts in each list of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PartIndexes {
    /// Of the `content`, or of the commands or the output of a shell call.
    pub(super) content: Indexes,
    /// Of the summary of a reasoning.
    pub(super) summary: Indexes,
}

/// The index of each part in a list, as events name it, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Indexes(Vec<PartIndex>);

/// The index of a part, and how far the part is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PartIndex {
    index: u64,
    /// An event of its own added the part.
    announced: bool,
    /// Its text came whole.
    text_done: bool,
    /// It came whole.
    done: bool,
}

impl PartIndex {
    fn new(index: u64) -> Self {
        Self { index, ..Self::default() }
    }
}

impl Indexes {
    /// Returns the indexes of a complete list.
    pub(super) fn of<P>(parts: &[P]) -> Self {
        Self((0..).take(parts.len()).map(PartIndex::new).collect())
    }

    /// Returns the index of the part that an event about its text means, mostly `index` itself.
    ///
    /// Some servers count the index up with each delta. A new index then means the last part: a part that was announced
    /// and is not done, or the parts that the deltas made if together they are the whole text. Those become one part.
    pub(super) fn resolve(
        &mut self,
        parts: &mut Vec<ContentPart>,
        index: Option<Number>,
        fits: fn(&ContentPart) -> bool,
        whole: Option<&str>,
    ) -> Option<Number> {
        let (Some(last), Some(last_part)) = (self.0.last(), parts.last()) else { return index };
        let is_new = index.and_then(Number::as_u64).is_some_and(|index| index > last.index);
        if !is_new || !fits(last_part) {
            return index;
        }
        let text = last_part.text().unwrap_or_default();
        if last.announced && !last.done {
            let continues = whole.is_none_or(|whole| whole.trim_start().starts_with(text.trim()));
            return if continues { Some(last.index.into()) } else { index };
        }
        let Some(mut rest) = whole.filter(|whole| !whole.is_empty()) else { return index };
        let mut first = parts.len();
        while !rest.is_empty() {
            let Some(place) = first.checked_sub(1) else { return index };
            let is_of_delta = !self.0[place].announced && !self.0[place].text_done && !self.0[place].done;
            let before = parts[place].text().filter(|text| !text.is_empty() && is_of_delta && fits(&parts[place]));
            let Some(before) = before.and_then(|text| rest.strip_suffix(text)) else { return index };
            (rest, first) = (before, place);
        }
        parts.truncate(first + 1);
        self.0.truncate(first + 1);
        self.0[first].announced = true;
        Some(self.0[first].index.into())
    }

    /// Returns the index of the part at this place in the list.
    pub(super) fn get(&self, place: usize) -> Option<u64> {
        self.0.get(place).map(|part| part.index)
    }

    /// Records that the text of the part came whole.
    pub(super) fn finish_text(&mut self, index: Option<Number>) {
        if let Ok(place) = self.find(index) {
            self.0[place].text_done = true;
        }
    }

    /// Returns the part with this index in the list, and inserts it if there is none.
    pub(super) fn get_or_insert_with<'p, P>(
        &mut self,
        parts: &'p mut Vec<P>,
        index: Option<Number>,
        begin: impl FnOnce() -> P,
    ) -> &'p mut P {
        let place = self.find_or_insert(index).unwrap_or_else(|place| {
            parts.insert(place, begin());
            place
        });
        &mut parts[place]
    }

    /// Inserts a part at this index, or replaces the part there.
    pub(super) fn put<P>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) {
        let place = match self.find_or_insert(index) {
            Ok(place) => {
                parts[place] = part;
                place
            }
            Err(place) => {
                parts.insert(place, part);
                place
            }
        };
        self.0[place].done = true;
    }

    /// Inserts a part at this index, or merges it with the part there. Without an index it is a new part after the last.
    pub(super) fn add<P: MergeMissing>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) {
        let place = self.insert_or_merge(parts, index, part);
        self.0[place].announced = true;
    }

    fn insert_or_merge<P: MergeMissing>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) -> usize {
        let next = || self.0.last().map_or(0, |last| last.index.saturating_add(1)).into();
        let index = index.unwrap_or_else(next);
        match self.find_or_insert(Some(index)) {
            Ok(place) => {
                let old = mem::replace(&mut parts[place], part);
                parts[place].merge(old);
                place
            }
            Err(place) => {
                parts.insert(place, part);
                place
            }
        }
    }

    /// Merges all parts of a list with those built before it.
    pub(super) fn merge<P: MergeMissing>(&mut self, parts: &mut Vec<P>, old: Self, old_parts: Vec<P>) {
        // The new parts are added to the old ones: an event pays for the parts it brings, not for all that were built.
        let (indexes, new) = (mem::replace(self, old), mem::replace(parts, old_parts));
        for (index, part) in indexes.0.into_iter().zip(new) {
            self.insert_or_merge(parts, Some(index.index.into()), part);
        }
    }

    /// Returns where the part is, or where to insert it. No index, or a number that is no index, means the last part.
    fn find(&self, index: Option<Number>) -> Result<usize, (usize, u64)> {
        let last = self.0.last().map(|last| last.index);
        let index = index.and_then(Number::as_u64).or(last).unwrap_or(0);
        // Almost always it is the last part, or a new one after it.
        if last < Some(index) {
            return Err((self.0.len(), index));
        }
        self.0.binary_search_by_key(&index, |part| part.index).map_err(|place| (place, index))
    }

    /// Returns where the part is, or where to insert it: from then on it counts as inserted.
    fn find_or_insert(&mut self, index: Option<Number>) -> Result<usize, usize> {
        self.find(index).map_err(|(place, index)| {
            self.0.insert(place, PartIndex::new(index));
            place
        })
    }
}
