//! The indexes of the parts in an item's lists: a stream may leave out parts before them, and bring them in any order.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;
use core::mem;

use super::merge::MergeMissing;
use super::place::{Place, place_at};
use crate::Number;
use crate::payload::{Annotation, ContentPart, OutputText};

/// The indexes of the parts in each list of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PartIndexes {
    /// Of the `content`, or of the commands or the output of a shell call.
    pub(super) content: Indexes,
    /// Of the summary of a reasoning.
    pub(super) summary: Indexes,
}

impl PartIndexes {
    /// Returns `true` if the parts are in the order of their indexes.
    pub(super) fn are_ordered(&self) -> bool {
        !self.content.is_unordered && !self.summary.is_unordered
    }

    /// Records that the lists were ordered.
    pub(super) fn record_order(&mut self) {
        self.content.record_order();
        self.summary.record_order();
    }
}

/// The index of each part in a list, as events name it.
///
/// A new part is appended to the list, so that it costs the same wherever it belongs. [`order`](Self::order) then brings
/// all parts into their order at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Indexes {
    parts: BTreeMap<Place, PartState>,
    /// The parts, or the annotations of one of them, are not in the order of their indexes.
    is_unordered: bool,
}

/// The position of a part in the list, and how far the part is.
#[derive(Clone, Debug, Default)]
struct PartState {
    position: usize,
    /// An event of its own added the part.
    announced: bool,
    /// Its text came whole.
    text_done: bool,
    /// It came whole.
    done: bool,
    /// The indexes of its annotations, once an event added one.
    annotations: Option<Box<Indexes>>,
}

impl PartialEq for Indexes {
    /// Compares what the events said, not the order in which they came.
    fn eq(&self, other: &Self) -> bool {
        let said = |(place, part): (&Place, &PartState)| (*place, part.announced, part.text_done, part.done);
        self.parts.len() == other.parts.len() && self.parts.iter().map(said).eq(other.parts.iter().map(said))
    }
}

impl Eq for Indexes {}

impl PartState {
    fn new(position: usize) -> Self {
        Self { position, ..Self::default() }
    }
}

impl Indexes {
    /// Returns the indexes of a complete list.
    pub(super) fn of<P>(parts: &[P]) -> Self {
        let states = (0..parts.len()).map(PartState::new);
        Self { parts: (0..).zip(states).collect(), is_unordered: false }
    }

    /// Returns the place that an index means. No index, or a number that is no index, means the last part.
    pub(super) fn place_of(&self, index: Option<Number>) -> Place {
        index.and_then(place_at).or_else(|| self.last()).unwrap_or(0)
    }

    fn last(&self) -> Option<Place> {
        self.parts.last_key_value().map(|(place, _)| *place)
    }

    fn next(&self) -> Place {
        self.last().map_or(0, |last| last + 1)
    }

