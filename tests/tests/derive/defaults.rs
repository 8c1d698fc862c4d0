//! `default` on fields and on the struct, and `skip`: what stands in for a member that is absent.

use response_event::ResponseEvent;

use crate::{assert_round_trip, read, refusal, write};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct OfFields {
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default = "png")]
    format: String,
    #[serde(default = "u64::max_value")]
    limit: u64,
    #[serde(default = "Vec::<u8>::new")]
    bytes: Vec<u8>,
    #[serde(default = "some")]
    note: Option<String>,
    id: u8,
}

fn png() -> String {
    "png".into()
}

#[allow(clippy::unnecessary_wraps)] // the member's type
fn some() -> Option<String> {
    Some("none said".into())
}

#[test]
fn a_default_of_a_field_stands_in_for_it() {
    let event = read::<OfFields>(r#"{"type":"t","id":1}"#);
    assert_eq!(event, OfFields { labels: vec![], format: png(), limit: u64::MAX, bytes: vec![], note: some(), id: 1 },);
    assert_eq!(refusal::<OfFields>(r#"{"type":"t"}"#), "missing field `id`");
}

#[test]
fn null_is_not_absent_where_the_type_has_no_null() {
    let error = response_event::from_str::<OfFields>(r#"{"type":"t","id":1,"labels":null}"#).unwrap_err();
    assert_eq!(error.pointer(), "/labels");
    assert_eq!(read::<OfFields>(r#"{"type":"t","id":1,"note":null}"#).note, None);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default)]
struct OfStruct {
    width: u32,
    height: u32,
    /// Its own default is nearer than that of the struct.
    #[serde(default)]
    depth: u32,
    #[serde(default = "png")]
    format: String,
    #[serde(skip)]
    skipped: u32,
    #[serde(skip, default)]
    skipped_to_zero: u32,
    #[serde(deserialize_with = "doubled")]
    doubled: u32,
    note: Option<String>,
}

impl Default for OfStruct {
    fn default() -> Self {
        Self {
            width: 1024,
            height: 512,
            depth: 32,
            format: "webp".into(),
            skipped: 9,
            skipped_to_zero: 9,
            doubled: 5,
            note: Some("default".into()),
        }
    }
}

fn doubled<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    serde::Deserialize::deserialize(deserializer).map(|value: u32| 2 * value)
}

#[test]
fn a_default_of_the_struct_stands_in_for_its_fields() {
    let expected =
        OfStruct { depth: 0, format: png(), skipped_to_zero: 0, width: 7, doubled: 8, ..OfStruct::default() };
    assert_eq!(read::<OfStruct>(r#"{"type":"t","width":7,"doubled":4}"#), expected);
    let expected = OfStruct { depth: 0, format: png(), skipped_to_zero: 0, ..OfStruct::default() };
    assert_eq!(read::<OfStruct>(r#"{"type":"t"}"#), expected);
    assert_eq!(read::<OfStruct>(r#"{"type":"t","note":null}"#).note, None);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default = "Self::initial")]
struct OfPath {
    a: u8,
    b: u8,
}

impl OfPath {
    fn initial() -> Self {
        Self { a: 1, b: 2 }
    }
}

#[test]
fn a_function_can_make_the_default_of_the_struct() {
    assert_eq!(read::<OfPath>(r#"{"b":3,"type":"t"}"#), OfPath { a: 1, b: 3 });
    assert_round_trip(&OfPath { a: 4, b: 5 }, r#"{"type":"t","a":4,"b":5}"#);
}

/// Neither `Serialize` nor `Deserialize` nor `Validate`.
#[derive(Debug, Default, PartialEq)]
struct Opaque;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Skipping<T> {
    #[serde(skip)]
    opaque: Opaque,
    #[serde(skip, default = "png")]
    format: String,
    #[serde(skip)]
    parameter: Option<T>,
    id: u8,
}

#[test]
fn a_skipped_field_is_not_on_the_wire() {
    /// It has no `Deserialize`, and needs none.
    type Event = Skipping<Opaque>;
    let event = read::<Event>(r#"{"type":"t","id":1,"opaque":2,"format":"webp"}"#);
    assert_eq!(event, Skipping { opaque: Opaque, format: png(), parameter: None, id: 1 });
    assert_eq!(write(&event), r#"{"type":"t","id":1}"#);
}

/// A default that needs `T: Default`, though no member has the type `T`.
#[derive(Debug, Default, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default)]
struct GenericDefault<T> {
    value: T,
    other: Option<T>,
}

#[test]
fn a_generic_struct_can_have_a_default() {
    assert_eq!(read::<GenericDefault<u8>>(r#"{"type":"t","other":1}"#), GenericDefault { value: 0, other: Some(1) });
}

/// A skipped field takes its default in a generic struct too.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct GenericSkip<T> {
    #[serde(skip)]
    cached: T,
    #[serde(default)]
    value: T,
}

#[test]
fn a_default_of_a_parameter_is_bounded() {
    assert_eq!(read::<GenericSkip<u8>>(r#"{"type":"t"}"#), GenericSkip { cached: 0, value: 0 });
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct SomeByDefault {
    #[serde(default = "some")]
    note: Option<String>,
    #[serde(default = "Default::default")]
    other: Option<u8>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default)]
struct Seven {
    limit: Option<u8>,
    absent: Option<u8>,
}

impl Default for Seven {
    fn default() -> Self {
        Self { limit: Some(7), absent: None }
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(default = "nine")]
struct Nine {
    limit: Option<u8>,
}

fn nine() -> Nine {
    Nine { limit: Some(9) }
}

#[test]
fn none_is_written_as_null_where_the_default_is_another_value() {
    assert_round_trip(&SomeByDefault { note: None, other: None }, r#"{"type":"t","note":null}"#);
    assert_round_trip(&SomeByDefault { note: some(), other: Some(1) }, r#"{"type":"t","note":"none said","other":1}"#);

    assert_round_trip(&Seven { limit: None, absent: None }, r#"{"type":"t","limit":null}"#);
    assert_round_trip(&Seven { limit: Some(7), absent: Some(1) }, r#"{"type":"t","limit":7,"absent":1}"#);
    assert_eq!(read::<Seven>(r#"{"type":"t"}"#), Seven::default());

    assert_round_trip(&Nine { limit: None }, r#"{"type":"t","limit":null}"#);
    assert_eq!(read::<Nine>(r#"{"type":"t"}"#), nine());
}
