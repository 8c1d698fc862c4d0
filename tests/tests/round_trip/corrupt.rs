//! Inputs that are no event, or not quite: nothing panics, and every door of JSON comes to the same verdict.

use std::fmt::Debug;

use proptest::prelude::*;
use response_event::events::{ImageGenCallEvent, ImageGenCallInProgress, ImageGenCallPartialImage};
use response_event::{Decode, DecodeErrorKind, EventFamily, ResponseEvent, UnknownEvent, from_slice, from_str};
use serde::de::DeserializeOwned;

use crate::generated::{any_text, config};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "strict")]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(alias = "b")]
    a: Option<f64>,
    item_id: Option<Box<Strict>>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "open", alias = "opened")]
struct Open {
    a: u64,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, serde_json::Value>,
}

/// A family with every way to treat unknown fields.
#[derive(Debug, PartialEq, EventFamily)]
enum Mixed {
    InProgress(ImageGenCallInProgress),
    Strict(Strict),
    Open(Open),
}

const EVENTS: [&str; 5] = [
    r#"{"type":"response.image_generation_call.in_progress","item_id":"ig_1","output_index":0,"sequence_number":3}"#,
    r#"{"item_id":"图 🖼","output_index":-1.5e-3,"sequence_number":18446744073709551615,"type":"response.image_generation_call.in_progress"}"#,
    "{\n  \"type\": \"response.image_generation_call.partial_image\",\n  \"item_id\": \"\\u00e9\\ud83d\\ude00\\n\",\n  \"output_index\": 0,\n  \"sequence_number\": 3,\n  \"partial_image_b64\": \"aGVsbG8=\",\n  \"partial_image_index\": 0,\n  \"x\": [1, {\"y\": null}],\n  \"size\": null\n}",
    r#"{"x":[[],{}],"a":1,"type":"opened","y":"\"","z":{"type":"strict"}}"#,
    r#"{"item_id":{"item_id":null,"type":"strict","a":2},"type":"strict","b":1e2}"#,
];

#[test]
fn an_event_that_is_cut_off_is_not_json() {
    for event in EVENTS {
        for end in 0..event.len() {
            let bytes = &event.as_bytes()[..end];
            let shown = String::from_utf8_lossy(bytes);
            let kinds = [
                from_slice::<ImageGenCallInProgress>(bytes).map(drop),
                from_slice::<ImageGenCallPartialImage>(bytes).map(drop),
                from_slice::<ImageGenCallEvent>(bytes).map(drop),
                from_slice::<Mixed>(bytes).map(drop),
                from_slice::<UnknownEvent>(bytes).map(drop),
            ];
            for kind in kinds {
                let kind = kind.map_err(|error| error.kind());
                assert_eq!(kind, Err(DecodeErrorKind::Json), "the first {end} bytes: {shown}");
            }
        }
    }
}

/// The field wins over serde_json's `is_eof`: a placed error is one of data.
#[test]
fn an_event_that_is_cut_off_names_its_event_and_field_through_serde_json() {
    for (end, message) in [
        (1, "EOF while parsing an object at line 1 column 1"),
        (60, "`response.image_generation_call.in_progress`: EOF while parsing a string at line 1 column 60"),
        (
            66,
            "`response.image_generation_call.in_progress` at `/item_id`: EOF while parsing a string at line 1 column 66",
        ),
    ] {
        let error = serde_json::from_str::<ImageGenCallEvent>(&EVENTS[0][..end]).unwrap_err();
        assert_eq!(error.to_string(), message, "the first {end} bytes");
        assert_eq!(error.is_eof(), end == 1, "the first {end} bytes");
    }
}

/// Asks our own reader and that of `serde_json`.
fn same_verdict<E>(text: &str) -> Result<(), TestCaseError>
where
    E: for<'de> Decode<'de> + DeserializeOwned + PartialEq + Debug,
{
    let ours = from_str::<E>(text);
    let slice = from_slice::<E>(text.as_bytes());
    prop_assert_eq!(ours.as_ref().map_err(ToString::to_string), slice.as_ref().map_err(ToString::to_string));
    for (door, theirs) in [
        ("serde_json::from_str", serde_json::from_str::<E>(text)),
        ("serde_json::from_reader", serde_json::from_reader(text.as_bytes())),
    ] {
        match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours, theirs, "{} reads another event from {}", door, text),
            (Err(_), Err(_)) => {}
            _ => prop_assert!(false, "{text}\n  from_str: {ours:?}\n  {door}: {theirs:?}"),
        }
    }
    if let Err(error) = &ours {
        prop_assert!(error.line() >= 1 && error.column() >= 1);
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        prop_assert!(is_json || error.kind() == DecodeErrorKind::Json, "{text} is no JSON, but: {error}");
    }
    Ok(())
}

