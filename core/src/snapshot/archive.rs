//! The states that events gave to items, kept once the response's own output takes their place.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use core::mem::{self, Discriminant};

use super::place::{Place, id_of, place_at};
use crate::Number;
use crate::payload::{ItemStatus, OutputItem};

/// The last state of every item that events built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ArchivedStates {
    pub(super) states: BTreeMap<Place, ArchivedState>,
    pub(super) places: BTreeMap<Box<str>, Place>,
}

/// The last state of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ArchivedState {
    id: Option<Box<str>>,
    kind: Discriminant<OutputItem>,
    status: ItemStatus,
}

impl ArchivedState {
    pub(super) fn new(item: &OutputItem, id: Option<Box<str>>, status: ItemStatus) -> Self {
        Self { id, kind: mem::discriminant(item), status }
    }
}

impl ArchivedStates {
    /// Returns the status of the item that the response has at this index: of the item with its id, or, if ids cannot
    /// tell them apart, of the item at this place. Places alone prove nothing, as events may have been missed.
    pub(super) fn status_of(&self, index: Number, item: &OutputItem) -> Option<&ItemStatus> {
        let id = id_of(item);
        let fits = |state: &&ArchivedState| state.kind == mem::discriminant(item);
        let here = self.states.get(&place_at(index)?).filter(fits);
        let found = match here {
            Some(state) if id.is_some() && state.id == id => here,
            _ => {
                let named = id.as_ref().and_then(|id| self.states.get(self.places.get(id)?)).filter(fits);
                named.or_else(|| here.filter(|state| state.id.is_none() || id.is_none()))
            }
        };
        Some(&found?.status)
    }
}
