//! What no type describes is kept as it came: values as text, members in their order.

use std::collections::BTreeSet;

use response_event::{ExtraFields, Number, RawJson, ResponseEvent};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "t")]
struct Event {
    id: u8,
    action: Option<RawJson>,
    #[serde(flatten)]
    other: ExtraFields,
}

const JSON: &str =
    r#"{"type":"t","id":1,"action":{"n": 1.0, "n": 2},"z":100000000000000000000.0,"a":[ null ],"\u0062":""}"#;

#[test]
fn values_and_order_are_kept_to_the_byte() {
    let event: Event = response_event::from_str(JSON).unwrap();
    assert_eq!(event.action.as_ref().unwrap().get(), r#"{"n": 1.0, "n": 2}"#);
    let names: Vec<_> = event.other.iter().map(|(name, value)| (name, value.get())).collect();
    assert_eq!(names, [("z", "100000000000000000000.0"), ("a", "[ null ]"), ("b", "\"\"")]);
    assert_eq!(serde_json::to_string(&event).unwrap(), JSON.replace("\\u0062", "b"));
    assert_eq!(serde_json::from_str::<Event>(JSON).unwrap(), event);
}

#[test]
fn the_same_where_type_comes_last_and_from_a_reader() {
    let late = r#"{"z":1.50,"id":1,"a":{"x" : 1},"type":"t"}"#;
    let event: Event = response_event::from_str(late).unwrap();
    assert_eq!(event.other.get("z").unwrap().get(), "1.50");
    assert_eq!(event.other.get("a").unwrap().get(), r#"{"x" : 1}"#);
    assert_eq!(serde_json::from_reader::<_, Event>(late.as_bytes()).unwrap(), event);
}

#[test]
fn other_formats_keep_the_value() {
    let event: Event = response_event::from_str(JSON).unwrap();
    let mut cbor = Vec::new();
    ciborium::into_writer(&event, &mut cbor).unwrap();
    let back: Event = ciborium::from_reader(&*cbor).unwrap();
    assert_eq!(back.other.get("a").unwrap().decode::<Value>().unwrap(), json!([null]));
    let value = serde_json::to_value(&event).unwrap();
    assert_eq!(value["a"], json!([null]));
    assert_eq!(serde_json::from_value::<Event>(value).unwrap().other.len(), 3);
}

#[test]
fn a_member_that_is_there_twice_is_refused() {
    let error = response_event::from_str::<Event>(r#"{"type":"t","id":1,"x":1,"x":2}"#).unwrap_err();
    assert_eq!(error.message(), "duplicate member `x`");
    let error = serde_json::from_str::<ExtraFields>(r#"{"x":1,"y":2,"x":2}"#).unwrap_err();
    assert!(error.to_string().starts_with("duplicate member `x`"), "{error}");
}

#[test]
fn a_format_without_names_answers_a_value_of_any_type_with_that_value() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Plain {
        action: RawJson,
        n: Number,
        all: Vec<Option<Number>>,
    }

    let json = r#"{"type":"t","action":["abcdefg",{"a":1}],"n":3,"all":[1.5,null]}"#;
    let event: Plain = response_event::from_str(json).unwrap();
    let array = rmp_serde::to_vec(&event).unwrap();
    assert_eq!(rmp_serde::from_slice::<Plain>(&array).unwrap(), event);
    // It has no types to tell what comes.
    let bytes = postcard::to_allocvec(&event).unwrap();
    assert!(postcard::from_bytes::<Plain>(&bytes).is_err());
}

#[test]
fn a_number_as_key_is_a_member_that_no_name_fits() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Named {
        x: u8,
        y: u8,
    }

    // {"type": "t", "x": 1, 99: 5, "y": 2}
    let map = b"\x84\xa4type\xa1t\xa1x\x01\x63\x05\xa1y\x02";
    assert_eq!(rmp_serde::from_slice::<Named>(map).unwrap(), Named { x: 1, y: 2 });
}

#[test]
fn members_are_added_replaced_and_removed_in_place() {
    let raw = |json: &str| json.parse::<RawJson>().unwrap();
    let mut other: ExtraFields = [("b", raw("1")), ("a", raw("2")), ("b", raw("3"))].into_iter().collect();
    assert_eq!(other.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(other.insert("b", raw("4")), Some(raw("3")));
    assert_eq!(other.insert("c", Value::Null.into()), None);
    assert_eq!(other.remove("a"), Some(raw("2")));
    assert_eq!(other.remove("a"), None);
    assert_eq!(serde_json::to_string(&other).unwrap(), r#"{"b":4,"c":null}"#);
    assert_eq!(format!("{other:?}"), r#"{"b": RawJson(4), "c": RawJson(null)}"#);
    assert_eq!(other.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn a_text_that_is_not_one_value_is_refused() {
    for text in ["", "1 2", "{", "nul"] {
        assert!(text.parse::<RawJson>().is_err(), "{text}");
    }
    assert_eq!(" [1] ".parse::<RawJson>().unwrap().get(), "[1]");
}