/// Every type that the tests have.
fn same_verdicts(text: &str) -> Result<(), TestCaseError> {
    same_verdict::<ImageGenCallInProgress>(text)?;
    same_verdict::<ImageGenCallPartialImage>(text)?;
    same_verdict::<Strict>(text)?;
    same_verdict::<Open>(text)?;
    same_verdict::<Mixed>(text)?;
    // An unknown event keeps the text as it is by one door, without white space by the other.
    for error in [from_str::<ImageGenCallEvent>(text).err(), from_str::<UnknownEvent>(text).err()] {
        prop_assert!(error.is_none_or(|error| !error.to_string().is_empty()));
    }
    prop_assert_eq!(
        from_str::<ImageGenCallEvent>(text).is_ok(),
        serde_json::from_str::<ImageGenCallEvent>(text).is_ok()
    );
    prop_assert_eq!(from_str::<UnknownEvent>(text).is_ok(), serde_json::from_str::<UnknownEvent>(text).is_ok());
    Ok(())
}

/// A name in quotes.
fn any_name() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        r#""type""#,
        r#""type""#,
        r#""\u0074ype""#,
        r#""item_id""#,
        r#""item_id""#,
        r#""output_index""#,
        r#""output_index""#,
        r#""output\u005Findex""#,
        r#""sequence_number""#,
        r#""sequence_number""#,
        r#""partial_image_b64""#,
        r#""partial_image_index""#,
        r#""size""#,
        r#""a""#,
        r#""b""#,
        r#""x""#,
        r#""""#,
        r#""\ud800""#,
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any_text().prop_map(|text| serde_json::Value::from(text).to_string())]
}

/// The text of a value, or of something close to one.
fn any_value() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        r#""response.image_generation_call.in_progress""#,
        r#""response.image_generation_call.in_progress""#,
        r#""response.image_generation_call.partial_image""#,
        r#""strict""#,
        r#""strict""#,
        r#""open""#,
        r#""opened""#,
        r#""\u006fpen""#,
        "null",
        "true",
        "0",
        "-0",
        "-0.0",
        "7",
        "1.0",
        "1e3",
        "1E-3",
        "01",
        "-",
        "1.",
        ".5",
        "1e400",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "0.1000000000000000055511151231257827",
        "[]",
        "{}",
        "[1,]",
        r#"{"type":"strict","a":1}"#,
        r#"{"a":1,"type":"strict","item_id":{"type":"open"}}"#,
        r#""\ud800""#,
        r#""\udc00\ud800""#,
        r#""\u12""#,
        r#""\x""#,
        "\"\t\"",
        "\"\u{7f}\"",
        "nul",
        "NaN",
        "'a'",
    ]);
    prop_oneof![6 => fixed.prop_map(str::to_owned), 1 => any_text().prop_map(|text| serde_json::Value::from(text).to_string())]
}

/// The members of an event, which make it one; or none.
fn any_base() -> impl Strategy<Value = Vec<(String, String)>> {
    let bases: [&[(&str, &str)]; 5] = [
        &[],
        &[
            ("type", "response.image_generation_call.in_progress"),
            ("item_id", "ig_1"),
            ("output_index", "0"),
            ("sequence_number", "7"),
        ],
        &[("type", "strict")],
        &[("type", "open"), ("a", "1")],
        &[("type", "response.queued"), ("sequence_number", "2")],
    ];
    let quoted = |(name, value): &(&str, &str)| {
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        (format!("\"{name}\""), if is_number { (*value).to_owned() } else { format!("\"{value}\"") })
    };
    prop::sample::select(bases.map(|members| members.iter().map(quoted).collect::<Vec<_>>()).to_vec())
}

/// The text of an object whose members are known and unknown ones, there once, twice or not at all, in any order.
fn any_object() -> impl Strategy<Value = String> {
    let space = || prop_oneof![60 => Just(""), 6 => Just(" "), 6 => Just("\n"), 1 => Just("\u{a0}")];
    let members =
        (any_base(), proptest::collection::vec((any_name(), any_value()), 0..5)).prop_flat_map(|(mut base, more)| {
            base.extend(more);
            Just(base).prop_shuffle()
        });
    (members, space(), space(), space()).prop_map(|(members, a, b, c)| {
        let members: Vec<_> = members.into_iter().map(|(name, value)| format!("{a}{name}{b}:{c}{value}{a}")).collect();
        format!("{b}{{{}}}{c}", members.join(","))
    })
}

