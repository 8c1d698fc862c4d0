//! Every clean stream, broken in every place: one fault is one error, at most.

use response_event::checker::{Code, Finding, Profile, Severity, StreamChecker};
use serde_json::{Value, json};

use crate::mutate::{Events, renumber};
use crate::streams;

fn check(texts: &[String], profile: Profile) -> Vec<Finding> {
    let mut checker = StreamChecker::new(profile);
    let mut findings: Vec<_> = texts.iter().flat_map(|json| checker.check_json(json)).collect();
    findings.extend(checker.finish());
    findings
}

fn texts(events: &[Value]) -> Vec<String> {
    events.iter().map(Value::to_string).collect()
}

/// The checker's findings in the broken streams.
#[derive(Default)]
struct Tally {
    streams: usize,
    silent: usize,
    failed: Vec<String>,
}

impl Tally {
    /// Checks a broken stream.
    fn add(&mut self, what: &str, texts: &[String]) {
        self.add_rest(what, &StreamChecker::new(Profile::Strict), texts);
    }

    /// Checks the rest of a broken stream.
    fn add_rest(&mut self, what: &str, before: &StreamChecker, rest: &[String]) {
        self.streams += 1;
        let mut checker = before.clone();
        let mut findings: Vec<_> = rest.iter().flat_map(|json| checker.check_json(json)).collect();
        findings.extend(checker.finish());
        self.silent += usize::from(findings.is_empty());
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        if errors.len() > 1 {
            let list: Vec<_> = errors.iter().map(ToString::to_string).collect();
            self.failed.push(format!("{what}:\n    {}", list.join("\n    ")));
        }
    }

    fn assert(self, what: &str) {
        println!("{what}: {} broken streams, {} without a finding", self.streams, self.silent);
        let shown: Vec<_> = self.failed.iter().take(40).map(String::as_str).collect();
        let count = self.failed.len();
        assert!(count == 0, "{count} of {} faults are more than one error:\n{}", self.streams, shown.join("\n"));
    }
}

#[test]
fn an_event_that_is_lost_repeated_or_moved_is_one_error() {
    type Breaks = fn(&mut Events, usize);
    let breaks: &[(&str, Breaks)] = &[
        ("is lost", |events, place| drop(events.remove(place))),
        ("is repeated", |events, place| events.insert(place + 1, events[place].clone())),
        ("comes after the next", |events, place| {
            if place + 1 < events.len() {
                events.swap(place, place + 1);
            }
        }),
    ];
    let mut tally = Tally::default();
    for (name, clean) in streams::ALL {
        for place in 0..clean().len() {
            for (how, breaks) in breaks {
                let mut events = clean();
                let event_type = events[place]["type"].clone();
                breaks(&mut events, place);
                tally.add(&format!("{name}: event {} ({event_type}) {how}", place + 1), &texts(&events));
                renumber(&mut events);
                let what = format!("{name}: event {} ({event_type}) {how}, and the others are renumbered", place + 1);
                tally.add(&what, &texts(&events));
            }
        }
    }
    tally.assert("events that are lost, repeated or moved");
}

#[test]
fn an_event_that_cannot_be_read_is_one_error() {
    type Breaks = fn(&mut String);
    let breaks: &[(&str, Breaks)] = &[
        ("is no JSON", |text| *text = "<html>".into()),
        ("is cut off at its half", |text| text.truncate(text.len() / 2)),
        ("is cut off at its end", |text| text.truncate(text.len() - 1)),
        ("is a list", |text| *text = format!("[{text}]")),
        ("is empty", String::clear),
        ("is an object without fields", |text| *text = "{}".into()),
        ("is of an unknown type", |text| *text = text.replacen("\"type\":\"response.", "\"type\":\"respones.", 1)),
        ("has a field twice", |text| *text = text.replacen('{', "{\"sequence_number\":0,", 1)),
    ];
    let mut tally = Tally::default();
    for (name, clean) in streams::ALL {
        let events = clean();
        for place in 0..events.len() {
            for (how, breaks) in breaks {
                let mut texts = texts(&events);
                // `type` last: what is cut off has the other fields.
                breaks(&mut texts[place]);
                let what = format!("{name}: event {} ({}) {how}", place + 1, events[place]["type"]);
                tally.add(&what, &texts);
            }
        }
    }
    tally.assert("events that cannot be read");
}

