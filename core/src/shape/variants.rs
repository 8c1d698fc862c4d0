//! The variants of a family, found by a table and not one after the other.

use super::{Shape, Tags};

/// The variants of a family.
pub struct Variants<T: ?Sized = [&'static Shape]> {
    /// For each hash, the index of a variant whose tag has that hash or an earlier one whose place was taken.
    table: [u8; PLACES],
    /// Whether every tag that is read is in the table: no variant has aliases or is a family.
    is_complete: bool,
    shapes: T,
}

const PLACES: usize = 256;
const FREE: u8 = u8::MAX;
/// So many leave a place free, at which a search ends.
const MOST: usize = 254;

impl<const N: usize> Variants<[&'static Shape; N]> {
    /// The variants in their order, 254 at most.
    ///
    /// # Panics
    ///
    /// With more variants, at compile time.
    pub const fn new(shapes: [&'static Shape; N]) -> Self {
        assert!(N <= MOST, "a family has at most 254 variants; put some of them into a nested family");
        let mut table = [FREE; PLACES];
        let mut is_complete = true;
        let mut index = 0;
        while index < N {
            is_complete &= matches!(shapes[index].tags, Tags::Event([_]));
            if let Some(tag) = shapes[index].tag() {
                let mut place = hash(tag.as_bytes());
                while table[place % PLACES] != FREE {
                    place += 1;
                }
                #[allow(clippy::cast_possible_truncation)] // at most 254
                let entry = index as u8;
                table[place % PLACES] = entry;
            }
            index += 1;
        }
        Self { table, is_complete, shapes }
    }
}

/// Few tags of one family share it: of the 143 that the Responses API has for events and items, 34 have to give way.
#[inline]
const fn hash(tag: &[u8]) -> usize {
    let len = tag.len();
    if len == 0 { 0 } else { 11 * len + 37 * (tag[len / 2] as usize) + 31 * (tag[len - 1 - len / 4] as usize) }
}

impl Variants {
    /// The shapes of the variants, in their order.
    pub(super) const fn shapes(&self) -> &[&'static Shape] {
        &self.shapes
    }

    /// The shape of a variant.
    pub(crate) fn get(&self, index: usize) -> Option<&'static Shape> {
        self.shapes.get(index).copied()
    }

    /// The one variant that is a family and keeps what it does not know. `None` if there are several.
    #[cold]
    pub(crate) fn position_that_keeps_unknown(&self) -> Option<usize> {
        let mut keeping = self.shapes.iter().enumerate().filter(|(_, shape)| match &shape.tags {
            Tags::Family { keeps_unknown: true, .. } => true,
            Tags::Family { variants, .. } => variants.position_that_keeps_unknown().is_some(),
            Tags::Event(_) | Tags::Untagged => false,
        });
        let (index, _) = keeping.next()?;
        if keeping.next().is_none() { Some(index) } else { None }
    }

    /// The variant that reads `tag`, and the tag itself.
    pub(super) fn find(&self, tag: &str) -> Option<(usize, &'static str)> {
        let mut place = hash(tag.as_bytes());
        // No variant is at the index that stands for a free place.
        while let Some(shape) = self.shapes.get(usize::from(self.table[place % PLACES])) {
            match shape.tag() {
                Some(known) if known == tag => return Some((usize::from(self.table[place % PLACES]), known)),
                _ => place += 1,
            }
        }
        if self.is_complete {
            return None;
        }
        // Aliases and the tags of nested families are not in the table.
        self.shapes.iter().enumerate().find_map(|(index, shape)| Some((index, shape.variant(tag)?.1)))
    }
}
