//! Events and families behind `#[serde(flatten)]` of a plain serde struct.

use std::fmt::Debug;

use response_event::{EventFamily, ExtraFields, Lossless, ResponseEvent, UnknownEvent, Valid};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "b", alias = "older")]
struct B {
    x: u8,
    #[serde(alias = "text")]
    #[event(non_empty)]
    s: String,
    o: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "open")]
struct Open {
    a: u8,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Inner {
    Open(Open),
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum F {
    B(B),
    #[event(family)]
    Inner(Inner),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct With<E> {
    id: u8,
    #[serde(flatten)]
    event: E,
}

/// Reads a text through serde_json's entry points and ours.
fn read<E: DeserializeOwned + Debug + PartialEq>(json: &str) -> With<E> {
    let with: With<E> = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(serde_json::from_reader::<_, With<E>>(json.as_bytes()).unwrap(), with, "{json}: from_reader");
    // In our own reader.
    let raw: response_event::RawJson = json.parse().unwrap();
    assert_eq!(raw.decode::<With<E>>().unwrap(), with, "{json}: RawJson::decode");
    with
}

fn b() -> B {
    B { x: 5, s: "t".into(), o: None }
}

#[test]
fn a_known_event_is_read_wherever_its_fields_are() {
    for json in [
        r#"{"id":1,"type":"b","x":5,"s":"t"}"#,
        r#"{"type":"b","x":5,"s":"t","id":1}"#,
        r#"{"x":5,"s":"t","id":1,"type":"b"}"#,
        r#"{"x":5,"text":"t","type":"older","id":1}"#,
        r#"{"x":5,"text":"t","new":[1],"type":"b","id":1}"#,
    ] {
        assert_eq!(read::<B>(json), With { id: 1, event: b() });
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::from_value::<With<F>>(value).unwrap(), With { id: 1, event: F::B(b()) }, "{json}");
        assert_eq!(read::<F>(json), With { id: 1, event: F::B(b()) });
        assert_eq!(read::<Option<F>>(json), With { id: 1, event: Some(F::B(b())) });
        assert_eq!(read::<Box<F>>(json), With { id: 1, event: Box::new(F::B(b())) });
        assert_eq!(read::<Valid<F>>(json).event.into_inner(), F::B(b()));
    }
    let json = serde_json::to_string(&With { id: 1, event: F::B(b()) }).unwrap();
    assert_eq!(json, r#"{"id":1,"type":"b","x":5,"s":"t"}"#);
}

#[test]
fn an_unknown_event_keeps_all_of_its_fields() {
    for (json, kept) in [
        (r#"{"id":1,"type":"new","x":5,"s":["t"]}"#, json!({"type": "new", "x": 5, "s": ["t"]})),
        (r#"{"x":5,"id":1,"s":{"a":null},"type":"new"}"#, json!({"type": "new", "x": 5, "s": {"a": null}})),
    ] {
        let With { id, event } = read::<F>(json);
        let F::Unknown(unknown) = &event else { panic!("{json}: {event:?}") };
        assert_eq!((id, unknown.event_type()), (1, "new"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(unknown.json()).unwrap(), kept, "{json}");
        assert_eq!(read::<Option<UnknownEvent>>(json).event.as_ref(), Some(unknown));
        let written = serde_json::to_string(&With { id, event: &event }).unwrap();
        assert_eq!(read::<F>(&written).event, event, "{json}: {written}");
        assert_eq!(
            serde_json::to_value(With { id, event: &event }).unwrap(),
            serde_json::from_str::<serde_json::Value>(json).unwrap()
        );
    }
}

#[test]
fn extra_fields_are_kept_and_written_back() {
    let json = r#"{"id":1,"type":"open","a":2,"z":[1.0],"y":null}"#;
    let with: With<F> = read(json);
    let F::Inner(Inner::Open(open)) = &with.event else { panic!("{with:?}") };
    assert_eq!(open.extra["z"].get(), "[1.0]");
    assert_eq!(serde_json::to_string(&with).unwrap(), json);
}

#[test]
fn a_lossless_event_is_written_back_as_it_was() {
    for json in [
        r#"{"id":1,"type":"b","x":5,"s":"t","new":[1,{"a":null}]}"#,
        r#"{"id":1,"new":true,"s":"t","x":5,"type":"older"}"#,
        r#"{"id":1,"type":"other","o":null}"#,
    ] {
        assert_eq!(serde_json::to_string(&read::<Lossless<F>>(json)).unwrap(), json);
    }
    let json = r#"{"id":1,"type":"b","x":5,"s":"t","new":[1,{"a":null}]}"#;
    assert_eq!(serde_json::to_string(&read::<Lossless<B>>(json)).unwrap(), json);
}

#[test]
fn a_bad_known_event_is_an_error() {
    for (json, message) in [
        (r#"{"id":1,"type":"b","x":"5","s":"t"}"#, "`b` at `/x`: invalid type: string \"5\", expected u8"),
        (r#"{"id":1,"s":"t","type":"b"}"#, "`b`: missing field `x`"),
        (r#"{"id":1,"s":"t"}"#, "missing field `type`"),
    ] {
        let error = serde_json::from_str::<With<F>>(json).unwrap_err().to_string();
        assert!(error.starts_with(message), "{json}: {error}");
        let raw: response_event::RawJson = json.parse().unwrap();
        let error = raw.decode::<With<F>>().unwrap_err().to_string();
        assert!(error.starts_with(message), "{json}, in our reader: {error}");
        // serde makes `None` of every error behind its `flatten`: the documentation says so.
        assert_eq!(serde_json::from_str::<With<Option<F>>>(json).unwrap().event, None, "{json}");
    }
    let empty = r#"{"id":1,"type":"b","x":5,"s":""}"#;
    let error = serde_json::from_str::<With<Valid<F>>>(empty).unwrap_err().to_string();
    assert!(error.starts_with("`b`: /s: found 0 characters, expected at least one"), "{error}");
}

#[test]
fn an_absent_event_is_none() {
    assert_eq!(read::<Option<F>>(r#"{"id":1}"#), With { id: 1, event: None });
    assert_eq!(serde_json::to_string(&With::<Option<F>> { id: 1, event: None }).unwrap(), r#"{"id":1}"#);
}

#[test]
fn two_families_behind_one_struct_read_the_same_fields() {
    #[derive(Debug, Serialize, Deserialize)]
    struct Two {
        #[serde(flatten)]
        one: Inner,
        #[serde(flatten)]
        rest: std::collections::BTreeMap<String, serde_json::Value>,
    }

    let two: Two = serde_json::from_str(r#"{"a":1,"type":"open","b":2}"#).unwrap();
    let Inner::Open(open) = &two.one;
    assert_eq!((open.a, open.extra["b"].get()), (1, "2"));
    // serde hands a map all that no field of the struct itself has taken.
    assert_eq!(two.rest.keys().collect::<Vec<_>>(), ["a", "b", "type"]);
}
