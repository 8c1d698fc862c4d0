//! How far items were when the response's own output took their place.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use core::mem::{self, Discriminant};

use super::items::{Place, id_of, place};
use crate::Number;
use crate::payload::{ItemStatus, OutputItem};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) states: BTreeMap<Place, State>,
    pub(super) places: BTreeMap<Box<str>, Place>,
}

/// What the events told of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    id: Option<Box<str>>,
    kind: Discriminant<OutputItem>,
    status: ItemStatus,
}

impl State {
    pub(super) fn new(item: &OutputItem, id: Option<Box<str>>, status: ItemStatus) -> Self {
        Self { id, kind: mem::discriminant(item), status }
    }
}

impl Told {
    /// How far the item was that the response has at this index: the one of its id; or the one at this place, if they
    /// cannot be told apart by their ids. Events may have been missed, so places alone prove nothing.
    pub(super) fn of(&self, index: Number, item: &OutputItem) -> Option<&ItemStatus> {
        let id = id_of(item);
        let fits = |told: &&State| told.kind == mem::discriminant(item);
        let here = self.states.get(&place(index)?).filter(fits);
        let told = match here {
            Some(told) if id.is_some() && told.id == id => here,
            _ => {
                let named = id.as_ref().and_then(|id| self.states.get(self.places.get(id)?)).filter(fits);
                named.or_else(|| here.filter(|told| told.id.is_none() || id.is_none()))
            }
        };
        Some(&told?.status)
    }
}
