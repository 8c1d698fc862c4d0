//! Kept JSON (`UnknownEvent`, `RawJson`, `ExtraFields`), written: to the byte where the output is JSON text, as the value
//! that it is everywhere else, and never as the private form of a serializer.

use std::collections::BTreeMap;

use response_event::{EventFamily, ExtraFields, Lossless, RawJson, ResponseEvent, UnknownEvent};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "known")]
struct Known {
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Known(Known),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Envelope {
    id: String,
    #[serde(flatten)]
    event: Event,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Internal {
    Event(Event),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content")]
enum Adjacent {
    Event(Event),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Event(Event),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Plain {
    id: u8,
    #[serde(flatten)]
    event: Event,
}

const UNKNOWN: &str = r#"{"q":[1.0, 20e1],"type":"zz","n":{"a":null,"b":1.50}}"#;

fn unknown() -> Event {
    response_event::from_str(UNKNOWN).unwrap()
}

#[test]
fn json_text_is_written_to_the_byte_at_every_place() {
    let event = unknown();
    assert_eq!(serde_json::to_string(&event).unwrap(), UNKNOWN);
    let mut pretty = Vec::new();
    event.serialize(&mut serde_json::Serializer::pretty(&mut pretty)).unwrap();
    assert_eq!(pretty, UNKNOWN.as_bytes());

    let fields = UNKNOWN.strip_prefix('{').unwrap();
    let envelope = Envelope { id: "i".into(), event: event.clone() };
    for json in [serde_json::to_string(&envelope).unwrap(), response_event::to_string(&envelope).unwrap()] {
        assert_eq!(json, format!(r#"{{"id":"i",{fields}"#));
    }
    assert_eq!(serde_json::to_string(&Plain { id: 1, event: event.clone() }).unwrap(), format!(r#"{{"id":1,{fields}"#));
    assert_eq!(
        serde_json::to_string(&Internal::Event(event.clone())).unwrap(),
        format!(r#"{{"kind":"Event",{fields}"#)
    );
    assert_eq!(
        serde_json::to_string(&Adjacent::Event(event.clone())).unwrap(),
        format!(r#"{{"kind":"Event","content":{UNKNOWN}}}"#)
    );
    assert_eq!(serde_json::to_string(&Untagged::Event(event.clone())).unwrap(), UNKNOWN);
    assert_eq!(
        serde_json::to_string(&BTreeMap::from([("k", vec![Some(event)])])).unwrap(),
        format!(r#"{{"k":[{UNKNOWN}]}}"#)
    );
}

#[test]
fn a_value_is_the_value_that_the_text_is() {
    let value: Value = serde_json::from_str(UNKNOWN).unwrap();
    assert_eq!(serde_json::to_value(unknown()).unwrap(), value);
    assert_eq!(serde_json::to_value(Plain { id: 1, event: unknown() }).unwrap()["n"], value["n"]);
    let known: Event = response_event::from_str(r#"{"type":"known","a":[true,"\u00e9",-7,0.1]}"#).unwrap();
    assert_eq!(serde_json::to_value(&known).unwrap(), json!({"type": "known", "a": [true, "é", -7, 0.1]}));
    let lossless: Lossless<Event> = response_event::from_str(UNKNOWN).unwrap();
    assert_eq!(serde_json::to_value(&lossless).unwrap(), value);
}

#[test]
fn a_value_behind_flatten_of_serde_is_a_structure() {
    struct Wrapped(Event);

    impl Serialize for Wrapped {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            #[derive(Serialize)]
            struct Flat<'a> {
                #[serde(flatten)]
                event: &'a Event,
            }
            Flat { event: &self.0 }.serialize(serializer)
        }
    }

    let value = serde_json::to_value(Wrapped(unknown())).unwrap();
    assert_eq!(value, serde_json::from_str::<Value>(UNKNOWN).unwrap());
}

#[test]
fn a_number_that_a_value_cannot_hold_is_an_error() {
    for number in [
        "1e400",
        "-1e400",
        "123456789012345678901234567890",
        "-9223372036854775809",
        "0.1234567890123456789",
        "18446744073709551616",
    ] {
        let raw: RawJson = format!("[{number}]").parse().unwrap();
        assert_eq!(response_event::to_string(&raw).unwrap(), raw.get());
        let error = serde_json::to_value(&raw).unwrap_err().to_string();
        assert_eq!(error, format!("the kept JSON has the number {number}, which only JSON text can hold exactly"));
        let mut cbor = Vec::new();
        assert!(ciborium::into_writer(&raw, &mut cbor).is_err(), "{number}");
        assert!(rmp_serde::to_vec_named(&raw).is_err(), "{number}");
    }
    for number in ["18446744073709551615", "-9223372036854775808", "1.50", "1e3", "-0", "5e-324"] {
        let raw: RawJson = number.parse().unwrap();
        let value: Value = number.parse().unwrap();
        assert_eq!(serde_json::to_value(&raw).unwrap(), value, "{number}");
    }
}

#[test]
fn a_field_twice_in_kept_json_is_an_error_where_it_would_be_lost() {
    let raw: RawJson = r#"{"a":[{"b":1,"b":2}]}"#.parse().unwrap();
    assert_eq!(serde_json::to_string(&raw).unwrap(), raw.get());
    let error = serde_json::to_value(&raw).unwrap_err().to_string();
    assert_eq!(error, "the kept JSON has the field `b` twice, which only JSON text can hold");
}

#[test]
fn kept_json_that_is_nested_too_deep_is_an_error_and_not_an_overflow() {
    let raw: RawJson = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)).parse().unwrap();
    assert_eq!(serde_json::to_string(&raw).unwrap(), raw.get());
    assert!(serde_json::to_value(&raw).is_err());
    assert!(rmp_serde::to_vec_named(&raw).is_err());
}

/// A stranger may send it in a format that has no text of JSON.
#[test]
fn a_field_that_is_called_like_a_private_name_is_a_field() {
    let json = json!({"type": "zz", "a": {"$serde_json::private::RawValue": "not JSON"}});
    let mut cbor = Vec::new();
    ciborium::into_writer(&json, &mut cbor).unwrap();
    let event: Event = ciborium::from_reader(&*cbor).unwrap();
    let Event::Unknown(unknown) = &event else { panic!("{event:?}") };
    assert_eq!(unknown.json(), r#"{"a":{"$serde_json::private::RawValue":"not JSON"},"type":"zz"}"#);
}

#[test]
fn a_float_that_json_cannot_hold_is_an_error_and_not_null() {
    for float in [f64::NAN, f64::INFINITY] {
        let bytes = rmp_serde::to_vec_named(&BTreeMap::from([("x", float)])).unwrap();
        let error = rmp_serde::from_slice::<ExtraFields>(&bytes).unwrap_err().to_string();
        assert!(error.contains("JSON has no number that is not finite"), "{error}");
    }
}

#[test]
fn a_date_of_toml_is_kept_as_its_text() {
    let event: Event = toml::from_str("x = 1979-05-27T07:32:00Z\ntype = \"zz\"").unwrap();
    let Event::Unknown(unknown) = &event else { panic!("{event:?}") };
    let json: Value = serde_json::from_str(unknown.json()).unwrap();
    assert_eq!(json, json!({"type": "zz", "x": "1979-05-27T07:32:00Z"}));
}

#[test]
fn fields_of_any_deserializer_are_kept() {
    use serde::de::value::{Error, MapDeserializer};

    let fields = || [("q", "v"), ("type", "zz")].into_iter();
    for event in [
        Event::deserialize(MapDeserializer::<_, Error>::new(fields())).unwrap(),
        Event::deserialize(MapDeserializer::<_, serde_json::Error>::new(fields())).unwrap(),
    ] {
        let Event::Unknown(unknown) = &event else { panic!("{event:?}") };
        assert_eq!(unknown.json(), r#"{"q":"v","type":"zz"}"#);
    }
}
