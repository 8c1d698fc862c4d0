//! With serde_json's feature `arbitrary_precision`, numbers come back as without it, from every place and format. The feature
//! passes each number on as a map with a private name.

use std::collections::BTreeMap;
use std::fmt::Debug;

use response_event::{EventFamily, ExtraFields, Lossless, Number, RawJson, ResponseEvent, UnknownEvent};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "measured")]
struct Measured {
    index: Number,
    kept: RawJson,
    #[serde(flatten)]
    extra: ExtraFields,
}

/// An event with numbers of Rust's own types.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "counted")]
struct Counted {
    count: u32,
    share: f64,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Measured(Measured),
    Counted(Counted),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

/// Numbers that every format holds: each in its shortest digits. The fields are sorted, as in a `Value`.
const EVENTS: [&str; 3] = [
    r#"{"type":"measured","index":3,"kept":[1.0,-2,{"a":0.25}],"late":2.5}"#,
    r#"{"type":"measured","index":2.5,"kept":1.0}"#,
    r#"{"type":"new","values":[1.0,-2,9007199254740993],"width":2.5}"#,
];

/// Numbers that only text holds to the digit.
const PRECISE: [&str; 3] = [
    r#"{"type":"new","number":1.000}"#,
    r#"{"type":"new","number":123456789012345678901234567890}"#,
    r#"{"type":"new","number":1e400}"#,
];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Field<E> {
    event: E,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Flatten<E> {
    id: u8,
    #[serde(flatten)]
    event: E,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SerdeFlatten<E> {
    id: u8,
    #[serde(flatten)]
    event: E,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Internal<E> {
    Event(E),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged<E> {
    Event(E),
}

/// The value that a format reads back.
type Outcome<T> = Result<T, String>;

fn text<T, E: ToString>(result: Result<T, E>) -> Outcome<T> {
    result.map_err(|error| error.to_string())
}

/// Sees that nothing private is written.
#[track_caller]
fn public<T>(written: Outcome<T>, show: impl Fn(&T) -> String) -> Outcome<T> {
    if let Ok(written) = &written {
        let shown = show(written);
        assert!(!shown.contains("$serde_json"), "a private name of serde_json is written: {shown}");
    }
    written
}

/// Writes and reads a value in each format. The feature does what it says for `Value`, and TOML has its own numbers.
#[track_caller]
fn through<T: Serialize + DeserializeOwned>(value: &T) -> BTreeMap<&'static str, Outcome<T>> {
    let ours = public(text(response_event::to_string(value)), String::clone);
    let serde_json = public(text(serde_json::to_string(value)), String::clone);
    let json_value = public(text(serde_json::to_value(value)), Value::to_string);
    let mut bytes = Vec::new();
    let cbor = text(ciborium::into_writer(value, &mut bytes)).map(|()| bytes);
    let cbor = public(cbor, |bytes| String::from_utf8_lossy(bytes).into_owned());
    let toml = public(text(toml::to_string(value)), String::clone);
    BTreeMap::from([
        ("RawJson::decode", ours.and_then(|json| text(text(json.parse::<RawJson>())?.decode()))),
        ("serde_json::from_str", serde_json.clone().and_then(|json| text(serde_json::from_str(&json)))),
        ("serde_json::from_reader", serde_json.and_then(|json| text(serde_json::from_reader(json.as_bytes())))),
        ("serde_json::from_value", json_value.clone().and_then(|value| text(serde_json::from_value(value)))),
        ("&serde_json::Value", json_value.and_then(|value| text(T::deserialize(&value)))),
        ("CBOR", cbor.and_then(|bytes| text(ciborium::from_reader(&*bytes)))),
        ("TOML", toml.and_then(|toml| text(toml::from_str(&toml)))),
    ])
}

#[track_caller]
fn assert_equal<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    for (format, read) in through(value) {
        assert_eq!(read.as_ref(), Ok(value), "{format}");
    }
}

fn read<E: for<'de> response_event::Decode<'de>>(json: &str) -> E {
    response_event::from_str(json).expect(json)
}

#[test]
fn an_event_comes_back_equal_from_every_place() {
    for json in EVENTS {
        let event = read::<Event>(json);
        assert_equal(&event);
        assert_equal(&Field { event: event.clone() });
        assert_equal(&Flatten { id: 1, event: event.clone() });
        assert_equal(&SerdeFlatten { id: 1, event: event.clone() });
        assert_equal(&Internal::Event(event.clone()));
        assert_equal(&Untagged::Event(event.clone()));
        assert_equal(&Untagged::Event(SerdeFlatten { id: 1, event }));
    }
}

#[test]
fn numbers_of_rust_come_back_equal() {
    let json = r#"{"share":0.5,"count":7,"type":"counted"}"#;
    let event = read::<Event>(json);
    assert_eq!(serde_json::from_str::<Event>(json).expect("an event"), event);
    assert_equal(&event);
    assert_equal(&Field { event: event.clone() });
    assert_equal(&Flatten { id: 1, event: event.clone() });
    assert_refused_only_by_serde_json(&SerdeFlatten { id: 1, event: event.clone() });
    assert_refused_only_by_serde_json(&Internal::Event(event.clone()));
    assert_refused_only_by_serde_json(&Untagged::Event(event));
}

/// Sees that a value comes back equal. Where serde buffers what serde_json reads, the feature makes maps of numbers, and any
/// type that is not prepared for that refuses them.
#[track_caller]
fn assert_refused_only_by_serde_json<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    for (format, read) in through(value) {
        match read {
            Err(error) if format.contains("serde_json") => {
                assert!(error.contains("invalid type: map") || error.contains("did not match"), "{format}: {error}");
            }
            read => assert_eq!(read.as_ref(), Ok(value), "{format}"),
        }
    }
}

#[test]
fn the_text_of_an_event_is_kept() {
    for json in EVENTS.iter().chain(&PRECISE) {
        let event = read::<Event>(json);
        assert_eq!(response_event::to_string(&event).expect("JSON"), **json);
        assert_eq!(serde_json::to_string(&event).expect("JSON"), **json);
        assert_eq!(serde_json::from_str::<Event>(json).expect("an event"), event);
        let lossless = read::<Lossless<Event>>(json);
        assert_eq!(response_event::to_string(&lossless).expect("JSON"), **json);
    }
}

#[test]
fn no_number_becomes_another() {
    for json in PRECISE {
        let event = read::<Event>(json);
        check_number(json, &event, |read| read);
        check_number(json, &Field { event: event.clone() }, |read| &read.event);
        check_number(json, &Flatten { id: 1, event: event.clone() }, |read| &read.event);
        check_number(json, &SerdeFlatten { id: 1, event: event.clone() }, |read| &read.event);
        check_number(json, &Internal::Event(event.clone()), |Internal::Event(event)| event);
        check_number(json, &Untagged::Event(event), |Untagged::Event(event)| event);
    }
}

/// Sees that each format brings the number back, or an error.
#[track_caller]
fn check_number<T: Serialize + DeserializeOwned>(json: &str, value: &T, event: impl Fn(&T) -> &Event) {
    for (format, read) in through(value) {
        let Ok(read) = read else { continue };
        let Event::Unknown(event) = event(&read) else { panic!("{format}: an unknown event became another") };
        let fields: ExtraFields = event.json().parse().expect("an object");
        let [before, after] =
            [json.split_once(r#""number":"#).expect("a number").1.trim_end_matches('}'), fields["number"].get()];
        // A float is written in its shortest digits, and the feature writes a sign.
        assert!(
            after == before || [("1.000", "1.0"), ("1e400", "1e+400")].contains(&(before, after)),
            "{format}: {before} became {after}"
        );
    }
}
