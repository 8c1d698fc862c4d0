//! `Lossless`: what comes in goes out again, but for what was changed.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use response_event::events::{ImageGenCallEvent, ImageGenCallPartialImage};
use response_event::{DecodeErrorKind, Lossless, Number, ResponseEvent, Valid, from_str};
use serde_json::Value;

const PARTIAL: &str = "response.image_generation_call.partial_image";

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "lossless.sample")]
struct Sample {
    id: String,
    index: Number,
    note: Option<String>,
    #[serde(default)]
    item: BTreeMap<String, Value>,
}

fn written(event: &impl serde::Serialize) -> String {
    serde_json::to_string(event).unwrap()
}

#[test]
fn members_keep_their_order_their_numbers_and_their_nulls() {
    let json = r#"{"new":{"a":[1.50,null]},"index":2.0,"note":null,"type":"lossless.sample","id":"\u0061","z":1e3}"#;
    let event: Lossless<Sample> = from_str(json).unwrap();
    assert_eq!((&*event.id, event.index), ("a", 2.into()));
    assert_eq!(written(&event), json);
    let event: Lossless<Sample> = serde_json::from_str(json).unwrap();
    assert_eq!(written(&event), json, "through serde_json");
    let event: Lossless<Sample> = serde_json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(written(&event), json, "from a reader");
}

#[test]
fn a_changed_member_is_written_anew_and_nothing_else() {
    let json = r#"{"x":0.10,"type":"lossless.sample","index":2.0,"id":"a","y":null}"#;
    let mut event: Lossless<Sample> = from_str(json).unwrap();
    event.index = 3.into();
    assert_eq!(written(&event), json.replace("2.0", "3"));
    event.note = Some("n".into());
    assert_eq!(
        written(&event),
        r#"{"x":0.10,"type":"lossless.sample","index":3,"id":"a","y":null,"note":"n","item":{}}"#
            .replace(r#","item":{}"#, "")
    );
}

#[test]
fn a_removed_member_is_gone() {
    let json = r#"{"type":"lossless.sample","note":"n","index":2,"id":"a","y":1}"#;
    let mut event: Lossless<Sample> = from_str(json).unwrap();
    event.note = None;
    assert_eq!(written(&event), json.replace(r#""note":"n","#, ""));
}

#[test]
fn a_family_is_kept_too_and_its_unknown_events() {
    for json in [
        format!(
            r#"{{"sequence_number":1.0,"item_id":"i","output_index":0,"more":[],"type":"{PARTIAL}","partial_image_index":0,"partial_image_b64":"","size":null}}"#
        ),
        r#"{"sequence_number":1.0,"type":"keepalive","more":{"type":1}}"#.to_owned(),
    ] {
        let event: Lossless<ImageGenCallEvent> = from_str(&json).unwrap();
        assert_eq!(written(&event), json);
    }
}

#[test]
fn it_wraps_and_is_wrapped() {
    let json = format!(
        r#"{{"type":"{PARTIAL}","item_id":"","output_index":0,"sequence_number":1,"partial_image_index":0,"partial_image_b64":"AA==","more":1}}"#
    );
    let error = from_str::<Lossless<Valid<ImageGenCallPartialImage>>>(&json).unwrap_err();
    assert!(error.to_string().contains("/item_id"), "{error}");
    let json = json.replace(r#""item_id":"""#, r#""item_id":"i""#);
    let event: Valid<Lossless<ImageGenCallPartialImage>> = from_str(&json).unwrap();
    assert_eq!(written(&event), json);
}

#[test]
fn what_is_no_event_is_refused_as_without_it() {
    for (json, kind, pointer) in [
        (r#"{"type":"lossless.sample","id":"a"}"#, DecodeErrorKind::Data, ""),
        (r#"{"type":"lossless.sample","id":null,"index":0}"#, DecodeErrorKind::Data, "/id"),
        (r#"{"type":"lossless.sample","id":"a","id":"b","index":0}"#, DecodeErrorKind::Data, ""),
        (r#"{"type":"other","id":"a","index":0}"#, DecodeErrorKind::WrongType, "/type"),
        (r#"{"id":"a","index":0}"#, DecodeErrorKind::MissingType, ""),
        (r#"{"type":"lossless.sample","id":"a","index":0"#, DecodeErrorKind::Json, ""),
    ] {
        let error = from_str::<Lossless<Sample>>(json).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (kind, pointer), "{json}: {error}");
        assert_eq!(from_str::<Sample>(json).unwrap_err().kind(), kind, "{json}");
    }
}

proptest! {
    #[test]
    fn any_members_come_back_in_any_order(names in vec("[a-z]{1,6}", 0..6), values in vec(-1e9_f64..1e9, 6), turn in 0_usize..9) {
        let mut members = vec![
            r#""type":"lossless.sample""#.to_owned(), r#""id":"a""#.to_owned(), r#""index":5.0"#.to_owned(),
        ];
        let mut names = names;
        names.sort();
        names.dedup();
        names.retain(|name| !["type", "id", "index", "note", "item"].contains(&&**name));
        members.extend(names.iter().zip(&values).map(|(name, value)| format!("\"{name}\":{value:?}")));
        let turn = turn % members.len();
        members.rotate_left(turn);
        let json = format!("{{{}}}", members.join(","));
        let event: Lossless<Sample> = from_str(&json).unwrap();
        prop_assert_eq!(written(&event), json);
    }
}
