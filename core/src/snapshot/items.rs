//! The items that a stream builds: their places, and the item that an event refers to.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::vec::Vec;
#[cfg(not(feature = "std"))]
use core::cell::OnceCell as OnceLock;
use core::{iter, mem};
#[cfg(feature = "std")]
use std::sync::OnceLock;

use serde_json::Value;

use super::archive::{ArchivedState, ArchivedStates};
use super::indexes::PartIndexes;
use super::partial_item::{self, PartialItem};
use super::partial_json::PartialJson;
use super::place::{Place, id_of, place_at};
use crate::event_position::EventPosition;
use crate::events::ImageGenCallPartialImage;
use crate::payload::{ContentPart, ItemStatus, OutputItem, SummaryPart};
use crate::{Number, PartFamily};

/// Items that an event without an id and an index may refer to, counted from the last.
const MAX_OPEN: usize = 64;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Items {
    slots: BTreeMap<Place, Slot>,
    places: BTreeMap<Box<str>, Place>,
    /// The latest image of each call.
    images: BTreeMap<Place, ImageGenCallPartialImage>,
}

/// An item and the state that it does not hold itself.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// With its parts in the order of their arrival, unless `indexes` are ordered.
    pub(super) item: OutputItem,
    /// The item with its parts in order, once somebody asked for it.
    ordered: OnceLock<Box<OutputItem>>,
    /// The id of the item, or the one that an event gives it.
    id: Option<Box<str>>,
    /// The status of an item that has none itself.
    pub(super) progress: ItemStatus,
    /// The item came complete, so that later events do not change it.
    done: bool,
    /// The stream was joined in the middle of the item.
    pub(super) headless: bool,
    pub(super) indexes: PartIndexes,
    reader: JsonReader,
}

/// The reader of the JSON of an item, once somebody asked for it, with the index of the part that has the text. It is no
/// part of what the item is.
#[derive(Clone, Debug, Default)]
struct JsonReader(Option<Box<(Option<Place>, PartialJson)>>);

impl PartialEq for JsonReader {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for JsonReader {}

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        let Self { item: _, ordered: _, id, progress, done, headless, indexes, reader: _ } = self;
        (id, progress, done, headless) == (&other.id, &other.progress, &other.done, &other.headless)
            && indexes == &other.indexes
            && self.item() == other.item()
    }
}

impl Eq for Slot {}

impl Slot {
    fn new(item: OutputItem, progress: ItemStatus) -> Self {
        let id = id_of(&item);
        let indexes = partial_item::part_indexes(&item);
        let ordered = OnceLock::new();
        Self { item, ordered, id, progress, done: false, headless: false, indexes, reader: JsonReader::default() }
    }

    /// Returns the item with its parts in order.
    pub(super) fn item(&self) -> &OutputItem {
        if self.indexes.are_ordered() {
            return &self.item;
        }
        self.ordered.get_or_init(|| {
            let mut item = self.item.clone();
            partial_item::order(&mut item, &self.indexes);
            Box::new(item)
        })
    }

    /// Keeps the order that [`item`](Self::item) made, so that it is made once.
    fn keep_order(&mut self) {
        if let Some(item) = self.ordered.take() {
            self.item = *item;
            self.indexes.record_order();
        }
    }

    fn into_item(mut self) -> OutputItem {
        self.keep_order();
        if !self.indexes.are_ordered() {
            partial_item::order(&mut self.item, &self.indexes);
        }
        self.item
    }

    /// Returns the text of the item that may be JSON, with the place of the part that has it.
    fn json_text(&self) -> Option<(Option<Place>, &str)> {
        json_text_of(&self.item, &self.indexes)
    }

    /// Merges the item with what was built of it before it came.
    fn merge(&mut self, old: Self) {
        self.id = self.id.take().or(old.id);
        self.progress = old.progress;
        self.headless = old.headless;
        partial_item::merge(&mut self.item, &mut self.indexes, old.item, old.indexes);
    }

    fn has_type_of(&self, other: &Self) -> bool {
        self.item.part_type() == other.item.part_type()
    }

    fn has_id(&self, id: Option<&str>) -> bool {
        self.id.is_some() && self.id.as_deref() == id
    }
}

impl Items {
    pub(super) fn iter(&self) -> impl Iterator<Item = &OutputItem> {
        self.slots.values().map(Slot::item)
    }

    pub(super) fn at(&self, index: Number) -> Option<&Slot> {
        self.slots.get(&place_at(index)?)
    }

