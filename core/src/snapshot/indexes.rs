//! The indexes of the parts in an item's lists: a stream may leave out parts before them.

use alloc::vec::Vec;
use core::mem;

use super::merge::MergeMissing;
use crate::Number;

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
pub(super) struct Indexes(Vec<u64>);

impl Indexes {
    /// Returns the indexes of a complete list.
    pub(super) fn of<P>(parts: &[P]) -> Self {
        Self((0..).take(parts.len()).collect())
    }

    /// Returns the part with this index in the list, and inserts it if there is none.
    pub(super) fn get_or_insert_with<'p, P>(
        &mut self,
        parts: &'p mut Vec<P>,
        index: Option<Number>,
        begin: impl FnOnce() -> P,
    ) -> &'p mut P {
        let place = self.find(index).unwrap_or_else(|place| {
            parts.insert(place, begin());
            place
        });
        &mut parts[place]
    }

    /// Inserts a part at this index, or replaces the part there.
    pub(super) fn put<P>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) {
        match self.find(index) {
            Ok(place) => parts[place] = part,
            Err(place) => parts.insert(place, part),
        }
    }

    /// Inserts a part at this index, or merges it with the part there. Without an index it is a new part after the last.
    pub(super) fn add<P: MergeMissing>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) {
        let next = || self.0.last().map_or(0, |last| last.saturating_add(1)).into();
        let index = index.unwrap_or_else(next);
        match self.find(Some(index)) {
            Ok(place) => {
                let old = mem::replace(&mut parts[place], part);
                parts[place].merge(old);
            }
            Err(place) => parts.insert(place, part),
        }
    }

    /// Merges all parts of a list with those built before it.
    pub(super) fn merge<P: MergeMissing>(&mut self, parts: &mut Vec<P>, old: Self, old_parts: Vec<P>) {
        // The new parts are added to the old ones: an event pays for the parts it brings, not for all that were built.
        let (indexes, new) = (mem::replace(self, old), mem::replace(parts, old_parts));
        for (index, part) in indexes.0.into_iter().zip(new) {
            self.add(parts, Some(index.into()), part);
        }
    }

    /// Returns where the part is, or where to insert it: from then on it counts as inserted. No index, or a number that is
    /// no index, means the last part.
    fn find(&mut self, index: Option<Number>) -> Result<usize, usize> {
        let last = self.0.last().copied();
        let index = index.and_then(Number::as_u64).or(last).unwrap_or(0);
        // Almost always it is the last part, or a new one after it.
        let found = if last < Some(index) { Err(self.0.len()) } else { self.0.binary_search(&index) };
        if let Err(place) = found {
            self.0.insert(place, index);
        }
        found
    }
}
