//! Sequences and numbered fields in place of objects: formats without names, and serde's buffer of them.

use response_event::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Part {
    a: u8,
    b: Option<u8>,
    c: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Tagged {
    a: u8,
    b: Option<u8>,
    c: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Family {
    Tagged(Tagged),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    It(T),
}

const PART: Part = Part { a: 1, b: None, c: Some(3) };
const TAGGED: Tagged = Tagged { a: 1, b: None, c: Some(3) };

#[test]
fn an_array_of_messagepack_is_read_through_the_buffer_of_serde() {
    let array = rmp_serde::to_vec(&Untagged::It(PART)).unwrap();
    assert_eq!(rmp_serde::from_slice::<Untagged<Part>>(&array).unwrap(), Untagged::It(PART));
    let array = rmp_serde::to_vec(&TAGGED).unwrap();
    assert_eq!(rmp_serde::from_slice::<Untagged<Tagged>>(&array).unwrap(), Untagged::It(TAGGED));
    assert_eq!(rmp_serde::from_slice::<Untagged<Family>>(&array).unwrap(), Untagged::It(Family::Tagged(TAGGED)));
}

#[test]
fn an_array_of_a_readable_format_must_have_every_field() {
    let write = |part: &Part| {
        let mut array = Vec::new();
        part.serialize(&mut rmp_serde::Serializer::new(&mut array).with_human_readable()).unwrap();
        array
    };
    let read = |array: &[u8]| {
        let mut deserializer = rmp_serde::Deserializer::new(array).with_human_readable();
        Part::deserialize(&mut deserializer).map_err(|error| error.to_string())
    };
    let whole = Part { b: Some(2), ..PART };
    assert_eq!(read(&write(&whole)), Ok(whole));
    // `b` is left out, as in every readable format, and 3 must not become `b`.
    assert_eq!(read(&write(&PART)), Err("invalid length 2, expected a sequence of 3 fields".into()));
}

#[test]
fn an_array_of_json_is_no_object() {
    for json in ["[1,null,3]", r#"["t",1,null,3]"#] {
        assert!(response_event::from_str::<Part>(json).is_err());
        assert!(response_event::from_str::<Family>(json).is_err());
        for error in [
            serde_json::from_str::<Part>(json).map(drop).unwrap_err(),
            serde_json::from_str::<Tagged>(json).map(drop).unwrap_err(),
            serde_json::from_str::<Family>(json).map(drop).unwrap_err(),
        ] {
            assert!(error.to_string().starts_with("invalid type: sequence, expected an object"), "{error}");
        }
        assert!(serde_json::from_str::<Untagged<Part>>(json).is_err());
    }
}

#[test]
fn a_number_as_key_is_the_place_of_a_field() {
    // {0: 1, 2: 3}
    assert_eq!(rmp_serde::from_slice::<Part>(b"\x82\x00\x01\x02\x03").unwrap(), PART);
    // {0: "t", 1: 1, 3: 3}
    let tagged = b"\x83\x00\xa1t\x01\x01\x03\x03";
    assert_eq!(rmp_serde::from_slice::<Tagged>(tagged).unwrap(), TAGGED);
    assert_eq!(rmp_serde::from_slice::<Family>(tagged).unwrap(), Family::Tagged(TAGGED));
    // {0: 1, 9: 9}: no field has this place.
    assert_eq!(rmp_serde::from_slice::<Part>(b"\x82\x00\x01\x09\x09").unwrap(), Part { c: None, ..PART });
    // {0: "u", 1: 1}: the field has a name, which nobody knows.
    let error = rmp_serde::from_slice::<Family>(b"\x82\x00\xa1u\x01\x01").unwrap_err().to_string();
    assert!(error.contains("a format without names cannot hold an event of unknown type"), "{error}");
}

#[test]
fn a_number_among_names_is_a_name() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Open {
        a: Option<u8>,
        #[serde(flatten)]
        extra: ExtraFields,
    }

    // {"type": "t", 1: 6}
    let open: Open = rmp_serde::from_slice(b"\x82\xa4type\xa1t\x01\x06").unwrap();
    assert_eq!((open.a, open.extra["1"].get()), (None, "6"));
    // {"type": "u", 0: 6}
    let event: Family = rmp_serde::from_slice(b"\x82\xa4type\xa1u\x00\x06").unwrap();
    let Family::Unknown(unknown) = event else { panic!("{event:?}") };
    assert_eq!(unknown.json(), r#"{"type":"u","0":6}"#);
}