    /// Reads the JSON of the item at this place, as far as it has come.
    pub(super) fn partial_value(&mut self, index: Number) -> Option<&Value> {
        let slot = self.slots.get_mut(&place_at(index)?)?;
        let (part, text) = json_text_of(&slot.item, &slot.indexes)?;
        let (of_part, reader) = &mut **slot.reader.0.get_or_insert_default();
        if mem::replace(of_part, part) != part {
            *reader = PartialJson::new();
        }
        reader.read(text);
        reader.value()
    }

    /// Discards the reader of the item if an event brings another text than the one that was read.
    pub(super) fn discard_reader(&mut self, at: &EventPosition<'_>, whole: &str) {
        let place = self.locate(at.output_index, at.item_id.as_deref(), |_| true);
        if let Some(slot) = self.slots.get_mut(&place) {
            if slot.reader.0.is_some() && slot.json_text().is_none_or(|(_, text)| text != whole) {
                slot.reader = JsonReader::default();
            }
        }
    }

    pub(super) fn by_id(&self, item_id: &str) -> Option<&OutputItem> {
        self.places.get(item_id).and_then(|place| self.slots.get(place)).map(Slot::item)
    }

    pub(super) fn partial_image(&self, item_id: &str) -> Option<&ImageGenCallPartialImage> {
        let is_meant = |image: &&ImageGenCallPartialImage| image.item_id == item_id;
        let named = self.places.get(item_id).and_then(|place| self.images.get(place)).filter(is_meant);
        named.or_else(|| self.images.values().find(is_meant))
    }

    pub(super) fn into_output(self) -> Vec<OutputItem> {
        self.slots.into_values().map(Slot::into_item).collect()
    }

    /// Returns `true` if the output does not start with these items, or one of them was begun in its middle.
    pub(super) fn is_head_missing(&self) -> bool {
        self.slots.is_empty() || (0..).zip(&self.slots).any(|(index, (place, slot))| index != *place || slot.headless)
    }

    /// Removes the items and returns their states; the images stay.
    pub(super) fn archive(&mut self) -> ArchivedStates {
        let state = |(place, slot): (Place, Slot)| (place, ArchivedState::new(&slot.item, slot.id, slot.progress));
        let states = mem::take(&mut self.slots).into_iter().map(state).collect();
        ArchivedStates { states, places: mem::take(&mut self.places) }
    }

    /// Inserts the output of a response that is not over, where there are no items yet or the items have less.
    pub(super) fn seed(&mut self, output: Vec<OutputItem>) {
        for (place, item) in (0..).zip(output) {
            let mut slot = Slot::new(item, ItemStatus::InProgress);
            if let Entry::Occupied(old) = self.slots.entry(place) {
                let is_fuller = slot.has_type_of(old.get()) && has_more_text(&slot.item, &old.get().item);
                if old.get().done || !is_fuller {
                    continue;
                }
                let old = old.remove();
                self.forget(old.id.as_deref(), place);
                slot.merge(old);
                slot.headless = false;
            }
            self.put(place, slot);
        }
    }

    /// Inserts a new item; after the last one if its place is taken, as some servers count wrongly and nothing may be
    /// lost. If it comes late or again, it keeps what was built of it.
    pub(super) fn add(&mut self, index: Option<Number>, item: OutputItem) {
        let mut slot = Slot::new(item, ItemStatus::InProgress);
        let known = slot.id.as_ref().and_then(|id| self.places.get(id).copied());
        let place = match index.and_then(place_at) {
            None => known.unwrap_or_else(|| self.next_place()),
            Some(place) => match self.slots.get(&place) {
                Some(old) if old.id.is_some() && slot.id.is_some() && old.id != slot.id => self.next_place(),
                _ => place,
            },
        };
        let mut place = place;
        if let Entry::Occupied(old) = self.slots.entry(place) {
            if old.get().has_type_of(&slot) {
                if old.get().done {
                    return;
                }
                let old = old.remove();
                self.forget(old.id.as_deref(), place);
                slot.merge(old);
            } else if old.get().done {
                // It is another item, numbered or named as one before it.
                place = self.next_place();
            }
        }
        self.put(place, slot);
    }

    /// Inserts an item that is done.
    pub(super) fn finish(&mut self, index: Option<Number>, item: OutputItem) {
        let mut slot = Slot::new(item, ItemStatus::Completed);
        slot.done = true;
        let place = self.locate(index, slot.id.as_deref(), |item| item.part_type() == slot.item.part_type());
        if let Some(old) = self.slots.get_mut(&place) {
            if old.json_text().map(|(_, text)| text) == json_text(&slot.item) {
                slot.reader = mem::take(&mut old.reader);
            }
            if old.progress.is_final() {
                slot.progress = old.progress.clone();
            }
            if slot.id.is_none() && !old.done && old.has_type_of(&slot) {
                slot.id.clone_from(&old.id);
            }
        }
        self.put(place, slot);
    }

