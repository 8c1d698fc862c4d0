//! The variants of a family, found by a table and not one after the other.

use super::table::Table;
use super::{Shape, Tags};

/// The variants of a family.
pub struct Variants<T: ?Sized = [&'static Shape]> {
    /// The variants, by the tag that they are written with.
    table: Table<PLACES>,
    /// Every tag that is read is in the table: no variant has aliases or is a family.
    is_complete: bool,
    shapes: T,
}

const PLACES: usize = 256;
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
        let mut table = Table::EMPTY;
        let mut is_complete = true;
        let mut index = 0;
        while index < N {
            is_complete &= matches!(shapes[index].tags, Tags::Event([_]));
            if let Some(tag) = shapes[index].tag() {
                table = table.with(hash(tag.as_bytes()), index);
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
        let written = |index: usize| self.shapes.get(index).and_then(|shape| shape.tag());
        if let Some(index) = self.table.find(hash(tag.as_bytes()), |index| written(index) == Some(tag)) {
            return Some((index, written(index)?));
        }
        if self.is_complete {
            return None;
        }
        // Aliases and the tags of nested families are not in the table.
        self.shapes.iter().enumerate().find_map(|(index, shape)| Some((index, shape.variant(tag)?.1)))
    }
}
