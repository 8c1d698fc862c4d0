//! Fields and events that no type describes are kept as they came: values as text, fields in their order.

use std::collections::BTreeSet;

use response_event::{DecodeErrorKind, ExtraFields, Number, RawJson, ResponseEvent, extra_fields, to_string};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "t")]
struct Event {
    id: u8,
    action: Option<RawJson>,
    #[serde(flatten)]
    extra: ExtraFields,
}

const JSON: &str =
    r#"{"type":"t","id":1,"action":{"n": 1.0, "n": 2},"z":100000000000000000000.0,"a":[ null ],"\u0062":""}"#;

#[test]
fn values_and_order_are_kept_to_the_byte() {
    let event: Event = response_event::from_str(JSON).unwrap();
    assert_eq!(event.action.as_ref().unwrap().get(), r#"{"n": 1.0, "n": 2}"#);
    let names: Vec<_> = event.extra.iter().map(|(name, value)| (name, value.get())).collect();
    assert_eq!(names, [("z", "100000000000000000000.0"), ("a", "[ null ]"), ("b", "\"\"")]);
    assert_eq!(serde_json::to_string(&event).unwrap(), JSON.replace("\\u0062", "b"));
    assert_eq!(serde_json::from_str::<Event>(JSON).unwrap(), event);
}

#[test]
fn the_same_where_type_comes_last_and_from_a_reader() {
    let late = r#"{"z":1.50,"id":1,"a":{"x" : 1},"type":"t"}"#;
    let event: Event = response_event::from_str(late).unwrap();
    assert_eq!(event.extra.get("z").unwrap().get(), "1.50");
    assert_eq!(event.extra.get("a").unwrap().get(), r#"{"x" : 1}"#);
    assert_eq!(serde_json::from_reader::<_, Event>(late.as_bytes()).unwrap(), event);
}

#[test]
fn other_formats_keep_the_value() {
    let json = r#"{"type":"t","z":1e20,"id":1,"a":[ null ],"b":{"n":0.10}}"#;
    let event: Event = response_event::from_str(json).unwrap();
    let mut cbor = Vec::new();
    ciborium::into_writer(&event, &mut cbor).unwrap();
    let back: Event = ciborium::from_reader(&*cbor).unwrap();
    assert_eq!(back.extra.get("a").unwrap().decode::<Value>().unwrap(), json!([null]));
    let value = serde_json::to_value(&event).unwrap();
    assert_eq!((&value["a"], &value["b"]), (&json!([null]), &json!({"n": 0.1})));
    assert_eq!(serde_json::from_value::<Event>(value).unwrap().extra.len(), 3);
}

#[test]
fn a_member_that_is_there_twice_is_refused() {
    let error = response_event::from_str::<Event>(r#"{"type":"t","id":1,"x":1,"x":2}"#).unwrap_err();
    assert_eq!(error.message(), "duplicate field `x`");
    let error = serde_json::from_str::<ExtraFields>(r#"{"x":1,"y":2,"x":2}"#).unwrap_err();
    assert!(error.to_string().starts_with("duplicate field `x`"), "{error}");
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
fn fields_are_added_replaced_and_removed_in_place() {
    let raw = |json: &str| json.parse::<RawJson>().unwrap();
    let mut extra: ExtraFields = [("b", raw("1")), ("a", raw("2")), ("b", raw("3"))].into_iter().collect();
    assert_eq!(extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(extra.insert("b", raw("4")), Some(raw("3")));
    assert_eq!(extra.insert("c", Value::Null.into()), None);
    assert_eq!(extra.remove("a"), Some(raw("2")));
    assert_eq!(extra.remove("a"), None);
    assert_eq!(to_string(&extra).unwrap(), r#"{"b":4,"c":null}"#);
    assert_eq!(format!("{extra:?}"), r#"{"b": RawJson(4), "c": RawJson(null)}"#);
    assert_eq!(extra.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn more_fields_are_set_each_in_its_place() {
    let raw = |json: &str| json.parse::<RawJson>().unwrap();
    let mut extra: ExtraFields = r#"{"a":1,"b":2}"#.parse().unwrap();
    extra.extend([("c", raw("3")), ("a", raw("4")), ("c", raw("5"))]);
    assert_eq!(to_string(&extra).unwrap(), r#"{"a":4,"b":2,"c":5}"#);
    extra.extend(ExtraFields::new());
    let other: ExtraFields = r#"{"d":6}"#.parse().unwrap();
    extra.extend(other);
    assert_eq!(extra.len(), 4);
}

#[test]
fn a_field_is_found_by_its_name() {
    let extra: ExtraFields = r#"{"a":1.0}"#.parse().unwrap();
    assert_eq!(extra["a"].get(), "1.0");
    assert!(extra.contains_key("a") && !extra.contains_key("b") && !extra.contains_key(""));
    assert!(!extra.is_empty() && ExtraFields::new().is_empty());
}

#[test]
#[should_panic(expected = "there is no field \"b\"")]
fn a_field_that_is_not_there_cannot_be_indexed() {
    let _ = &ExtraFields::new()["b"];
}

#[test]
fn the_iterators_have_names_and_run_both_ways() {
    struct Buffered<'a> {
        borrowed: extra_fields::Iter<'a>,
        owned: extra_fields::IntoIter,
    }

    let extra: ExtraFields = r#"{"a":1,"b":2,"c":3}"#.parse().unwrap();
    let mut held = Buffered { borrowed: extra.iter(), owned: extra.clone().into_iter() };
    assert_eq!(held.borrowed.next_back().map(|(name, value)| (name, value.get())), Some(("c", "3")));
    assert_eq!(held.owned.next().map(|(name, value)| (name, String::from(value))), Some(("a".into(), "1".into())));
    assert_eq!((held.borrowed.len(), held.owned.len()), (2, 2));
    assert_eq!(held.borrowed.map(|(name, _)| name).collect::<String>(), "ab");
    assert_eq!(held.owned.rev().map(|(name, _)| name).collect::<String>(), "cb");
}

#[test]
fn the_text_of_fields_is_one_object_without_duplicates() {
    for (text, message) in [
        (r#"{"a":1,"b":2,"a":3}"#, "duplicate field `a`"),
        ("[]", "invalid type: array, expected an object"),
        ("{} {}", "expected nothing after the value"),
    ] {
        let error = text.parse::<ExtraFields>().unwrap_err();
        assert_eq!(error.message(), message, "{text}: {error}");
    }
}

#[test]
fn text_that_is_not_one_value_is_refused_with_its_place() {
    for (text, error) in [
        ("", "the text is empty (line 1, column 1)"),
        ("1 2", "expected nothing after the value (line 1, column 3)"),
        ("{", "the text ends in the middle of a value (line 1, column 2)"),
        ("[1,\n nul]", "expected `true`, `false` or `null` (line 2, column 2)"),
        ("\u{a0}1", "expected a value (line 1, column 1)"),
    ] {
        let found = text.parse::<RawJson>().unwrap_err();
        assert_eq!((found.kind(), found.to_string()), (DecodeErrorKind::Json, error.to_owned()));
        assert_eq!(RawJson::try_from(text).unwrap_err(), found);
        assert_eq!(RawJson::try_from(text.to_owned()).unwrap_err(), found);
    }
    for text in [" [1] ", "[1]\n", "[1]"] {
        assert_eq!(text.parse::<RawJson>().unwrap().get(), "[1]");
        assert_eq!(RawJson::try_from(text.to_owned()).unwrap().get(), "[1]");
    }
}

#[test]
fn a_text_becomes_a_value_and_text_again_without_a_copy() {
    let text = String::from(r#"{"a" : 1.0}"#);
    let place = text.as_ptr();
    let raw = RawJson::try_from(text).unwrap();
    assert_eq!(AsRef::<str>::as_ref(&raw).as_ptr(), place);
    let text = String::from(raw);
    assert_eq!((&*text, text.as_ptr()), (r#"{"a" : 1.0}"#, place));
    assert_eq!(&*Box::<str>::from(RawJson::default()), "null");
}

#[test]
fn a_value_is_decoded_with_the_place_of_an_error() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(untagged)]
    struct Search<'a> {
        #[serde(borrow)]
        query: &'a str,
        scores: Vec<u8>,
    }

    let raw: RawJson = r#"{"query":"a","scores":[1,2]}"#.parse().unwrap();
    assert_eq!(raw.decode::<Search<'_>>().unwrap(), Search { query: "a", scores: vec![1, 2] });
    let raw: RawJson = "{\"query\":\"a\",\n\"scores\":[1,256]}".parse().unwrap();
    let error = raw.decode::<Search<'_>>().unwrap_err();
    assert_eq!((error.kind(), error.pointer(), error.line()), (DecodeErrorKind::Data, "/scores/1", 2));
    let error = raw.decode::<Vec<u8>>().unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Data, ""));
    let error = raw.decode::<Event>().unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Data);
    assert!(error.message().starts_with("missing field `type`"), "{error}");
}

#[test]
fn a_value_of_any_depth_is_kept_and_not_decoded() {
    let text = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let raw: RawJson = text.parse().unwrap();
    assert_eq!(to_string(&raw).unwrap(), text);
    assert_eq!(raw.decode::<Value>().unwrap_err().kind(), DecodeErrorKind::Json);
}

#[test]
fn what_is_kept_is_what_serde_json_keeps() {
    for text in [r#""\ud800""#, "1e400", "-0", r#""\u0000""#, "[]", "01", "1.", "\"\t\"", "nan", "\u{feff}1", "tru"] {
        let kept = serde_json::from_str::<Box<serde_json::value::RawValue>>(text);
        assert_eq!(text.parse::<RawJson>().is_ok(), kept.is_ok(), "{text}");
    }
}

#[test]
fn a_value_is_encoded() {
    assert_eq!(RawJson::encode(&json!({"a": [1.0, null]})).unwrap().get(), r#"{"a":[1.0,null]}"#);
    assert!(RawJson::encode(&std::collections::BTreeMap::from([([1], 2)])).is_err());
}