    fn put(&mut self, place: Place, slot: Slot) {
        let id = slot.id.clone();
        let old = self.slots.insert(place, slot).and_then(|slot| slot.id);
        self.forget(old.as_deref(), place);
        if let Some(id) = id {
            self.places.insert(id, place);
        }
    }

    /// Removes the place of an id that the item there had.
    fn forget(&mut self, id: Option<&str>, place: Place) {
        if id.is_some_and(|id| self.places.get(id) == Some(&place)) {
            id.and_then(|id| self.places.remove(id));
        }
    }

    /// Returns the item that an event refers to, and begins it if there is none. Returns `None` if the item has another
    /// type or is done.
    pub(super) fn open<T: PartialItem>(&mut self, at: &EventPosition<'_>) -> Option<(&mut T, &mut PartIndexes)> {
        let slot = self.slot(at, |item| T::get(item).is_some(), T::begin)?;
        Some((T::get_mut(&mut slot.item)?, &mut slot.indexes))
    }

    /// Does the same for items of one type or several.
    pub(super) fn slot(
        &mut self,
        at: &EventPosition<'_>,
        fits: impl Fn(&OutputItem) -> bool,
        begin: impl FnOnce(Option<String>) -> OutputItem,
    ) -> Option<&mut Slot> {
        let id = at.item_id.as_deref().filter(|id| !id.is_empty());
        let place = self.locate(at.output_index, id, fits);
        let slot = self.slots.entry(place).or_insert_with(|| {
            let mut slot = Slot::new(begin(id.map(String::from)), ItemStatus::InProgress);
            // Its id is not in `places` yet.
            slot.id = None;
            slot.headless = true;
            slot
        });
        if slot.id.is_none() {
            slot.id = id.map(Box::from);
            self.places.extend(slot.id.clone().map(|id| (id, place)));
        }
        slot.keep_order();
        if slot.done { None } else { Some(slot) }
    }

    /// Records that an event brought the first part of its item whole, or the only text.
    pub(super) fn complete_head(&mut self, at: &EventPosition<'_>) {
        let place = self.locate(at.output_index, at.item_id.as_deref(), |_| true);
        if let Some(slot) = self.slots.get_mut(&place) {
            slot.headless = false;
        }
    }

    /// Replaces the latest image of the call.
    pub(super) fn set_partial_image(&mut self, image: &ImageGenCallPartialImage, at: &EventPosition<'_>) {
        let is_call = |item: &OutputItem| matches!(item, OutputItem::ImageGenerationCall(_));
        let place = self.locate(at.output_index, at.item_id.as_deref(), is_call);
        self.images.insert(place, image.clone());
    }

    /// Returns the place of the item that an event refers to, or the place to begin it at. The event refers to the item
    /// with its id; if there is none, to the item at its index, or without an index to the last item that fits.
    ///
    /// The index alone is not enough, as some servers number every item 0, nor is the id: some proxies change it in
    /// every event, and some servers give it to several items.
    fn locate(&self, index: Option<Number>, id: Option<&str>, fits: impl Fn(&OutputItem) -> bool) -> Place {
        let id = id.filter(|id| !id.is_empty());
        let index = index.and_then(place_at);
        let (place, slot) = match index {
            Some(place) => (place, self.slots.get(&place)),
            None => self.slots.last_key_value().map_or((0, None), |(place, slot)| (*place, Some(slot))),
        };
        if slot.is_some_and(|slot| slot.has_id(id)) {
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
            Some(_) if index.is_none() => {
                let is_meant = |slot: &Slot| open(slot) && (id.is_none() || slot.id.is_none());
                let is_called =
                    |id: &str| self.last_where(|slot| open(slot) && slot.item.call_id().as_deref() == Some(id));
                id.and_then(is_called)
                    .or_else(|| self.slots.last_key_value().filter(|(_, slot)| open(slot)).map(|(place, _)| *place))
                    .or_else(|| self.last_where(is_meant))
                    .unwrap_or_else(|| self.next_place())
            }
            Some(slot) if open(slot) => place,
            Some(_) => self.next_place(),
        }
    }

