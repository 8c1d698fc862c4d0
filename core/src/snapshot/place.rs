//! The identity of an item: its place in the output and its id.

use alloc::boxed::Box;

use crate::Number;
use crate::payload::OutputItem;

/// The place of an item in the output. It is wider than an index, so that there is a place after every index.
pub(super) type Place = u128;

/// Returns the place for an `output_index`.
pub(super) fn place_at(index: Number) -> Option<Place> {
    index.as_u64().map(Place::from)
}

/// Returns the id of the item if it is not empty.
pub(super) fn id_of(item: &OutputItem) -> Option<Box<str>> {
    item.id().filter(|id| !id.is_empty()).map(Box::from)
}
