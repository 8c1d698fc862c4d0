//! The items while they are being built: where each of them stands, and which of them an event means.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::archive::{State, Told};
use super::indexes::Indexes;
use super::merge::carry_item;
use super::partial_item::Begun;
use crate::events::ImageGenCallPartialImage;
use crate::payload::{ItemStatus, OutputItem};
use crate::position::Position;
use crate::{EventFamily, Number};

/// The place of an item in the output. Wider than an index, so that behind every index there is a place.
pub(super) type Place = u128;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Items {
    slots: BTreeMap<Place, Slot>,
    places: BTreeMap<Box<str>, Place>,
    /// The latest of each call.
    images: BTreeMap<Place, ImageGenCallPartialImage>,
}

/// An item and what is known of it besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) item: OutputItem,
    /// The item's own, or what an event names it.
    id: Option<Box<str>>,
    /// For the items that have no status themselves.
    pub(super) state: ItemStatus,
    /// The item was told whole; what follows tells nothing new.
    done: bool,
    pub(super) parts: Parts,
}

/// Which of the item's parts is which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Of `content`, or of the commands or the output of a shell call.
    pub(super) content: Indexes,
    /// Of the summary of a reasoning.
    pub(super) summary: Indexes,
}

impl Slot {
    fn new(item: OutputItem, state: ItemStatus) -> Self {
        let id = id_of(&item);
        let (content, summary) = match &item {
            OutputItem::Message(message) => (message.content.len(), 0),
            OutputItem::Reasoning(reasoning) => {
                (reasoning.content.as_ref().map_or(0, Vec::len), reasoning.summary.len())
            }
            OutputItem::ShellCall(call) => (call.action.as_ref().map_or(0, |action| action.commands.len()), 0),
            OutputItem::ShellCallOutput(output) => (output.output.len(), 0),
            _ => (0, 0),
        };
        let parts = Parts { content: Indexes::of(content), summary: Indexes::of(summary) };
        Self { item, id, state, done: false, parts }
    }

    /// Takes over what was built of the item before this came.
    fn carry(&mut self, old: Self) {
        self.id = self.id.take().or(old.id);
        self.state = old.state;
        carry_item(&mut self.item, &mut self.parts, old.item, old.parts);
    }

    fn is_like(&self, other: &Self) -> bool {
        self.item.event_type() == other.item.event_type()
    }

    fn is(&self, id: Option<&str>) -> bool {
        self.id.is_some() && self.id.as_deref() == id
    }
}

impl Items {
    pub(super) fn iter(&self) -> impl Iterator<Item = &OutputItem> {
        self.slots.values().map(|slot| &slot.item)
    }

    pub(super) fn at(&self, index: Number) -> Option<&Slot> {
        self.slots.get(&place(index)?)
    }

    pub(super) fn by_id(&self, item_id: &str) -> Option<&OutputItem> {
        self.places.get(item_id).and_then(|place| self.slots.get(place)).map(|slot| &slot.item)
    }

    pub(super) fn image(&self, item_id: &str) -> Option<&ImageGenCallPartialImage> {
        self.images.values().find(|image| image.item_id == item_id)
    }

    pub(super) fn into_output(self) -> Vec<OutputItem> {
        self.slots.into_values().map(|slot| slot.item).collect()
    }

    /// Leaves of the items only how far they are; the images stay.
    pub(super) fn retire(&mut self) -> Told {
        let state = |(place, slot): (Place, Slot)| (place, State::new(&slot.item, slot.id, slot.state));
        let states = mem::take(&mut self.slots).into_iter().map(state).collect();
        Told { states, places: mem::take(&mut self.places) }
    }

    /// What a response that is not over says of its output counts where nothing else was told.
    pub(super) fn seed(&mut self, output: Vec<OutputItem>) {
        for (place, item) in (0..).zip(output) {
            if !self.slots.contains_key(&place) {
                self.put(place, Slot::new(item, ItemStatus::InProgress));
            }
        }
    }

    /// A new item. Where another one stands already it goes behind the last: there are servers that count wrongly, and
    /// nothing is to be lost. If it came late or comes again, what was built of it stays.
    pub(super) fn add(&mut self, index: Option<Number>, item: OutputItem) {
        let mut slot = Slot::new(item, ItemStatus::InProgress);
        let known = slot.id.as_ref().and_then(|id| self.places.get(id).copied());
        let place = match index.and_then(place) {
            None => known.unwrap_or_else(|| self.end()),
            Some(place) => match self.slots.get(&place) {
                Some(old) if old.id.is_some() && slot.id.is_some() && old.id != slot.id => self.end(),
                _ => place,
            },
        };
        if let Entry::Occupied(old) = self.slots.entry(place) {
            if old.get().is_like(&slot) {
                if old.get().done {
                    return;
                }
                slot.carry(old.remove());
            }
        }
        self.put(place, slot);
    }