/// What is done to a text at a place.
#[derive(Clone, Debug)]
enum Mutation {
    Remove,
    Insert(u8),
    Replace(u8),
    Double,
    Cut,
}

fn any_mutation() -> impl Strategy<Value = Mutation> {
    let byte = || prop_oneof![4 => prop::sample::select(&b"{}[]:,\"\\u0-+.eE \n\ttnf\0\xff"[..]), 1 => any::<u8>()];
    prop_oneof![
        3 => Just(Mutation::Remove),
        3 => byte().prop_map(Mutation::Insert),
        3 => byte().prop_map(Mutation::Replace),
        1 => Just(Mutation::Double),
        1 => Just(Mutation::Cut),
    ]
}

fn mutate(bytes: &mut Vec<u8>, place: prop::sample::Index, mutation: &Mutation) {
    if bytes.is_empty() {
        return;
    }
    let place = place.index(bytes.len());
    match mutation {
        Mutation::Remove => drop(bytes.remove(place)),
        Mutation::Insert(byte) => bytes.insert(place, *byte),
        Mutation::Replace(byte) => bytes[place] = *byte,
        Mutation::Double => bytes.extend_from_within(place..),
        Mutation::Cut => bytes.truncate(place),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..config() })]

    #[test]
    fn random_bytes_panic_nowhere(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let error = from_slice::<ImageGenCallEvent>(&bytes).map(drop).unwrap_err();
        prop_assert!(!error.to_string().is_empty());
        let _verdict = from_slice::<Mixed>(&bytes);
        let _verdict = postcard::from_bytes::<ImageGenCallEvent>(&bytes);
        let _verdict = rmp_serde::from_slice::<ImageGenCallEvent>(&bytes);
        let _verdict = ciborium::from_reader::<ImageGenCallEvent, _>(&*bytes);
    }

    #[test]
    fn every_door_of_json_has_the_same_verdict_on_an_object(text in any_object()) {
        same_verdicts(&text)?;
    }

    #[test]
    fn every_door_of_json_has_the_same_verdict_on_a_damaged_event(
        event in prop::sample::select(&EVENTS[..]),
        mutations in proptest::collection::vec((any::<prop::sample::Index>(), any_mutation()), 1..4),
    ) {
        let mut bytes = event.as_bytes().to_vec();
        for (place, mutation) in &mutations {
            mutate(&mut bytes, *place, mutation);
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            same_verdicts(text)?;
        } else {
            let error = from_slice::<ImageGenCallEvent>(&bytes).unwrap_err();
            prop_assert_eq!(error.kind(), DecodeErrorKind::Json);
        }
    }

    #[test]
    fn numbers_are_read_as_serde_json_reads_them(number in "-?(0|[1-9][0-9]{0,3}|[0-9]{15,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?") {
        let text = format!(r#"{{"a":{number},"type":"strict"}}"#);
        same_verdict::<Strict>(&text)?;
        let (ours, theirs) = (from_str::<Strict>(&text), serde_json::from_str::<f64>(&number));
        prop_assert_eq!(
            ours.ok().and_then(|event| event.a).map(f64::to_bits),
            theirs.ok().map(f64::to_bits),
            "{}", number
        );
        same_verdict::<Open>(&format!(r#"{{"type":"open","a":{number},"x":{number}}}"#))?;
        let text = format!(
            r#"{{"type":"response.image_generation_call.in_progress","item_id":"","output_index":{number},"sequence_number":0}}"#
        );
        same_verdict::<ImageGenCallEvent>(&text)?;
    }

    #[test]
    fn damaged_binary_events_panic_nowhere(
        mutations in proptest::collection::vec((any::<prop::sample::Index>(), any_mutation()), 1..4),
    ) {
        let event: ImageGenCallEvent = from_str(EVENTS[2]).unwrap();
        let mut cbor = crate::formats::cbor(&event).unwrap();
        let mut message_pack = rmp_serde::to_vec_named(&event).unwrap();
        // Formats without names have no place for the extra field.
        let event: ImageGenCallEvent = from_str(EVENTS[0]).unwrap();
        let mut postcard = postcard::to_allocvec(&event).unwrap();
        for (place, mutation) in &mutations {
            for bytes in [&mut cbor, &mut message_pack, &mut postcard] {
                mutate(bytes, *place, mutation);
            }
        }
        let _verdict = ciborium::from_reader::<ImageGenCallEvent, _>(&*cbor);
        let _verdict = rmp_serde::from_slice::<ImageGenCallEvent>(&message_pack);
        let _verdict = postcard::from_bytes::<ImageGenCallEvent>(&postcard);
    }
}
