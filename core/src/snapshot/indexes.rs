//! Which part stands where in a list, though parts before it may have been missed.

use alloc::vec::Vec;
use core::mem;

use super::merge::Carry;
use crate::Number;

/// The index of each part in a list, as events name it, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Indexes(Vec<u64>);

impl Indexes {
    /// Of a list that came whole.
    pub(super) fn of(len: usize) -> Self {
        Self((0..).take(len).collect())
    }

    /// The part of this index among those that these are the indexes of. It is made if it is not there.
    pub(super) fn part<'p, P>(&mut self, parts: &'p mut Vec<P>, index: Number, begin: impl FnOnce() -> P) -> &'p mut P {
        let place = self.find(index).unwrap_or_else(|place| {
            parts.insert(place, begin());
            place
        });
        &mut parts[place]
    }

    /// Puts a part at this index, in place of the one that may be there.
    pub(super) fn put<P>(&mut self, parts: &mut Vec<P>, index: Number, part: P) {
        match self.find(index) {
            Ok(place) => parts[place] = part,
            Err(place) => parts.insert(place, part),
        }
    }

    /// Puts a part that begins at this index; what was built there stays where the part is empty.
    pub(super) fn add<P: Carry>(&mut self, parts: &mut Vec<P>, index: Number, part: P) {
        match self.find(index) {
            Ok(place) => {
                let old = mem::replace(&mut parts[place], part);
                parts[place].carry(old);
            }
            Err(place) => parts.insert(place, part),
        }
    }

    /// The same with all parts of a list, of which those that `old` has were built before.
    pub(super) fn carry<P: Carry>(&mut self, parts: &mut Vec<P>, old: Self, old_parts: Vec<P>) {
        // The new ones are put among the old, as these may be many and the event tells only the new.
        let (indexes, new) = (mem::replace(self, old), mem::replace(parts, old_parts));
        for (index, part) in indexes.0.into_iter().zip(new) {
            self.add(parts, index.into(), part);
        }
    }

    /// Where the part is, or where it is to be inserted: from then on it counts as there. What is no index means the
    /// last part.
    fn find(&mut self, index: Number) -> Result<usize, usize> {
        let last = self.0.last().copied();
        let index = index.as_u64().or(last).unwrap_or(0);
        // Almost always it is the last one, or a new one behind it.
        let found = if last < Some(index) { Err(self.0.len()) } else { self.0.binary_search(&index) };
        if let Err(place) = found {
            self.0.insert(place, index);
        }
        found
    }
}