    /// An item that is done.
    pub(super) fn finish(&mut self, index: Option<Number>, item: OutputItem) {
        let mut slot = Slot::new(item, ItemStatus::Completed);
        slot.done = true;
        let place = self.locate(index, slot.id.as_deref(), |item| item.event_type() == slot.item.event_type());
        if let Some(old) = self.slots.get(&place) {
            if old.state.is_final() {
                slot.state = old.state.clone();
            }
            if slot.id.is_none() && !old.done && old.is_like(&slot) {
                slot.id.clone_from(&old.id);
            }
        }
        self.put(place, slot);
    }

    fn put(&mut self, place: Place, slot: Slot) {
        let id = slot.id.clone();
        if let Some(old) = self.slots.insert(place, slot).and_then(|slot| slot.id) {
            if self.places.get(&old) == Some(&place) {
                self.places.remove(&old);
            }
        }
        if let Some(id) = id {
            self.places.insert(id, place);
        }
    }

    /// The item that an event means, of one type. It is made if it is not there; `None` if it is another, or is done.
    pub(super) fn open<T: Begun>(&mut self, at: &Position<'_>) -> Option<(&mut T, &mut Parts)> {
        let slot = self.slot(at, |item| T::of(item).is_some(), T::begun)?;
        Some((T::of_mut(&mut slot.item)?, &mut slot.parts))
    }

    /// The same, of one type or several.
    pub(super) fn slot(
        &mut self,
        at: &Position<'_>,
        fits: impl Fn(&OutputItem) -> bool,
        begin: impl FnOnce(String) -> OutputItem,
    ) -> Option<&mut Slot> {
        let id = at.item_id.as_deref().filter(|id| !id.is_empty());
        let place = self.locate(at.output_index, id, fits);
        let slot = self.slots.entry(place).or_insert_with(|| {
            let mut slot = Slot::new(begin(id.unwrap_or_default().into()), ItemStatus::InProgress);
            // It is not among the places yet.
            slot.id = None;
            slot
        });
        if slot.id.is_none() {
            slot.id = id.map(Box::from);
            self.places.extend(slot.id.clone().map(|id| (id, place)));
        }
        if slot.done { None } else { Some(slot) }
    }

    /// Keeps the image in place of the one before it.
    pub(super) fn show(&mut self, image: &ImageGenCallPartialImage, at: &Position<'_>) {
        let is_call = |item: &OutputItem| matches!(item, OutputItem::ImageGenerationCall(_));
        let place = self.locate(at.output_index, at.item_id.as_deref(), is_call);
        self.images.insert(place, image.clone());
    }

    /// Where the item stands that an event means, or where it is to stand: the item with the id; if no item has that,
    /// the one at the index, or without an index the last one, if that can be meant.
    ///
    /// The index alone would not do, as some servers number every item 0, nor would the id: there are proxies that
    /// change it in every event, and servers that give it to several items.
    fn locate(&self, index: Option<Number>, id: Option<&str>, fits: impl Fn(&OutputItem) -> bool) -> Place {
        let id = id.filter(|id| !id.is_empty());
        let index = index.and_then(place);
        let (place, slot) = match index {
            Some(place) => (place, self.slots.get(&place)),
            None => self.slots.last_key_value().map_or((0, None), |(place, slot)| (*place, Some(slot))),
        };
        if slot.is_some_and(|slot| slot.is(id)) {
            return place;
        }
        let open = |slot: &Slot| !slot.done && fits(&slot.item);
        let is_free = index.is_some() && slot.is_none();
        if let Some(known) = id.and_then(|id| self.places.get(id)) {
            if !is_free || self.slots.get(known).is_some_and(open) {
                return *known;
            }
        }
        match slot {
            None => place,
            Some(_) if index.is_some() && id.is_none() => place,
            Some(slot) if open(slot) => place,
            Some(_) => self.end(),
        }
    }

    fn end(&self) -> Place {
        self.slots.last_key_value().map_or(0, |(place, _)| place + 1)
    }
}

pub(super) fn place(index: Number) -> Option<Place> {
    index.as_u64().map(Place::from)
}

pub(super) fn id_of(item: &OutputItem) -> Option<Box<str>> {
    item.id().filter(|id| !id.is_empty()).map(Box::from)
}