    fn last_where(&self, is_meant: impl Fn(&Slot) -> bool) -> Option<Place> {
        // Bounded, so that an event costs the same however many items there are.
        self.slots.iter().rev().take(MAX_OPEN).find(|(_, slot)| is_meant(slot)).map(|(place, _)| *place)
    }

    fn next_place(&self) -> Place {
        self.slots.last_key_value().map_or(0, |(place, _)| place + 1)
    }
}

/// Returns the text of the item that may be JSON: arguments, or the first text of a message.
pub(super) fn json_text(item: &OutputItem) -> Option<&str> {
    match item {
        OutputItem::Message(message) => message.content().iter().find_map(|part| match part {
            ContentPart::OutputText(part) => part.text.as_deref(),
            _ => None,
        }),
        OutputItem::FunctionCall(call) => call.arguments.as_deref(),
        OutputItem::McpCall(call) => call.arguments.as_deref(),
        OutputItem::CustomToolCall(call) => call.input.as_deref(),
        _ => None,
    }
}

/// Returns the text of an item that events build, with the place of the part that has it.
fn json_text_of<'i>(item: &'i OutputItem, indexes: &PartIndexes) -> Option<(Option<Place>, &'i str)> {
    let OutputItem::Message(message) = item else { return Some((None, json_text(item)?)) };
    let content = message.content();
    indexes.content.iter().find_map(|(place, position)| match &content[position] {
        ContentPart::OutputText(part) => Some((Some(place), part.text.as_deref()?)),
        _ => None,
    })
}

/// Returns `true` if an item has more text than another one. It reads no more of the other than it must.
fn has_more_text(item: &OutputItem, other: &OutputItem) -> bool {
    let mut rest: usize = text_lens(item).sum();
    rest > 0
        && text_lens(other).all(|len| {
            rest = rest.saturating_sub(len);
            rest > 0
        })
}

