//! A table of hashes: finds an entry by its hash, without comparing it with all others.

/// The indexes of at most 254 entries, each at the place of its hash or behind it.
#[derive(Clone, Copy)]
pub(super) struct Table<const PLACES: usize>([u8; PLACES]);

const FREE: u8 = u8::MAX;

impl<const PLACES: usize> Table<PLACES> {
    pub(super) const EMPTY: Self = Self([FREE; PLACES]);

    /// Adds the entry at `index`. Fewer entries than places may be added, so that every search ends.
    pub(super) const fn with(mut self, hash: usize, index: usize) -> Self {
        assert!(index < FREE as usize);
        let mut place = hash;
        while self.0[place % PLACES] != FREE {
            place += 1;
        }
        #[allow(clippy::cast_possible_truncation)] // it was compared
        let entry = index as u8;
        self.0[place % PLACES] = entry;
        self
    }

    /// Returns the index of the first entry with the hash that `is_it` accepts.
    #[inline]
    pub(super) fn find(&self, hash: usize, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let mut place = hash;
        loop {
            let index = match self.0[place % PLACES] {
                FREE => return None,
                index => usize::from(index),
            };
            if is_it(index) {
                return Some(index);
            }
            place += 1;
        }
    }
}
