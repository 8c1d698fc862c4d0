//! What is known to go wrong with serde's own tags and those built on them, under the numbers of the public reports.

use std::collections::BTreeMap;

use response_event::{DecodeErrorKind, EventFamily, ResponseEvent};
use serde_json::value::RawValue;

use crate::{decode, refuse};

/// A struct with `tag` and `deny_unknown_fields` refuses its own output, because the tag is unknown to it.
#[test]
fn serde_2666_a_struct_that_denies_unknown_members_reads_its_own_output() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "2666")]
    #[serde(deny_unknown_fields)]
    struct Event {
        a: u32,
    }

    let json = serde_json::to_string(&Event { a: 1 }).unwrap();
    assert_eq!(json, r#"{"type":"2666","a":1}"#);
    assert_eq!(decode::<Event>(&json).unwrap(), Event { a: 1 });
    assert_eq!(decode::<Event>(r#"{"a":1,"type":"2666"}"#).unwrap(), Event { a: 1 });
    assert_eq!(refuse::<Event>(r#"{"type":"2666","a":1,"b":2}"#).kind(), DecodeErrorKind::Data);
}

/// A struct's tag is written and not looked at when it is read.
#[test]
fn serde_760_a_struct_checks_its_own_tag() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "760")]
    struct Event {
        a: u32,
    }

    assert_eq!(refuse::<Event>(r#"{"type":"other","a":1}"#).kind(), DecodeErrorKind::WrongType);
    assert_eq!(refuse::<Event>(r#"{"a":1}"#).kind(), DecodeErrorKind::MissingType);
}

/// A tagged struct in a tagged enum has two tags in the output, which nothing reads.
#[test]
fn serde_1684_an_event_in_a_family_has_one_tag() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "1684")]
    struct Event {
        a: u32,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Inner {
        Event(Event),
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Outer {
        #[event(family)]
        Inner(Inner),
    }

    let event = Outer::Inner(Inner::Event(Event { a: 1 }));
    let json = serde_json::to_string(&event).unwrap();
    assert_eq!(json, r#"{"type":"1684","a":1}"#);
    assert_eq!(decode::<Outer>(&json).unwrap(), event);
}

/// A tagged enum reads everything into a buffer, even where the tag comes first: nothing can be borrowed.
#[test]
fn serde_1495_a_family_borrows_from_the_input() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "1495")]
    struct Event<'a> {
        text: &'a str,
        bytes: Option<&'a [u8]>,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family<'a> {
        Event(Event<'a>),
    }

    for json in [r#"{"type":"1495","text":"t","bytes":"b"}"#, r#"{"bytes":"b","text":"t","type":"1495"}"#] {
        let Family::Event(event) = response_event::from_str(json).unwrap();
        assert_eq!(event, Event { text: "t", bytes: Some(b"b") });
        assert!(json.as_bytes().as_ptr_range().contains(&event.text.as_ptr()), "{json}");
    }
}

/// The buffer has no 128-bit integers and forgets what the format told about a value, such as keys that are numbers.
#[test]
fn serde_1183_a_value_behind_the_tag_is_read_as_it_is_elsewhere() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "1183")]
    struct Event {
        by_number: BTreeMap<u32, String>,
        byte: Option<u8>,
        pair: (i8, f32),
        unit: (),
        choice: Choice,
        boxed: Box<str>,
    }

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    enum Choice {
        One,
        Two(u8),
        Three { a: bool },
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Event(Event),
    }

    for (choice, text) in [
        (Choice::One, r#""One""#),
        (Choice::Two(2), r#"{"Two":2}"#),
        (Choice::Three { a: true }, r#"{"Three":{"a":true}}"#),
    ] {
        let event = Family::Event(Event {
            by_number: [(7, "x".to_owned())].into(),
            byte: Some(255),
            pair: (-1, 0.5),
            unit: (),
            choice,
            boxed: "b".into(),
        });
        let members =
            format!(r#""by_number":{{"7":"x"}},"byte":255,"pair":[-1,0.5],"unit":null,"choice":{text},"boxed":"b""#);
        for json in [format!(r#"{{"type":"1183",{members}}}"#), format!(r#"{{{members},"type":"1183"}}"#)] {
            assert_eq!(decode::<Family>(&json).unwrap(), event, "{json}");
        }
    }
}

/// Errors inside a tagged enum say "line 0 column 0".
#[test]
fn json_870_an_error_in_a_family_has_a_line_and_a_column() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "870")]
    struct Event {
        a: u32,
        b: u32,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Event(Event),
    }

    let json = "{\n  \"type\": \"870\",\n  \"a\": 1,\n  \"b\": \"x\"\n}";
    let error = refuse::<Family>(json);
    assert_eq!((error.line(), error.column()), (4, 10), "{error}");
    let error = serde_json::from_str::<Family>(json).unwrap_err();
    assert_eq!(error.line(), 4, "{error}");
    let json = "{\n  \"a\": 1,\n  \"b\": \"x\",\n  \"type\": \"870\"\n}";
    let error = refuse::<Family>(json);
    assert_eq!((error.line(), error.column()), (3, 10), "{error}");
}

/// A `RawValue` inside a tagged enum fails with "expected any valid JSON value".
#[test]
fn json_1252_raw_values_work_in_a_family() {
    #[derive(Debug, ResponseEvent)]
    #[event(type = "1252")]
    struct Event {
        raw: Box<RawValue>,
    }

    #[derive(Debug, EventFamily)]
    enum Family {
        Event(Event),
    }

    for json in [r#"{"type":"1252","raw":{"a": 1.0}}"#, r#"{"raw":{"a": 1.0},"type":"1252"}"#] {
        let by_door: [Family; 3] = [
            response_event::from_str(json).unwrap(),
            serde_json::from_str(json).unwrap(),
            serde_json::from_reader(json.as_bytes()).unwrap(),
        ];
        for Family::Event(event) in by_door {
            assert_eq!(event.raw.get(), r#"{"a": 1.0}"#, "{json}");
        }
    }
}

/// 128-bit integers inside a tagged enum fail with "u128 is not supported".
#[test]
fn json_625_integers_of_128_bits_work_in_a_family() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "625")]
    struct Event {
        unsigned: u128,
        signed: i128,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Event(Event),
    }

    let event = Family::Event(Event { unsigned: u128::MAX, signed: i128::MIN });
    let members = format!(r#""unsigned":{},"signed":{}"#, u128::MAX, i128::MIN);
    for json in [format!(r#"{{"type":"625",{members}}}"#), format!(r#"{{{members},"type":"625"}}"#)] {
        assert_eq!(decode::<Family>(&json).unwrap(), event, "{json}");
    }
    // Small ones in wide members too.
    let event = Family::Event(Event { unsigned: 1, signed: -1 });
    for json in [r#"{"type":"625","unsigned":1,"signed":-1}"#, r#"{"signed":-1,"unsigned":1,"type":"625"}"#] {
        assert_eq!(decode::<Family>(json).unwrap(), event, "{json}");
    }
}

/// The path of an error inside a tagged enum is ".".
#[test]
fn path_to_error_1_an_error_in_a_family_names_its_member() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "part")]
    struct Part {
        text: String,
    }

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "item")]
    struct Item {
        content: Part,
        more: Option<Box<Item>>,
    }

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "added")]
    struct Added {
        item: Item,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Added(Added),
    }

    for (item, pointer) in [
        (r#"{"type":"item","content":{"type":"part","text":1}}"#, "/item/content/text"),
        (r#"{"content":{"text":1,"type":"part"},"type":"item"}"#, "/item/content/text"),
        (r#"{"type":"item","content":{"type":"part"}}"#, "/item/content"),
        (r#"{"type":"item","content":{"text":"t"}}"#, "/item/content"),
        (r#"{"type":"item","content":{"type":"other","text":"t"}}"#, "/item/content"),
        (r#"{"type":"item","content":7}"#, "/item/content"),
        (r#"{"type":"item"}"#, "/item"),
        (
            r#"{"type":"item","content":{"type":"part","text":"t"},"more":{"type":"item","content":[]}}"#,
            "/item/more/content",
        ),
    ] {
        for json in [format!(r#"{{"type":"added","item":{item}}}"#), format!(r#"{{"item":{item},"type":"added"}}"#)] {
            for error in [refuse::<Added>(&json), refuse::<Family>(&json)] {
                assert_eq!(error.pointer(), pointer, "{json}\n{error}");
                assert_eq!(
                    (error.kind(), error.event_type()),
                    (DecodeErrorKind::Data, Some("added")),
                    "{json}\n{error}"
                );
            }
        }
    }
}
