//! Structs without fields, and with only fields that are not members.

use std::marker::PhantomData;

use response_event::{EventFamily, ResponseEvent, UnknownEvent, Validate};

use crate::{assert_round_trip, read, refusal};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, ResponseEvent)]
#[event(type = "keepalive")]
struct Unit;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "empty", with(always_wrong))]
struct Empty {}

fn always_wrong(_: &Empty) -> Result<(), &'static str> {
    Err("has no members")
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "marked")]
struct Marked<T: ?Sized> {
    #[serde(skip)]
    marker: PhantomData<T>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "marked")]
struct Const<const N: usize>;

#[test]
fn a_unit_struct_is_an_object_with_a_type() {
    assert_round_trip(&Unit, r#"{"type":"keepalive"}"#);
    assert_round_trip(&Empty {}, r#"{"type":"empty"}"#);
    assert_round_trip(&Marked::<str> { marker: PhantomData }, r#"{"type":"marked"}"#);
    assert_round_trip(&Const::<2>, r#"{"type":"marked"}"#);
}

#[test]
fn members_of_a_unit_struct_are_passed_over() {
    assert_eq!(read::<Unit>(r#"{"a":[{"type":1}],"type":"keepalive","sequence_number":3}"#), Unit);
    assert_eq!(
        refusal::<Unit>(r#"{"a":1}"#),
        "missing field `type`, expected an object with `\"type\": \"keepalive\"`"
    );
    assert!(refusal::<Unit>(r#"{"type":"empty"}"#).contains("`empty`"));
}

#[test]
fn only_an_object_is_an_event() {
    for json in ["null", "[]", r#"["keepalive"]"#, r#""keepalive""#, "1", ""] {
        assert!(response_event::from_str::<Unit>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<Unit>(json).is_err(), "{json}");
    }
}

#[test]
fn a_struct_without_members_has_rules_too() {
    assert!(Unit.validate_strict().is_ok());
    assert_eq!(Empty {}.validate().unwrap_err().to_string(), " has no members (contract rule `custom`)".trim_start());
}

#[derive(Debug, PartialEq, EventFamily)]
enum Bare {
    Unit(Unit),
    Empty(Empty),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[test]
fn bare_events_are_variants_like_others() {
    assert_round_trip(&Bare::from(Unit), r#"{"type":"keepalive"}"#);
    assert_round_trip(&Bare::from(Empty {}), r#"{"type":"empty"}"#);
}

#[test]
fn bare_events_go_through_formats_without_names() {
    let bytes = postcard::to_allocvec(&Unit).expect("postcard");
    assert_eq!(bytes, [b"\x09".as_slice(), b"keepalive"].concat());
    assert_eq!(postcard::from_bytes::<Unit>(&bytes).expect("postcard"), Unit);
    assert_eq!(postcard::from_bytes::<Bare>(&bytes).expect("postcard"), Bare::Unit(Unit));
}