/// Returns the length of each text that events make grow in an item.
fn text_lens(item: &OutputItem) -> Box<dyn Iterator<Item = usize> + '_> {
    fn content(parts: &[ContentPart]) -> impl Iterator<Item = usize> {
        parts.iter().filter_map(ContentPart::text).map(str::len)
    }
    fn one(text: Option<&String>) -> Box<dyn Iterator<Item = usize>> {
        Box::new(text.map(String::len).into_iter())
    }

    match item {
        OutputItem::Message(item) => Box::new(content(item.content())),
        OutputItem::Reasoning(item) => {
            let summary = item.summary().iter().map(|part| match part {
                SummaryPart::SummaryText(part) => part.text().len(),
                _ => 0,
            });
            Box::new(content(item.content()).chain(summary))
        }
        OutputItem::FunctionCall(item) => one(item.arguments.as_ref()),
        OutputItem::CustomToolCall(item) => one(item.input.as_ref()),
        OutputItem::McpCall(item) => one(item.arguments.as_ref()),
        OutputItem::CodeInterpreterCall(item) => one(item.code.as_ref()),
        OutputItem::ApplyPatchCall(item) => one(item.operation.as_ref().and_then(|operation| operation.diff.as_ref())),
        OutputItem::ShellCall(item) => {
            let commands = item.action.as_ref().and_then(|action| action.commands.as_deref());
            Box::new(commands.unwrap_or_default().iter().map(String::len))
        }
        OutputItem::ShellCallOutput(item) => {
            let texts = item.output().iter().flat_map(|output| [&output.stdout, &output.stderr]);
            Box::new(texts.flatten().map(String::len))
        }
        _ => Box::new(iter::empty()),
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use serde_json::json;

    use super::super::Snapshot;
    use super::*;
    use crate::payload::{Annotation, OutputText};

    /// Parts of each list.
    const PARTS: usize = 300;

    /// Returns the orders in which the parts of a list may come.
    fn orders() -> [(&'static str, Vec<usize>); 4] {
        let alternately = (0..PARTS).map(|step| if step % 2 == 0 { step / 2 } else { PARTS - 1 - step / 2 });
        [
            ("ascending", (0..PARTS).collect()),
            ("descending", (0..PARTS).rev().collect()),
            ("shuffled", (0..PARTS).map(|step| step * 127 % PARTS).collect()),
            ("alternately from both ends", alternately.collect()),
        ]
    }

    /// An event that brings the part at an index, for each list that has parts.
    const EVENTS: &[fn(usize) -> Value] = &[
        |index| json!({"type": "response.output_text.delta", "content_index": index, "delta": "text"}),
        |index| json!({"type": "response.refusal.delta", "content_index": index, "delta": "no"}),
        |index| json!({"type": "response.output_text.done", "content_index": index, "text": index.to_string()}),
        |index| json!({"type": "response.reasoning_text.delta", "content_index": index, "delta": "text"}),
        |index| json!({"type": "response.reasoning_summary_text.delta", "summary_index": index, "delta": "text"}),
        |index| json!({"type": "response.shell_call_command.delta", "command_index": index, "delta": "ls"}),
        |index| json!({"type": "response.shell_call_output_content.delta", "command_index": index, "delta": {"stdout": "a"}}),
        |index| {
            json!({"type": "response.content_part.added", "content_index": index,
                "part": {"type": "output_text", "text": "text"}})
        },
        |index| {
            json!({"type": "response.reasoning_summary_part.done", "summary_index": index,
                "part": {"type": "summary_text", "text": "text"}})
        },
        |index| {
            json!({"type": "response.output_text.annotation.added", "content_index": 0, "annotation_index": index,
                "annotation": {"type": "url_citation", "url": "https://a.example"}})
        },
    ];

    /// Returns the address of the text of each part, as the parts are in memory.
    fn addresses(item: &OutputItem) -> Vec<*const u8> {
        let of_url = |annotation: &Annotation| match annotation {
            Annotation::UrlCitation(citation) => citation.url.as_deref().map(str::as_ptr),
            _ => None,
        };
        let of_part = |part: &ContentPart| -> Vec<_> {
            match part {
                ContentPart::OutputText(OutputText { annotations: Some(annotations), .. }) => {
                    annotations.iter().map(of_url).collect()
                }
                part => [part.text().map(str::as_ptr)].into(),
            }
        };
        let addresses: Vec<Option<*const u8>> = match item {
            OutputItem::Message(item) => item.content().iter().flat_map(of_part).collect(),
            OutputItem::Reasoning(item) => {
                let summary = item.summary().iter().map(|part| match part {
                    SummaryPart::SummaryText(part) => Some(part.text().as_ptr()),
                    _ => None,
                });
                item.content().iter().flat_map(of_part).chain(summary).collect()
            }
            OutputItem::ShellCall(item) => {
                let commands = item.action.as_ref().and_then(|action| action.commands.as_deref());
                commands.unwrap_or_default().iter().map(|command| Some(command.as_ptr())).collect()
            }
            OutputItem::ShellCallOutput(item) => {
                item.output().iter().map(|output| output.stdout.as_deref().map(str::as_ptr)).collect()
            }
            other => panic!("the item has no parts: {other:?}"),
        };
        addresses.into_iter().map(|address| address.expect("a part has a text")).collect()
    }

    #[test]
    fn no_event_moves_a_part_that_is_there() {
        for event in EVENTS {
            for (order, indexes) in orders() {
                let (mut snapshot, mut before, mut moved) = (Snapshot::new(), Vec::new(), 0);
                for index in indexes {
                    let mut json = event(index);
                    json["output_index"] = 0.into();
                    let event = crate::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"));
                    snapshot.apply(&event);
                    let now = addresses(&snapshot.items.slots[&0].item);
                    moved += before.iter().zip(&now).filter(|(before, now)| before != now).count();
                    assert_eq!(now.len(), before.len() + 1, "{json} brings a part");
                    before = now;
                }
                assert_eq!(moved, 0, "parts moved by {} in {order} order", event(0)["type"]);
            }
        }
    }

    #[test]
    fn parts_are_ordered_only_if_they_are_read_and_only_once() {
        for event in EVENTS {
            for (order, indexes) in orders() {
                let mut snapshot = Snapshot::new();
                let apply = |snapshot: &mut Snapshot, index| {
                    let mut json = event(index);
                    json["output_index"] = 0.into();
                    snapshot
                        .apply(&crate::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}")));
                };
                for index in indexes {
                    apply(&mut snapshot, index);
                    let slot = &snapshot.items.slots[&0];
                    assert!(slot.ordered.get().is_none(), "{order}: nobody read");
                    if order == "ascending" {
                        let item = core::ptr::from_ref(slot.item());
                        assert!(core::ptr::eq(item, &raw const slot.item), "{order}: a read copies nothing");
                    }
                }
                let read = addresses(snapshot.item(0).expect("the item"));
                assert_eq!(read.len(), PARTS);
                // An event for a part that is there keeps the order that the read made.
                apply(&mut snapshot, PARTS - 1);
                assert!(snapshot.items.slots[&0].indexes.are_ordered(), "{order}");
            }
        }
    }
}
