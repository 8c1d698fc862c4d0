//! Events of our own that hold what the catalogue's do not: other events, families, maps, flattened members.

use std::collections::BTreeMap;

use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::formats::{
    all_read, cbor, from_cbor, from_message_pack, json, round_trip_with_names, round_trip_without_names,
};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "text")]
struct Text {
    text: String,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "refusal")]
struct Refusal {
    reason: Option<String>,
    #[event(nullable)]
    code: Option<Number>,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Part {
    Text(Text),
    Refusal(Box<Refusal>),
}

/// Not an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Usage {
    tokens: u64,
    details: Option<Vec<i32>>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Unit,
    Newtype(f64),
    Struct { a: Option<u16>, b: (u8, String) },
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "item.done", alias = "item.finished")]
struct Done {
    id: Box<str>,
    #[serde(alias = "contents")]
    parts: Vec<Part>,
    first: Option<Part>,
    number: Option<Number>,
    numbers: Vec<Option<Number>>,
    by_name: BTreeMap<String, Number>,
    usage: Usage,
    before: Option<Box<Done>>,
    wide: i128,
    unit: (),
    letter: char,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Item {
    Done(Box<Done>),
    #[event(family)]
    Part(Part),
}

fn part() -> Part {
    Part::Refusal(Refusal { reason: None, code: Some(7.into()) }.into())
}

fn done() -> Done {
    let number = Number::try_from(0.25).unwrap();
    Done {
        id: "i".into(),
        parts: vec![Part::Text(Text { text: "t".into() }), part()],
        first: None,
        number: Some(number),
        numbers: vec![Some(3.into()), None, Some(number)],
        by_name: [("a".to_owned(), 1.into()), ("b".to_owned(), number)].into(),
        usage: Usage { tokens: 12, details: Some(vec![-1, 2]), kind: Kind::Unit },
        before: None,
        wide: i128::from(i64::MIN),
        unit: (),
        letter: 'é',
    }
}

fn events() -> Vec<Done> {
    let kind = Kind::Struct { a: Some(1), b: (9, "x".into()) };
    vec![
        done(),
        Done { first: Some(part()), number: None, numbers: Vec::new(), by_name: BTreeMap::new(), ..done() },
        Done { usage: Usage { kind: Kind::Newtype(2.5), ..done().usage }, before: Some(done().into()), ..done() },
        Done { usage: Usage { kind, details: None, ..done().usage }, parts: Vec::new(), ..done() },
    ]
}

#[test]
fn events_within_events_come_back_from_every_format() {
    for event in events() {
        round_trip_with_names(&event);
        round_trip_without_names(&event);
        let family = Item::from(event);
        round_trip_with_names(&family);
        round_trip_without_names(&family);
    }
    round_trip_with_names(&Item::Part(part()));
    round_trip_without_names(&Item::Part(part()));
}

#[test]
fn events_within_other_structs_come_back_from_every_format() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Page {
        items: Vec<Item>,
        last: Option<Text>,
    }

    let page = Page { items: vec![done().into(), Item::Part(part())], last: Some(Text { text: "t".into() }) };
    assert_eq!(serde_json::from_str::<Page>(&json(&page)).unwrap(), page);
    assert_eq!(ciborium::from_reader::<Page, _>(&*cbor(&page).unwrap()).unwrap(), page);
    assert_eq!(rmp_serde::from_slice::<Page>(&rmp_serde::to_vec_named(&page).unwrap()).unwrap(), page);
    assert_eq!(rmp_serde::from_slice::<Page>(&rmp_serde::to_vec(&page).unwrap()).unwrap(), page);
    assert_eq!(postcard::from_bytes::<Page>(&postcard::to_allocvec(&page).unwrap()).unwrap(), page);
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "open")]
struct Open {
    id: String,
    note: Option<String>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum OpenItem {
    Open(Open),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn open() -> Open {
    let rest = [("a", json!(1)), ("b", json!({"type": [null, 0.5]})), ("z", json!("s"))];
    Open { id: "o".into(), note: None, rest: rest.map(|(name, value)| (name.to_owned(), value)).into() }
}

#[test]
fn flattened_members_come_back_from_every_format_with_names() {
    for event in [open(), Open { note: Some("n".into()), rest: BTreeMap::new(), ..open() }] {
        round_trip_with_names(&event);
        round_trip_with_names(&OpenItem::Open(event));
    }
}

#[test]
fn flattened_members_are_a_map_in_message_pack_without_names() {
    let bytes = rmp_serde::to_vec(&open()).unwrap();
    all_read(from_message_pack(&bytes), &open(), &bytes);
    all_read(from_message_pack(&bytes), &OpenItem::Open(open()), &bytes);
}

#[test]
fn flattened_members_have_no_place_in_a_format_without_names() {
    assert!(postcard::to_allocvec(&open()).is_err());
}

#[test]
fn deny_unknown_fields_holds_in_every_format_with_names() {
    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "strict")]
    #[serde(deny_unknown_fields)]
    struct Strict {
        id: Option<u8>,
    }

    for event in [Strict { id: None }, Strict { id: Some(0) }] {
        round_trip_with_names(&event);
        round_trip_without_names(&event);
    }
    let other = json!({"id": 0, "type": "strict", "other": 1});
    for (door, read) in from_cbor::<Strict>(&cbor(&other).unwrap()) {
        let error = read.expect_err(door);
        assert!(error.contains("unknown field `other`"), "{door}: {error}");
    }
    for (door, read) in from_message_pack::<Strict>(&rmp_serde::to_vec(&other).unwrap()) {
        let error = read.expect_err(door);
        assert!(error.contains("unknown field `other`"), "{door}: {error}");
    }
}

#[test]
fn errors_in_binary_formats_name_the_event_and_the_member() {
    let wrong = json!({"id": 7, "type": "item.done"});
    for (door, read) in from_cbor::<Item>(&cbor(&wrong).unwrap()) {
        let error = read.expect_err(door);
        // ciborium shows the text of its errors as Rust writes strings, so the parts stand apart.
        assert!(error.contains("`item.done`") && error.contains("`/id`"), "{door}: {error}");
    }
    let twice = rmp_serde::to_vec(&crate::formats::Object(vec![
        ("text".into(), json!("a")),
        ("type".into(), json!("text")),
        ("text".into(), json!("b")),
    ]))
    .unwrap();
    for (door, read) in from_message_pack::<Item>(&twice) {
        let error = read.expect_err(door);
        assert!(error.contains("`text`: duplicate field `text`"), "{door}: {error}");
    }
}
