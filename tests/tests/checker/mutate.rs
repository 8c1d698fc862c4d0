//! The operations of which mutations are made.

use serde_json::Value;

pub(crate) type Events = Vec<Value>;

/// Returns the place of the `nth` event of a type, from 0.
#[track_caller]
pub(crate) fn place(events: &[Value], event_type: &str, nth: usize) -> usize {
    let found = events.iter().enumerate().filter(|(_, event)| event["type"] == event_type).nth(nth);
    found.unwrap_or_else(|| panic!("there is no event {nth} of the type {event_type}")).0
}

/// Returns the `nth` event of a type, from 0.
#[track_caller]
pub(crate) fn event<'e>(events: &'e mut Events, event_type: &str, nth: usize) -> &'e mut Value {
    let place = place(events, event_type, nth);
    &mut events[place]
}

/// Sets a field of the `nth` event of a type, which may be absent.
#[track_caller]
pub(crate) fn set(events: &mut Events, event_type: &str, nth: usize, pointer: &str, value: impl Into<Value>) {
    let event = event(events, event_type, nth);
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = event.pointer_mut(parent).unwrap_or_else(|| panic!("{event_type} has no {parent}"));
    match parent {
        Value::Array(list) => list[name.parse::<usize>().expect("an index")] = value.into(),
        object => object[name] = value.into(),
    }
}

/// Removes a field of the `nth` event of a type.
#[track_caller]
pub(crate) fn unset(events: &mut Events, event_type: &str, nth: usize, pointer: &str) {
    let event = event(events, event_type, nth);
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let removed = match event.pointer_mut(parent) {
        Some(Value::Object(fields)) => fields.remove(name),
        Some(Value::Array(list)) => Some(list.remove(name.parse().expect("an index"))),
        _ => None,
    };
    assert!(removed.is_some(), "{event_type} has no {pointer}");
}

/// Numbers the events of each lane from 0.
pub(crate) fn renumber(events: &mut Events) {
    let mut next = std::collections::BTreeMap::<String, u64>::new();
    for event in events {
        let next = next.entry(event["stream_id"].to_string()).or_default();
        event["sequence_number"] = (*next).into();
        *next += 1;
    }
}

/// Removes the `nth` event of a type, as if it had never been.
#[track_caller]
pub(crate) fn drop_event(events: &mut Events, event_type: &str, nth: usize) {
    let place = place(events, event_type, nth);
    events.remove(place);
    renumber(events);
}

/// Puts a copy of the `nth` event of a type behind the first event of another.
#[track_caller]
pub(crate) fn copy_behind(events: &mut Events, event_type: &str, nth: usize, behind: &str) {
    let copy = event(events, event_type, nth).clone();
    let place = place(events, behind, 0);
    events.insert(place + 1, copy);
    renumber(events);
}

/// Puts an event behind the `nth` one of a type.
#[track_caller]
pub(crate) fn insert_behind(events: &mut Events, event_type: &str, nth: usize, new: Value) {
    let place = place(events, event_type, nth);
    events.insert(place + 1, new);
    renumber(events);
}