/// Calls `visit` with the pointer to every value in `value`.
fn visit(value: &Value, pointer: &mut String, visits: &mut Vec<String>) {
    let mut inside = |name: &str, value| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(name);
        visits.push(pointer.clone());
        visit(value, pointer, visits);
        pointer.truncate(length);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| inside(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| inside(&index.to_string(), value)),
        _ => {}
    }
}

#[test]
fn a_field_that_is_missing_or_wrong_is_one_error() {
    let values = [None, Some(Value::Null), Some(json!(7)), Some(json!(-0.5)), Some(json!("x"))];
    let mut tally = Tally::default();
    for (name, clean) in streams::ALL {
        let events = clean();
        let mut checker = StreamChecker::new(Profile::Strict);
        for place in 0..events.len() {
            let rest = texts(&events[place..]);
            let mut pointers = Vec::new();
            visit(&events[place], &mut String::new(), &mut pointers);
            for pointer in &pointers {
                for value in &values {
                    let mut event = events[place].clone();
                    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
                    match (event.pointer_mut(parent), value) {
                        (Some(Value::Object(fields)), None) => drop(fields.remove(field)),
                        (Some(Value::Object(fields)), Some(value)) => drop(fields.insert(field.into(), value.clone())),
                        (Some(Value::Array(items)), None) => drop(items.remove(field.parse().expect("an index"))),
                        (Some(Value::Array(items)), Some(value)) => {
                            items[field.parse::<usize>().expect("an index")] = value.clone();
                        }
                        _ => unreachable!("the pointer was found"),
                    }
                    let how = value.as_ref().map_or("is missing".into(), |value| format!("is {value}"));
                    let event_type = &events[place]["type"];
                    let mut rest = rest.clone();
                    rest[0] = event.to_string();
                    let what = format!("{name}: event {} ({event_type}): {pointer} {how}", place + 1);
                    tally.add_rest(&what, &checker, &rest);
                }
            }
            checker.check_json(&rest[0]);
        }
    }
    tally.assert("fields that are missing or wrong");
}

#[test]
fn an_id_or_index_of_another_item_is_one_error() {
    let mut tally = Tally::default();
    for (name, clean) in streams::ALL.iter().filter(|(name, _)| *name != "lanes") {
        let events = clean();
        for place in 0..events.len() {
            for other in &events {
                for (field, value) in [
                    ("item_id", &other["item_id"]),
                    ("item_id", &other["item"]["id"]),
                    ("output_index", &other["output_index"]),
                    ("content_index", &other["content_index"]),
                    ("summary_index", &other["summary_index"]),
                ] {
                    let own = &events[place][field];
                    if own.is_null() || value.is_null() || own == value {
                        continue;
                    }
                    let mut events = events.clone();
                    events[place][field] = value.clone();
                    let event_type = &events[place]["type"];
                    tally.add(
                        &format!("{name}: event {} ({event_type}): {field} is {value}", place + 1),
                        &texts(&events),
                    );
                }
            }
        }
    }
    tally.assert("ids and indexes of other items");
}

#[test]
fn a_hundred_deltas_of_an_item_that_was_not_added_are_one_error() {
    let mut events = streams::text();
    let delta = events[4].clone();
    events.retain(|event| {
        !matches!(event["type"].as_str(), Some("response.output_item.added" | "response.output_text.done"))
    });
    for _ in 0..100 {
        events.insert(4, delta.clone());
    }
    renumber(&mut events);
    let codes: Vec<_> = check(&texts(&events), Profile::Strict).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::ItemNotAdded]);
}

#[test]
fn a_stream_that_is_cut_off_is_one_error() {
    for (name, clean) in streams::ALL {
        let events = clean();
        for end in 0..events.len() {
            let findings = check(&texts(&events[..end]), Profile::Strict);
            let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
            let lanes = if *name == "lanes" { 2 } else { 1 };
            assert!(errors <= lanes, "{name} up to event {end}: {findings:#?}");
            assert!(!findings.is_empty(), "{name} up to event {end}");
        }
    }
}