    /// Returns the places and positions of the parts, in the order of their indexes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Place, usize)> {
        self.parts.iter().map(|(place, part)| (*place, part.position))
    }

    /// Returns the place of the part that an event about its text means, mostly that of `index` itself.
    ///
    /// Some servers count the index up with each delta. A new index then means the last part: a part that was announced
    /// and is not done, or the parts that the deltas made if together they are the whole text. Those become one part.
    pub(super) fn resolve(
        &mut self,
        parts: &mut Vec<ContentPart>,
        index: Option<Number>,
        fits: fn(&ContentPart) -> bool,
        whole: Option<&str>,
    ) -> Place {
        let place = self.place_of(index);
        let Some((last_place, last)) = self.parts.last_key_value() else { return place };
        let last_part = &parts[last.position];
        if place <= *last_place || !fits(last_part) {
            return place;
        }
        let text = last_part.text().unwrap_or_default();
        if last.announced && !last.done {
            let continues = whole.is_none_or(|whole| whole.trim_start().starts_with(text.trim()));
            return if continues { *last_place } else { place };
        }
        let Some(mut rest) = whole.filter(|whole| !whole.is_empty()) else { return place };
        let mut before = self.parts.iter().rev();
        let first = loop {
            let Some((first, state)) = before.next() else { return place };
            let is_of_delta = !state.announced && !state.text_done && !state.done;
            let part = &parts[state.position];
            let text = part.text().filter(|text| !text.is_empty() && is_of_delta && fits(part));
            match text.and_then(|text| rest.strip_suffix(text)) {
                None => return place,
                Some("") => break *first,
                Some(more) => rest = more,
            }
        };
        self.truncate(parts, first);
        if let Some(part) = self.parts.get_mut(&first) {
            part.announced = true;
        }
        first
    }

    /// Removes the parts after this place.
    fn truncate(&mut self, parts: &mut Vec<ContentPart>, last: Place) {
        while let Some(part) = self.parts.last_entry().filter(|part| *part.key() > last) {
            let position = part.remove().position;
            if self.is_unordered {
                // No index has the position from now on, and ordering leaves it out.
                parts[position] = ContentPart::OutputText(OutputText::new());
            } else {
                parts.truncate(position);
            }
        }
    }

    /// Records that the part at this place is another one, without annotations.
    pub(super) fn forget_annotations(&mut self, place: Place) {
        if let Some(part) = self.parts.get_mut(&place) {
            part.annotations = None;
        }
    }

    /// Records that the text of the part came whole.
    pub(super) fn finish_text(&mut self, place: Place) {
        if let Some(part) = self.parts.get_mut(&place) {
            part.text_done = true;
        }
    }

    /// Returns the part at this place, and inserts it if there is none.
    pub(super) fn get_or_insert_with<'p, P>(
        &mut self,
        parts: &'p mut Vec<P>,
        place: Place,
        begin: impl FnOnce() -> P,
    ) -> &'p mut P {
        let position = self.state(place, parts.len()).position;
        if position == parts.len() {
            parts.push(begin());
        }
        &mut parts[position]
    }

    /// Inserts a part at this place, or replaces the part there.
    pub(super) fn put<P>(&mut self, parts: &mut Vec<P>, place: Place, part: P) {
        let state = self.state(place, parts.len());
        state.done = true;
        state.annotations = None;
        match parts.get_mut(state.position) {
            Some(old) => *old = part,
            None => parts.push(part),
        }
    }

    /// Inserts a part at this index, or merges it with the part there. Without an index it is a new part after the last.
    pub(super) fn add<P: MergeMissing>(&mut self, parts: &mut Vec<P>, index: Option<Number>, part: P) {
        let place = if index.is_some() { self.place_of(index) } else { self.next() };
        self.insert_or_merge(parts, place, part);
        self.state(place, parts.len()).announced = true;
    }

    /// Puts an annotation at its index in the part at this place; without an index after the last one.
    pub(super) fn put_annotation(
        &mut self,
        part: &mut OutputText,
        place: Place,
        index: Option<Number>,
        annotation: Annotation,
    ) {
        let Some(state) = self.parts.get_mut(&place) else { return };
        let annotations = part.annotations.get_or_insert_default();
        let indexes = state.annotations.get_or_insert_with(|| Box::new(Self::of(annotations)));
        let place = index.and_then(place_at).unwrap_or_else(|| indexes.next());
        indexes.put(annotations, place, annotation);
        self.is_unordered |= indexes.is_unordered;
    }

    /// Returns the state of the part at this place. If there is none, it is to be appended to a list of this length.
    fn state(&mut self, place: Place, len: usize) -> &mut PartState {
        let is_before_last = self.last().is_some_and(|last| place < last);
        match self.parts.entry(place) {
            Entry::Occupied(part) => part.into_mut(),
            Entry::Vacant(part) => {
                self.is_unordered |= is_before_last;
                part.insert(PartState::new(len))
            }
        }
    }

    fn insert_or_merge<P: MergeMissing>(&mut self, parts: &mut Vec<P>, place: Place, part: P) {
        let state = self.state(place, parts.len());
        if !part.takes_annotations() {
            state.annotations = None;
        }
        match parts.get_mut(state.position) {
            Some(old) => {
                let old = mem::replace(old, part);
                parts[state.position].merge(old);
            }
            None => parts.push(part),
        }
    }

    /// Merges all parts of a list with those built before it.
    pub(super) fn merge<P: MergeMissing>(&mut self, parts: &mut Vec<P>, old: Self, old_parts: Vec<P>) {
        // The new parts are added to the old ones: an event pays for the parts it brings, not for all that were built.
        let (indexes, new) = (mem::replace(self, old), mem::replace(parts, old_parts));
        for (place, part) in indexes.parts.into_keys().zip(new) {
            self.insert_or_merge(parts, place, part);
        }
    }

    /// Brings the annotations of every part into their order.
    pub(super) fn order_annotations(&self, parts: &mut [ContentPart]) {
        for state in self.parts.values() {
            if let (Some(indexes), ContentPart::OutputText(part)) = (&state.annotations, &mut parts[state.position]) {
                indexes.order(part.annotations.get_or_insert_default());
            }
        }
    }

    /// Brings the parts into the order of their indexes.
    pub(super) fn order<P>(&self, parts: &mut Vec<P>) {
        if self.is_unordered {
            let mut all: Vec<_> = mem::take(parts).into_iter().map(Some).collect();
            parts.extend(self.parts.values().filter_map(|part| all[part.position].take()));
        }
    }

    /// Records that the list was ordered.
    fn record_order(&mut self) {
        if mem::take(&mut self.is_unordered) {
            for (position, part) in self.parts.values_mut().enumerate() {
                part.position = position;
                if let Some(annotations) = &mut part.annotations {
                    annotations.record_order();
                }
            }
        }
    }
}
