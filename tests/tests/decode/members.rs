//! The members of one event: required, optional, twice there, and those it does not know.

use std::collections::BTreeMap;

use response_event::{DecodeErrorKind, EventFamily, ResponseEvent};
use serde_json::{Value, json};

use crate::{decode, refuse};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "order.placed")]
struct Placed {
    id: String,
    #[serde(alias = "amount", alias = "n")]
    count: u32,
    note: Option<String>,
    tags: Option<Vec<String>>,
}

fn placed() -> Placed {
    Placed { id: "o1".into(), count: 3, note: None, tags: None }
}

#[test]
fn a_required_member_must_be_there() {
    for (json, missing) in [
        (r#"{"type":"order.placed","count":3}"#, "id"),
        (r#"{"count":3,"note":"","type":"order.placed"}"#, "id"),
        (r#"{"type":"order.placed","id":"o1"}"#, "count"),
        (r#"{"type":"order.placed"}"#, "id"),
    ] {
        let error = refuse::<Placed>(json);
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert_eq!(error.message(), format!("missing field `{missing}`"), "{json}");
        assert_eq!((error.event_type(), error.pointer()), (Some("order.placed"), ""), "{json}");
    }
}

#[test]
fn null_is_no_value_for_a_required_member() {
    for (json, pointer) in [
        (r#"{"type":"order.placed","id":null,"count":3}"#, "/id"),
        (r#"{"count":null,"id":"o1","type":"order.placed"}"#, "/count"),
        (r#"{"type":"order.placed","id":"o1","amount":null}"#, "/amount"),
    ] {
        let error = refuse::<Placed>(json);
        assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Data, pointer), "{json}: {error}");
        assert!(error.message().contains("null"), "{error}");
    }
}

#[test]
fn a_member_must_have_its_json_type() {
    for (json, pointer) in [
        (r#"{"type":"order.placed","id":1,"count":3}"#, "/id"),
        (r#"{"type":"order.placed","id":["o1"],"count":3}"#, "/id"),
        (r#"{"type":"order.placed","id":"o1","count":"3"}"#, "/count"),
        (r#"{"type":"order.placed","id":"o1","count":3.0}"#, "/count"),
        (r#"{"type":"order.placed","id":"o1","count":-3}"#, "/count"),
        (r#"{"type":"order.placed","id":"o1","count":4294967296}"#, "/count"),
        (r#"{"type":"order.placed","id":"o1","count":3,"note":false}"#, "/note"),
        (r#"{"type":"order.placed","id":"o1","count":3,"tags":[1]}"#, "/tags/0"),
    ] {
        let error = refuse::<Placed>(json);
        assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Data, pointer), "{json}: {error}");
    }
}

#[test]
fn null_and_absent_are_the_same_for_an_optional_member() {
    for json in [
        r#"{"type":"order.placed","id":"o1","count":3}"#,
        r#"{"type":"order.placed","id":"o1","count":3,"note":null}"#,
        r#"{"note":null,"tags":null,"id":"o1","count":3,"type":"order.placed"}"#,
    ] {
        assert_eq!(decode::<Placed>(json).unwrap(), placed(), "{json}");
    }
}

#[test]
fn an_absent_optional_member_is_left_out() {
    let event = Placed { tags: Some(Vec::new()), ..placed() };
    assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"order.placed","id":"o1","count":3,"tags":[]}"#);
}

#[test]
fn nullable_members_are_written_as_null() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "e")]
    struct Event {
        #[event(nullable)]
        error: Option<String>,
        note: Option<String>,
    }

    let event = Event { error: None, note: None };
    assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"e","error":null}"#);
    for json in [r#"{"type":"e","error":null}"#, r#"{"type":"e"}"#] {
        assert_eq!(decode::<Event>(json).unwrap(), event, "{json}");
    }
}

#[test]
fn a_member_may_not_be_there_twice() {
    for (json, name) in [
        (r#"{"type":"order.placed","id":"o1","id":"o1","count":3}"#, "id"),
        (r#"{"id":"o1","type":"order.placed","count":3,"id":"o2"}"#, "id"),
        (r#"{"type":"order.placed","id":"o1","count":3,"note":null,"note":null}"#, "note"),
        (r#"{"type":"order.placed","id":"o1","count":3,"note":"a","note":null}"#, "note"),
        (r#"{"type":"order.placed","id":"o1","count":3,"i\u0064":"o1"}"#, "id"),
        // Two names of one member; the second one met is named.
        (r#"{"type":"order.placed","id":"o1","count":3,"amount":3}"#, "amount"),
        (r#"{"n":3,"type":"order.placed","id":"o1","amount":3}"#, "amount"),
        (r#"{"n":3,"type":"order.placed","id":"o1","count":3}"#, "count"),
    ] {
        let error = refuse::<Placed>(json);
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert_eq!(error.message(), format!("duplicate field `{name}`"), "{json}");
    }
}

#[test]
fn an_alias_of_a_member_is_read_and_its_name_is_written() {
    for name in ["count", "amount", "n", r"\u006e"] {
        let event: Placed = decode(&format!(r#"{{"type":"order.placed","{name}":3,"id":"o1"}}"#)).unwrap();
        assert_eq!(event, placed(), "{name}");
        assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"order.placed","id":"o1","count":3}"#);
    }
}

#[test]
fn unknown_members_are_ignored() {
    for json in [
        r#"{"type":"order.placed","id":"o1","count":3,"x":{"type":"y","id":[]}}"#,
        r#"{"x":1,"type":"order.placed","x":2,"id":"o1","count":3}"#,
        r#"{"":null,"Id":1,"id":"o1","COUNT":{},"count":3,"type":"order.placed"}"#,
    ] {
        assert_eq!(decode::<Placed>(json).unwrap(), placed(), "{json}");
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "strict.event")]
#[serde(deny_unknown_fields)]
struct Closed {
    #[serde(alias = "ident")]
    id: String,
    note: Option<String>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "strict.empty")]
#[serde(deny_unknown_fields)]
struct ClosedEmpty {}

#[test]
fn deny_unknown_fields_refuses_them_and_nothing_else() {
    for (json, unknown) in [
        (r#"{"type":"strict.event","id":"a","x":1}"#, "x"),
        (r#"{"x":1,"type":"strict.event","id":"a"}"#, "x"),
        (r#"{"id":"a","type":"strict.event","Note":null}"#, "Note"),
    ] {
        let error = refuse::<Closed>(json);
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert!(error.message().starts_with(&format!("unknown field `{unknown}`")), "{error}");
    }
    for json in [r#"{"type":"strict.event","id":"a"}"#, r#"{"note":null,"ident":"a","type":"strict.event"}"#] {
        assert_eq!(decode::<Closed>(json).unwrap(), Closed { id: "a".into(), note: None }, "{json}");
    }
    assert_eq!(decode::<ClosedEmpty>(r#"{"type":"strict.empty"}"#).unwrap(), ClosedEmpty {});
    assert_eq!(
        refuse::<ClosedEmpty>(r#"{"type":"strict.empty","x":1}"#).message(),
        "unknown field `x`, expected only `type`"
    );
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "open.event")]
struct Open {
    id: String,
    #[serde(alias = "remark")]
    note: Option<String>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq, EventFamily)]
enum OpenFamily {
    Open(Open),
    Placed(Placed),
}

fn open() -> Open {
    let rest = [("a".to_owned(), json!([1, {"b": null}])), ("z".to_owned(), json!("é"))];
    Open { id: "o1".into(), note: Some("n".into()), rest: rest.into() }
}

#[test]
fn a_flattened_map_keeps_unknown_members_in_any_order() {
    for json in [
        r#"{"type":"open.event","id":"o1","note":"n","a":[1,{"b":null}],"z":"é"}"#,
        r#"{"z":"é","a":[1,{"b":null}],"note":"n","id":"o1","type":"open.event"}"#,
        r#"{"a":[1,{"b":null}],"type":"open.event","remark":"n","z":"\u00e9","id":"o1"}"#,
    ] {
        assert_eq!(decode::<Open>(json).unwrap(), open(), "{json}");
        assert_eq!(decode::<OpenFamily>(json).unwrap(), OpenFamily::Open(open()), "{json}");
    }
}

#[test]
fn a_flattened_map_is_written_behind_the_members() {
    let json = serde_json::to_string(&open()).unwrap();
    assert_eq!(json, r#"{"type":"open.event","id":"o1","note":"n","a":[1,{"b":null}],"z":"é"}"#);
    let bare = Open { note: None, rest: BTreeMap::new(), ..open() };
    assert_eq!(serde_json::to_string(&bare).unwrap(), r#"{"type":"open.event","id":"o1"}"#);
}

#[test]
fn an_unknown_member_that_is_kept_may_not_be_there_twice() {
    for json in [
        r#"{"type":"open.event","id":"o1","a":1,"a":1}"#,
        r#"{"a":1,"type":"open.event","id":"o1","\u0061":2}"#,
        r#"{"a":1,"a":2,"id":"o1","type":"open.event"}"#,
    ] {
        for error in [refuse::<Open>(json), refuse::<OpenFamily>(json)] {
            assert_eq!(error.message(), "duplicate field `a`", "{json}");
        }
    }
}

#[test]
fn type_and_members_never_land_in_a_flattened_map() {
    let event: Open = decode(r#"{"type":"open.event","remark":null,"id":"o1"}"#).unwrap();
    assert_eq!(event, Open { id: "o1".into(), note: None, rest: BTreeMap::new() });
    let error = refuse::<Open>(r#"{"type":"open.event","id":"o1","type":"open.event"}"#);
    assert_eq!(error.message(), "duplicate field `type`");
    let error = refuse::<Open>(r#"{"type":"open.event","id":"o1","remark":null,"note":null}"#);
    assert_eq!(error.message(), "duplicate field `note`");
}

#[test]
fn a_flattened_map_that_holds_a_member_cannot_be_written() {
    for name in ["type", "id", "note"] {
        let mut event = open();
        event.rest.insert(name.to_owned(), json!("x"));
        let error = serde_json::to_string(&event).unwrap_err().to_string();
        assert!(error.contains(&format!("`{name}`")), "{name}: {error}");
    }
}

#[test]
fn required_members_are_still_required_beside_a_flattened_map() {
    assert_eq!(refuse::<Open>(r#"{"type":"open.event","a":1}"#).message(), "missing field `id`");
    assert_eq!(refuse::<Open>(r#"{"id":"o1","a":1}"#).kind(), DecodeErrorKind::MissingType);
    assert_eq!(refuse::<Open>(r#"{"type":"x","id":"o1","a":1}"#).kind(), DecodeErrorKind::WrongType);
}

#[test]
fn bad_members_beside_a_flattened_map_are_named() {
    let error = refuse::<Open>(r#"{"type":"open.event","a":1,"id":7}"#);
    assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Data, "/id"), "{error}");
}

#[test]
fn a_bad_value_in_a_flattened_map_is_named() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "e")]
    struct Counts {
        #[serde(flatten)]
        counts: BTreeMap<String, u32>,
    }

    assert_eq!(decode::<Counts>(r#"{"a":1,"type":"e","b":2}"#).unwrap().counts.len(), 2);
    for json in [r#"{"type":"e","a":1,"b":"x"}"#, r#"{"b":"x","type":"e"}"#] {
        let error = refuse::<Counts>(json);
        assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Data, "/b"), "{json}: {error}");
    }
}
