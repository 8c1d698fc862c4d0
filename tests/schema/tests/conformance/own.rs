//! Events of our own, one for each feature of the derives.

use std::borrow::Cow;
use std::collections::BTreeMap;

use response_event::schema::{JsonSchema, Rules, Schema, SchemaGenerator, schema_for};
use response_event::{Decode, EventFamily, ExtraFields, Number, RawJson, ResponseEvent, UnknownEvent, Validate};
use serde::Serialize;
use serde_json::{Value, json};

use crate::verdict::{Schemas, Tally};

/// Compares the verdicts on these inputs with each set of rules, and counts those that are accepted with no rules, those
/// of the contract and strictly.
#[track_caller]
fn assert_agree<T>(inputs: &[&str], accepted: [usize; 3])
where
    T: JsonSchema + Validate + for<'de> Decode<'de>,
{
    let schemas = Schemas::of::<T>();
    let mut tally = Tally::default();
    for input in inputs {
        tally.compare::<T>(input, input, &schemas);
    }
    let found = tally.accepted();
    assert_eq!(tally.finish("own").count(), 0, "no exception is needed");
    assert_eq!(found, accepted, "accepted with no rules, of the contract, strictly");
}

#[derive(ResponseEvent)]
#[event(type = "t", alias = "older", schema)]
struct Rules1 {
    #[event(non_empty, prefix("a.b("))]
    id: String,
    #[event(index)]
    index: Number,
    #[event(required, len(2..=3))]
    text: Option<String>,
    #[event(one_of("x", "y"))]
    kind: Option<String>,
    #[event(range(-1.5..=9), integer)]
    count: Option<Number>,
    #[event(strict(base64))]
    image: Option<String>,
    #[event(len(..=2), each(non_empty))]
    list: Option<Vec<String>>,
}

