//! The sequence of the types of events, and the deltas one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use response_event::{Number, RawJson, ResponseEvent, from_slice};
use serde_json::Value;

use super::difference::{Difference, Kind};

/// The events of a lane, in their order. Of the deltas of one text, only the first counts, unless deltas are compared.
pub(crate) struct Sequence {
    steps: Vec<Step>,
    counts: BTreeMap<Rc<str>, u64>,
    has_deltas: bool,
    /// The number of the response, from 0.
    response: usize,
    /// The texts of this response of which a delta came.
    begun: BTreeSet<String>,
    /// The deltas of each text, by its response and place.
    deltas: BTreeMap<(usize, String), Vec<Value>>,
    /// The items that have no index, by their id, in the order of their first delta.
    unplaced: BTreeMap<String, usize>,
}

struct Step {
    event_type: Rc<str>,
    /// The number of the event in its input, from 1.
    number: u64,
}

/// Returns `true` for the type of an event that brings a piece of a text.
fn is_delta(event_type: &str) -> bool {
    event_type.rsplit('.').next() == Some("delta")
}

/// The fields of a delta that tell its text, and the delta itself.
#[derive(Default, ResponseEvent)]
#[event(untagged)]
struct DeltaEvent {
    output_index: Option<Number>,
    item_id: Option<String>,
    content_index: Option<Number>,
    summary_index: Option<Number>,
    command_index: Option<Number>,
    delta: Option<RawJson>,
}

impl Sequence {
    pub(crate) fn new(has_deltas: bool) -> Self {
        Self {
            steps: Vec::new(),
            counts: BTreeMap::new(),
            has_deltas,
            response: 0,
            begun: BTreeSet::new(),
            deltas: BTreeMap::new(),
            unplaced: BTreeMap::new(),
        }
    }

    /// Begins with the next response of the lane.
    pub(crate) fn begin_response(&mut self) {
        self.response += 1;
        self.begun.clear();
        self.unplaced.clear();
    }

    /// Takes the next event.
    pub(crate) fn push(&mut self, event_type: &str, number: u64, json: &[u8]) {
        if is_delta(event_type) && !self.take_delta(event_type, json) {
            return;
        }
        let event_type =
            self.counts.get_key_value(event_type).map_or_else(|| event_type.into(), |(known, _)| Rc::clone(known));
        *self.counts.entry(Rc::clone(&event_type)).or_default() += 1;
        self.steps.push(Step { event_type, number });
    }

    /// Takes a delta. Returns `true` if it counts.
    fn take_delta(&mut self, event_type: &str, json: &[u8]) -> bool {
        let delta: DeltaEvent = from_slice(json).unwrap_or_default();
        let place = self.place_of(event_type, &delta);
        if self.has_deltas {
            let text = delta.delta.and_then(|delta| delta.decode().ok()).unwrap_or_default();
            self.deltas.entry((self.response, place)).or_default().push(text);
            return true;
        }
        self.begun.insert(place)
    }

    /// Returns the text that a delta is a piece of: its item, its part and the type of the event.
    fn place_of(&mut self, event_type: &str, delta: &DeltaEvent) -> String {
        let mut place = match (delta.output_index, &delta.item_id) {
            (Some(index), _) => format!("/output/{index}"),
            (None, Some(id)) => {
                let next = self.unplaced.len() + 1;
                format!("item {}", self.unplaced.entry(id.clone()).or_insert(next))
            }
            (None, None) => "response".to_owned(),
        };
        let parts =
            [("content", delta.content_index), ("summary", delta.summary_index), ("commands", delta.command_index)];
        for (list, index) in parts {
            if let Some(index) = index {
                place.extend(["/", list, "/", &index.to_string()]);
            }
        }
        place.extend([" ", event_type]);
        place
    }

    /// Finds the differences from the other sequence.
    pub(crate) fn compare(&self, other: &Self, found: &mut impl FnMut(Option<usize>, Difference)) {
        let types: BTreeSet<_> = self.counts.keys().chain(other.counts.keys()).collect();
        for event_type in types {
            let [a, b] = [self, other].map(|one| one.counts.get(event_type).copied().unwrap_or_default());
            if a != b {
                let is_of_texts = !self.has_deltas && is_delta(event_type);
                let kind = Kind::Count { event_type: event_type.to_string(), is_of_texts };
                found(None, Difference { kind, a: Some(a.into()), b: Some(b.into()) });
            }
        }
        let common = self.steps.iter().zip(&other.steps).take_while(|(a, b)| a.event_type == b.event_type).count();
        let [a, b] = [self, other].map(|one| one.steps.get(common));
        if a.is_some() || b.is_some() {
            let event_type = |step: Option<&Step>| step.map(|step| Value::from(&*step.event_type));
            let kind = Kind::Order { numbers: [a, b].map(|step| step.map(|step| step.number)) };
            found(None, Difference { kind, a: event_type(a), b: event_type(b) });
        }
        self.compare_deltas(other, found);
    }

    fn compare_deltas(&self, other: &Self, found: &mut impl FnMut(Option<usize>, Difference)) {
        let places: BTreeSet<_> = self.deltas.keys().chain(other.deltas.keys()).collect();
        for place in places {
            let [a, b] = [self, other].map(|one| one.deltas.get(place).map(Vec::as_slice).unwrap_or_default());
            let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
            if common < a.len().max(b.len()) {
                let (response, place) = place;
                let kind = Kind::Delta { place: place.clone(), number: common + 1, counts: [a.len(), b.len()] };
                found(Some(*response), Difference { kind, a: a.get(common).cloned(), b: b.get(common).cloned() });
            }
        }
    }
}
