//! `flatten` and `deny_unknown_fields`: the members that no field names.

use std::collections::{BTreeMap, HashMap};

use response_event::{ExtraFields, Number, ResponseEvent, Validate};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{assert_round_trip, read, refusal, write};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Kept<M> {
    #[serde(alias = "other")]
    id: u8,
    #[serde(flatten)]
    rest: M,
    note: Option<String>,
}

#[test]
fn unknown_members_are_kept_and_written_back() {
    let json = r#"{"type":"t","id":1,"note":"a","x":2,"y":3}"#;
    let map = || [("x".to_owned(), 2_u8), ("y".to_owned(), 3)];
    let note = || Some("a".to_owned());
    let event = Kept { id: 1, rest: BTreeMap::from(map()), note: note() };
    assert_eq!(read::<Kept<BTreeMap<String, u8>>>(json), event);
    // In the place of the field, which is the order of serde too.
    assert_eq!(write(&event), r#"{"type":"t","id":1,"x":2,"y":3,"note":"a"}"#);
    assert_eq!(read::<Kept<BTreeMap<String, u8>>>(&write(&event)), event);

    let event = Kept { id: 1, rest: HashMap::from(map()), note: note() };
    assert_eq!(read::<Kept<HashMap<String, u8>>>(json), event);
    assert_eq!(sorted(&write(&event)), sorted(json));

    let rest = Map::from_iter([("x".to_owned(), json!(2)), ("y".to_owned(), json!(3))]);
    let event = Kept { id: 1, rest, note: note() };
    assert_eq!(read::<Kept<Map<String, Value>>>(json), event);
    assert_eq!(sorted(&write(&event)), sorted(json));

    let event = Kept { id: 1, rest: Some(BTreeMap::from(map())), note: note() };
    assert_eq!(read::<Kept<Option<BTreeMap<String, u8>>>>(json), event);
    assert_eq!(sorted(&write(&event)), sorted(json));
}

fn sorted(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn nothing_unknown_is_an_empty_map() {
    for json in [r#"{"type":"t","id":1}"#, r#"{"other":1,"type":"t"}"#, r#"{"note":null,"type":"t","other":1}"#] {
        assert_eq!(read::<Kept<BTreeMap<String, u8>>>(json), Kept { id: 1, rest: BTreeMap::new(), note: None });
    }
    assert_eq!(write(&Kept { id: 1, rest: None::<BTreeMap<String, u8>>, note: None }), r#"{"type":"t","id":1}"#);
}

#[test]
fn unknown_members_are_kept_wherever_the_type_stands() {
    let json = r#"{"x":2,"id":1,"type":"t","y":3}"#;
    let rest = BTreeMap::from([("x".to_owned(), 2_u8), ("y".to_owned(), 3)]);
    assert_eq!(read::<Kept<BTreeMap<String, u8>>>(json), Kept { id: 1, rest, note: None });
}

#[test]
fn a_member_twice_is_an_error_unknown_or_not() {
    assert_eq!(refusal::<Kept<Map<String, Value>>>(r#"{"type":"t","id":1,"x":1,"x":2}"#), "duplicate field `x`");
    assert_eq!(refusal::<Kept<Map<String, Value>>>(r#"{"type":"t","id":1,"other":2}"#), "duplicate field `other`");
    assert_eq!(refusal::<Kept<Map<String, Value>>>(r#"{"type":"t","id":1,"type":"t"}"#), "duplicate field `type`");
    assert_eq!(refusal::<Kept<Map<String, Value>>>(r#"{"type":"t","x":1}"#), "missing field `id`");
}

#[test]
fn a_map_cannot_smuggle_in_a_member_that_has_a_field() {
    for name in ["type", "id", "note", "other"] {
        let rest = BTreeMap::from([(name, 2)]);
        let error = serde_json::to_string(&Kept { id: 1, rest, note: None }).unwrap_err().to_string();
        assert!(error.contains(&format!("`{name}`")), "{error}");
    }
}

/// The members of a part that several events share.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shared {
    index: Number,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<Value>,
}

#[test]
fn a_struct_can_be_flattened() {
    let rest = Shared { index: 3.into(), labels: vec!["a".into()], extra: None };
    let event = Kept { id: 1, rest, note: None };
    assert_round_trip(&event, r#"{"type":"t","id":1,"index":3,"labels":["a"]}"#);
    assert_eq!(
        read::<Kept<Shared>>(r#"{"labels":["a"],"else":[{}],"type":"t","index":3,"id":1}"#),
        event,
        "what the struct does not name is ignored",
    );
    assert!(refusal::<Kept<Shared>>(r#"{"type":"t","id":1}"#).contains("index"));
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct OnlyRest<M> {
    #[serde(flatten)]
    rest: M,
}

#[test]
fn names_can_be_borrowed() {
    let json = String::from(r#"{"a":1,"type":"t","b":[2]}"#);
    let event = read::<OnlyRest<BTreeMap<&str, Value>>>(&json);
    assert_eq!(event.rest, BTreeMap::from([("a", json!(1)), ("b", json!([2]))]));
    assert_eq!(write(&OnlyRest { rest: BTreeMap::<&str, u8>::new() }), r#"{"type":"t"}"#);
}

#[derive(Debug, Default, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default)]
struct WithDefault {
    id: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
    #[serde(with = "crate::flattening::as_text")]
    number: u8,
}

mod as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
    pub(super) fn serialize<S: Serializer>(number: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[test]
fn flatten_goes_with_defaults_and_functions() {
    let event = read::<WithDefault>(r#"{"type":"t","number":"5","z":null}"#);
    assert_eq!(event, WithDefault { id: 0, rest: [("z".to_owned(), Value::Null)].into(), number: 5 });
    assert_eq!(sorted(&write(&event)), json!({"type": "t", "id": 0, "number": "5", "z": null}));
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t", alias = "older")]
#[serde(deny_unknown_fields)]
struct Closed {
    #[serde(alias = "identifier")]
    id: u8,
    note: Option<String>,
    #[serde(skip)]
    skipped: u8,
}

#[test]
fn a_closed_event_refuses_what_it_does_not_know() {
    for (json, name) in [
        (r#"{"type":"t","id":1,"x":2}"#, "x"),
        (r#"{"x":2,"type":"t","id":1}"#, "x"),
        (r#"{"type":"t","id":1,"skipped":2}"#, "skipped"),
        (r#"{"type":"t","id":1,"Id":2}"#, "Id"),
    ] {
        let message = refusal::<Closed>(json);
        assert!(
            message.starts_with(&format!("unknown field `{name}`, expected `type`, `id`, `note` or `identifier`")),
            "{message}"
        );
    }
}

#[test]
fn a_closed_event_reads_what_it_writes() {
    assert_round_trip(&Closed { id: 1, note: None, skipped: 0 }, r#"{"type":"t","id":1}"#);
    assert_round_trip(&Closed { id: 1, note: Some("a".into()), skipped: 0 }, r#"{"type":"t","id":1,"note":"a"}"#);
    let event = read::<Closed>(r#"{"identifier":1,"type":"older"}"#);
    assert_eq!(event, Closed { id: 1, note: None, skipped: 0 });
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(deny_unknown_fields)]
struct ClosedUnit;

#[test]
fn a_closed_event_without_members_has_only_a_type() {
    assert_round_trip(&ClosedUnit, r#"{"type":"t"}"#);
    assert_eq!(refusal::<ClosedUnit>(r#"{"type":"t","x":1}"#), "unknown field `x`, expected only `type`");
}

#[test]
fn a_field_that_cannot_take_members_is_refused_by_its_attribute() {
    for refused in [
        refusal::<Kept<Vec<u8>>>(r#"{"type":"t","id":1}"#),
        refusal::<Kept<String>>(r#"{"type":"t","id":1,"x":2}"#),
        refusal::<Kept<u8>>(r#"{"type":"t","id":1,"x":2}"#),
    ] {
        assert_eq!(refused, "the field with `#[serde(flatten)]` is of a type that is no map or struct");
    }
}

/// Takes whatever goes wrong for nothing.
#[derive(Debug, PartialEq, Serialize)]
struct Lenient(BTreeMap<String, u8>);

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(BTreeMap::deserialize(deserializer).unwrap_or_default()))
    }
}

#[test]
fn a_field_that_forgives_errors_does_not_hide_those_of_the_event() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Event {
        x: Option<u8>,
        #[serde(flatten)]
        rest: Lenient,
    }

    assert!(refusal::<Event>(r#"{"type":"t","x":"lost","k":1}"#).contains("expected u8"));
    assert!(refusal::<Event>(r#"{"k":1,"type":"other","x":1}"#).contains("`other`"));
    assert!(refusal::<Event>(r#"{"type":"t","k":"no number","x":1}"#).contains("expected u8"));
    assert_eq!(refusal::<Event>(r#"{"type":"t","k":1,"k":1}"#), "duplicate field `k`");
    assert_eq!(read::<Event>(r#"{"type":"t","x":1}"#), Event { x: Some(1), rest: Lenient(BTreeMap::new()) });
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Inner {
    p: u8,
    q: Option<u8>,
}

#[test]
fn an_absent_struct_is_none() {
    for (rest, json) in [
        (None, r#"{"type":"t","id":1,"note":"a"}"#),
        (Some(Inner { p: 2, q: None }), r#"{"type":"t","id":1,"p":2,"note":"a"}"#),
        (Some(Inner { p: 2, q: Some(3) }), r#"{"type":"t","id":1,"p":2,"q":3,"note":"a"}"#),
    ] {
        assert_round_trip(&Kept { id: 1, rest, note: Some("a".into()) }, json);
    }
    // Some of it is there: serde makes `None` of it, and `q` would be lost.
    assert_eq!(refusal::<Kept<Option<Inner>>>(r#"{"type":"t","id":1,"q":3}"#), "missing field `p`");
    assert_eq!(
        read::<Kept<Option<Box<Inner>>>>(r#"{"id":1,"p":2,"type":"t"}"#).rest,
        Some(Box::new(Inner { p: 2, q: None }))
    );
}

#[test]
fn texts_can_be_borrowed_from_the_input() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Borrowed<'a> {
        id: u8,
        #[serde(flatten, borrow)]
        rest: BTreeMap<&'a str, &'a str>,
    }

    let json = String::from(r#"{"a":"b","type":"t","id":1,"c":"d"}"#);
    let event = read::<Borrowed<'_>>(&json);
    assert_eq!(event, Borrowed { id: 1, rest: BTreeMap::from([("a", "b"), ("c", "d")]) });
    assert_eq!(write(&event), r#"{"type":"t","id":1,"a":"b","c":"d"}"#);
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Common {
    #[event(non_empty)]
    id: String,
    sequence_number: Option<Number>,
    item_id: Option<String>,
    #[event(strict(range(1..)))]
    version: u8,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "x")]
struct WithCommon<C> {
    #[serde(flatten)]
    common: C,
    #[event(non_empty)]
    text: String,
    output_index: Option<Number>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "x")]
struct Commonly {
    #[event(non_empty)]
    text: String,
    #[serde(flatten)]
    common: Option<Box<Common>>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "deep")]
struct Deep {
    #[serde(flatten)]
    middle: Middle,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Middle {
    output_index: u8,
    #[serde(flatten)]
    common: Common,
}

#[test]
fn the_rules_of_a_flattened_part_are_checked_at_both_levels() {
    let json = r#"{"type":"x","text":"","id":"","sequence_number":3,"item_id":"i","version":0}"#;
    let event = read::<Commonly>(json);
    let broken = |error: response_event::Violations| -> Vec<String> {
        error.iter().map(|violation| format!("{} {}", violation.pointer(), violation.rule())).collect()
    };
    assert_eq!(broken(event.validate().unwrap_err()), ["/text non_empty", "/id non_empty"]);
    assert_eq!(broken(event.validate_strict().unwrap_err()), ["/text non_empty", "/id non_empty", "/version range"]);

    let json = r#"{"type":"deep","output_index":2,"id":"","item_id":"i","version":1}"#;
    assert_eq!(broken(read::<Deep>(json).validate().unwrap_err()), ["/id non_empty"]);
}

#[test]
fn a_flattened_part_places_its_event() {
    let json = r#"{"type":"x","text":"t","id":"a","sequence_number":3,"item_id":"i","version":1}"#;
    let event = read::<Commonly>(json);
    let shown = |position: response_event::EventPosition<'_>| {
        vec![
            position.sequence_number.map(|number| number.to_string()),
            position.output_index.map(|number| number.to_string()),
            position.item_id.map(String::from),
        ]
    };
    assert_eq!(shown(event.event_position()), [Some("3".to_owned()), None, Some("i".to_owned())]);

    let event = read::<Deep>(r#"{"type":"deep","output_index":2,"id":"a","item_id":"i","version":1}"#);
    assert_eq!(shown(event.event_position()), [None, Some("2".to_owned()), Some("i".to_owned())]);

    // Whether a type parameter has a place is not known where the derive stands.
    let json = r#"{"type":"x","text":"t","output_index":1,"id":"a","sequence_number":3,"version":1}"#;
    let event = read::<WithCommon<Common>>(json);
    assert_eq!(shown(event.event_position()), [None, Some("1".to_owned()), None]);
}

#[test]
fn an_option_is_none_beside_fields_that_are_not_its_own() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(untagged)]
    struct Open {
        p: u8,
        #[serde(flatten)]
        extra: ExtraFields,
    }

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(untagged)]
    struct Envelope<E> {
        id: u8,
        #[serde(flatten)]
        event: Option<E>,
    }

    let json = r#"{"id":1,"trace":"x"}"#;
    assert_eq!(read::<Envelope<Closed>>(json).event, None);
    assert_eq!(read::<Envelope<Family>>(json).event, None);
    assert_eq!(read::<Envelope<Open>>(json).event, None);
    assert_eq!(read::<Envelope<Open>>(r#"{"id":1,"trace":"x","p":2}"#).event.unwrap().extra["trace"].get(), r#""x""#);
    assert_eq!(refusal::<Envelope<Family>>(r#"{"id":1,"type":"deep"}"#), "`deep`: missing field `id`");
}

#[derive(Debug, PartialEq, response_event::EventFamily)]
enum Family {
    Deep(Deep),
}