#[test]
fn rules_are_keywords() {
    assert_agree::<Rules1>(
        &[
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab"}"#,
            r#"{"type":"older","id":"a.b(1","index":0,"text":"üßé"}"#,
            r#"{"type":"t","id":"a.b(","index":0.5,"text":"ab"}"#,
            r#"{"type":"t","id":"a.b(","index":-1,"text":"ab"}"#,
            r#"{"type":"t","id":"aab(","index":0,"text":"ab"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"a"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"abcd"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":null}"#,
            r#"{"type":"t","id":"a.b(","index":0}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","kind":"x"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","kind":null}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","kind":"z"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","count":9}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","count":0.5}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","count":-2}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","image":"iVBORw=="}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","image":"iVBORx=="}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","image":"iVBOR"}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","image":""}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","list":["z1","z"]}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","list":["a"]}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","list":[""]}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","list":["z","z","z"]}"#,
            r#"{"type":"t","id":"a.b(","index":0,"text":"ab","list":[null]}"#,
            r#"{"type":"other","id":"a.b(","index":0,"text":"ab"}"#,
            r#"{"id":"a.b(","index":0,"text":"ab"}"#,
            r#"{"type":"t","id":7,"index":0,"text":"ab"}"#,
            r#"{"type":"t","index":0,"text":"ab"}"#,
            "[]",
            "null",
        ],
        [23, 12, 9],
    );
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Names {
    #[serde(alias = "itemID", alias = "id")]
    item_id: String,
    #[serde(rename = "b64")]
    image: u8,
    #[serde(alias = "note")]
    remark: Option<String>,
    #[serde(default)]
    count: u8,
    #[serde(default = "seven")]
    other: u8,
    #[serde(skip)]
    #[allow(dead_code)]
    skipped: std::time::Duration,
    value: Value,
    raw: Option<RawJson>,
}

fn seven() -> u8 {
    7
}

#[test]
fn names_aliases_and_defaults_are_those_of_serde() {
    assert_agree::<Names>(
        &[
            r#"{"type":"t","itemId":"a","b64":1,"value":null}"#,
            r#"{"type":"t","itemID":"a","b64":1,"value":{},"count":2,"other":3,"raw":[1]}"#,
            r#"{"type":"t","id":"a","b64":1,"value":1,"note":"n"}"#,
            r#"{"type":"t","id":"a","b64":1,"value":1,"note":"n","remark":"r"}"#,
            r#"{"type":"t","id":"a","itemId":"b","b64":1,"value":1}"#,
            r#"{"type":"t","b64":1,"value":1}"#,
            r#"{"type":"t","id":"a","b64":1}"#,
            r#"{"type":"t","id":"a","b64":256,"value":1}"#,
            r#"{"type":"t","id":"a","b64":1,"value":1,"more":1}"#,
            r#"{"type":"t","id":"a","b64":1,"value":1,"count":null}"#,
            r#"{"type":"t","id":"a","b64":1,"value":1,"raw":null}"#,
            r#"{"type":"t","item_id":"a","b64":1,"value":1}"#,
        ],
        [4, 4, 4],
    );
    let schema = schema_for::<Names>(Rules::Contract);
    assert_eq!(schema.pointer("/properties/other/default"), Some(&json!(7)));
    assert_eq!(schema.pointer("/properties/skipped"), None);
}

#[derive(Default, ResponseEvent)]
#[event(type = "t", schema)]
#[serde(default)]
struct AllDefaults {
    a: u8,
    b: String,
}

#[test]
fn a_default_of_the_struct_fills_every_field() {
    assert_agree::<AllDefaults>(
        &[r#"{"type":"t"}"#, r#"{"type":"t","a":1}"#, r#"{"type":"t","a":null}"#, "{}"],
        [2; 3],
    );
}

#[derive(ResponseEvent)]
#[event(untagged, schema)]
struct Common {
    #[event(non_empty)]
    id: String,
    lane: Option<String>,
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct WithStruct {
    #[serde(flatten)]
    common: Common,
    text: String,
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct WithOption {
    #[serde(flatten)]
    common: Option<Common>,
    text: String,
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct WithMap {
    text: String,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct WithExtra {
    text: String,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(ResponseEvent)]
#[event(untagged, schema)]
struct Envelope {
    number: u8,
    #[serde(flatten)]
    event: Outer,
}

#[test]
fn flattened_fields_are_beside_the_others() {
    let inputs = [
        r#"{"type":"t","id":"a","lane":"b","text":"c"}"#,
        r#"{"type":"t","id":"","text":"c"}"#,
        r#"{"type":"t","text":"c"}"#,
        r#"{"type":"t","lane":"b","text":"c"}"#,
        r#"{"type":"t","id":7,"text":"c"}"#,
        r#"{"type":"t","id":"a"}"#,
        r#"{"type":"t","text":"c","a":1,"b":2}"#,
        r#"{"type":"t","text":"c","a":"1"}"#,
    ];
    assert_agree::<WithStruct>(&inputs, [2, 1, 1]);
    assert_agree::<WithOption>(&inputs, [5, 4, 4]);
    assert_agree::<WithMap>(&inputs, [3; 3]);
    assert_agree::<WithExtra>(&inputs, [7; 3]);
    assert_agree::<Envelope>(
        &[
            r#"{"number":1,"type":"a","x":1}"#,
            r#"{"number":1,"type":"zz"}"#,
            r#"{"number":1,"type":"a","x":"1"}"#,
            r#"{"type":"a","x":1}"#,
            r#"{"number":1}"#,
        ],
        [2; 3],
    );
}

#[derive(ResponseEvent)]
#[event(type = "a", alias = "aa", schema)]
struct A {
    x: u8,
}

#[derive(ResponseEvent)]
#[event(type = "b", schema)]
struct B {
    #[event(non_empty)]
    y: String,
}

#[derive(ResponseEvent)]
#[event(type = "c", schema)]
struct C {
    error: Option<String>,
    #[event(had_no_type)]
    had_no_type: bool,
}

#[derive(EventFamily)]
#[event(schema)]
enum Inner {
    B(Box<B>),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(EventFamily)]
#[event(schema)]
enum Closed {
    B(B),
    C(C),
}

#[derive(EventFamily)]
#[event(schema)]
enum Outer {
    A(A),
    #[event(family)]
    Inner(Inner),
    #[event(without_type = "error")]
    C(C),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(EventFamily)]
#[event(schema)]
enum Passing {
    A(A),
    #[event(family)]
    Inner(Inner),
}

const OF_FAMILIES: [&str; 15] = [
    r#"{"type":"a","x":1}"#,
    r#"{"type":"aa","x":1}"#,
    r#"{"type":"a"}"#,
    r#"{"type":"aa"}"#,
    r#"{"type":"b","y":"t"}"#,
    r#"{"type":"b","y":""}"#,
    r#"{"type":"b"}"#,
    r#"{"type":"c"}"#,
    r#"{"error":"e"}"#,
    r#"{"error":null}"#,
    "{}",
    r#"{"type":"zz","x":[]}"#,
    r#"{"type":7}"#,
    r#"{"type":null,"error":"e"}"#,
    "[]",
];

#[test]
fn a_family_is_one_of_its_events_or_an_event_of_another_type() {
    assert_agree::<Outer>(&OF_FAMILIES, [7, 6, 6]);
    assert_agree::<Inner>(&OF_FAMILIES, [8, 7, 7]);
    assert_agree::<Passing>(&OF_FAMILIES, [6, 5, 5]);
    assert_agree::<Closed>(&OF_FAMILIES, [3, 2, 2]);
    assert_agree::<C>(&OF_FAMILIES, [4; 3]);
}

#[derive(ResponseEvent)]
#[event(type = "tree", schema)]
struct Tree {
    #[event(non_empty)]
    name: String,
    #[event(each(nested))]
    checked: Vec<Tree>,
    #[serde(default)]
    unchecked: Vec<Tree>,
    #[event(strict(nested))]
    strictly: Option<Box<Tree>>,
}

#[test]
fn a_field_without_nested_is_described_without_rules() {
    assert_agree::<Tree>(
        &[
            r#"{"type":"tree","name":"a","checked":[]}"#,
            r#"{"type":"tree","name":"","checked":[]}"#,
            r#"{"type":"tree","name":"a","checked":[{"type":"tree","name":"b","checked":[]}]}"#,
            r#"{"type":"tree","name":"a","checked":[{"type":"tree","name":"","checked":[]}]}"#,
            r#"{"type":"tree","name":"a","checked":[],"unchecked":[{"type":"tree","name":"","checked":[]}]}"#,
            r#"{"type":"tree","name":"a","checked":[],"unchecked":[{"type":"tree","checked":[]}]}"#,
            r#"{"type":"tree","name":"a","checked":[],"strictly":{"type":"tree","name":"","checked":[]}}"#,
            r#"{"type":"tree","name":"a","checked":[],"strictly":null}"#,
        ],
        [7, 5, 4],
    );
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct Generic<T, const N: usize> {
    value: T,
    #[event(each(nested))]
    items: Vec<Plain>,
}

#[derive(ResponseEvent)]
#[event(untagged, schema)]
struct Plain {
    #[event(index)]
    at: u64,
}

#[test]
fn a_generic_event_is_described_for_its_parameters() {
    assert_agree::<Generic<Option<u8>, 1>>(
        &[
            r#"{"type":"t","items":[{"at":1}]}"#,
            r#"{"type":"t","value":null,"items":[{"at":1}]}"#,
            r#"{"type":"t","value":"a","items":[{"at":1}]}"#,
            r#"{"type":"t"}"#,
            r#"{"type":"t","items":[{"at":-1}]}"#,
        ],
        [2; 3],
    );
    assert_agree::<Generic<String, 0>>(
        &[r#"{"type":"t","items":[]}"#, r#"{"type":"t","value":"a","items":[]}"#],
        [1; 3],
    );
    assert_eq!(Generic::<u8, 2>::schema_name(), "Generic_for_uint8_and_2");
    assert_ne!(Generic::<u8, 2>::schema_id(), Generic::<u8, 3>::schema_id());
    assert_ne!(Generic::<u8, 2>::schema_id(), Generic::<u16, 2>::schema_id());
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct Borrowed<'a> {
    #[event(non_empty)]
    text: &'a str,
    #[serde(borrow)]
    words: Vec<&'a str>,
    #[serde(borrow)]
    note: Option<Cow<'a, str>>,
}

#[derive(EventFamily)]
#[event(schema)]
enum BorrowedFamily<'a> {
    Borrowed(Borrowed<'a>),
}

#[test]
fn an_event_that_borrows_has_a_schema() {
    let schema = schema_for::<BorrowedFamily<'_>>(Rules::Contract);
    assert_eq!(schema.pointer("/$defs/Borrowed/required"), Some(&json!(["type", "text", "words"])));
}

#[derive(ResponseEvent)]
#[event(type = "t", schema)]
struct ByFunction {
    #[serde(with = "text_of_number")]
    #[event(schema_with(of_text))]
    number: u8,
    #[serde(deserialize_with = "text_of_number::maybe")]
    #[event(schema_with(of_text))]
    maybe: Option<u8>,
}

fn of_text(_generator: &mut SchemaGenerator) -> Schema {
    response_event::schema::schemars::json_schema!({ "type": "string", "pattern": "^[0-9]$" })
}

mod text_of_number {
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref)] // `with` passes a reference
    pub(crate) fn serialize<S: Serializer>(number: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }

    pub(crate) fn maybe<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
        deserialize(deserializer).map(Some)
    }
}

#[test]
fn a_field_that_a_function_reads_is_described_by_a_function() {
    assert_agree::<ByFunction>(
        &[
            r#"{"type":"t","number":"1"}"#,
            r#"{"type":"t","number":"1","maybe":"2"}"#,
            r#"{"type":"t","number":1}"#,
            r#"{"type":"t"}"#,
        ],
        [2; 3],
    );
}

#[derive(Serialize)]
struct OnlyWritten<'a>(&'a [&'a str]);

impl JsonSchema for OnlyWritten<'_> {
    fn schema_name() -> Cow<'static, str> {
        "OnlyWritten".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Vec<String>>()
    }
}

#[derive(ResponseEvent)]
#[event(type = "w", serialize_only, schema)]
struct Written<'a> {
    words: OnlyWritten<'a>,
    #[event(non_empty)]
    note: Option<&'a str>,
}

#[derive(EventFamily)]
#[event(serialize_only, schema)]
enum WrittenFamily<'a> {
    Written(Written<'a>),
}

#[test]
fn an_event_that_is_only_written_is_described_as_it_is_written() {
    let schemas = Schemas::of::<WrittenFamily<'_>>();
    let family = WrittenFamily::Written(Written { words: OnlyWritten(&["a"]), note: None });
    let value = serde_json::to_value(&family).expect("JSON");
    assert!(schemas.validator(Rules::Contract).is_valid(&value), "{value}");
    for refused in
        [json!({"type": "w"}), json!({"type": "x", "words": []}), json!({"type": "w", "words": [], "note": ""})]
    {
        assert!(!schemas.validator(Rules::Contract).is_valid(&refused), "{refused}");
    }
}

/// What another crate's feature switches on: items without a schema, whose fields have none either, and one whose schema
/// another derive makes.
mod without_schema {
    use response_event::{EventFamily, ResponseEvent};

    #[derive(serde::Serialize, serde::Deserialize)]
    pub(crate) struct Opaque(u8);

    #[derive(ResponseEvent)]
    #[event(type = "opaque")]
    pub(crate) struct HasNone {
        opaque: Opaque,
    }

    #[derive(ResponseEvent, schemars::JsonSchema)]
    #[event(type = "derived")]
    pub(crate) struct Derived {
        count: u8,
    }

    #[derive(EventFamily)]
    pub(crate) enum Family {
        HasNone(HasNone),
        Derived(Derived),
    }
}

#[test]
fn an_item_without_a_schema_compiles_beside_the_feature_and_beside_another_derive() {
    let family: without_schema::Family = response_event::from_str(r#"{"type":"opaque","opaque":1}"#).expect("an event");
    assert_eq!(family.event_type(), "opaque");
    let schema = schema_for::<without_schema::Derived>(Rules::Contract);
    assert_eq!(schema.pointer("/properties/type"), None, "another derive does not know the type");
}
