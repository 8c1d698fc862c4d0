//! Rules as the derive writes them: each with its pointer, code and level; all violations at once and in order.

use std::collections::BTreeMap;

use response_event::{Number, ResponseEvent, Strict, Valid, Validate, Validator, Violation, Violations, rule};
use serde::{Deserialize, Serialize};

use crate::broken;

/// Every rule on a field that breaks it, or does not.
macro_rules! rules {
    ($($test:ident: $rule:meta, $ty:ty { $good:expr => [], $bad:expr => $broken:expr $(,)? })*) => {$(
        #[test]
        fn $test() {
            #[derive(Debug, ResponseEvent)]
            #[event(type = "t")]
            #[serde(rename_all = "camelCase")]
            struct Event {
                #[event($rule)]
                the_value: $ty,
            }

            assert_eq!(broken(Event { the_value: $good }.validate_strict()), [""; 0]);
            assert_eq!(broken(Event { the_value: $bad }.validate_strict()), $broken);
        }
    )*};
}

rules! {
    index: index, Number { 0.into() => [], (-1).into() => ["/theValue index contract"] }
    strict_index: index, f64 { 2.0 => [], 2.5 => ["/theValue index strict"] }
    non_empty: non_empty, String { "a".into() => [], String::new() => ["/theValue non_empty contract"] }
    len: len(2..=3), Vec<u8> { vec![1; 2] => [], vec![1] => ["/theValue len contract"] }
    len_from: len(2..), &'static str { "ab" => [], "a" => ["/theValue len contract"] }
    len_to: len(..=2), &'static str { "äö" => [], "abc" => ["/theValue len contract"] }
    len_of: len(2), [u8; 2] { [1; 2] => [], [2; 2] => [""; 0] }
    range: range(-1..=0.5), f32 { 0.5 => [], 0.75 => ["/theValue range contract"] }
    range_from: range(18446744073709551615..), u64 { u64::MAX => [], 1 => ["/theValue range contract"] }
    range_to: range(..=-9223372036854775808), i64 { i64::MIN => [], 1 => ["/theValue range contract"] }
    integer: integer, f64 { 1e3 => [], 0.5 => ["/theValue integer contract"] }
    base64: base64, Option<String> { None => [], Some("a".into()) => ["/theValue base64 contract"] }
    prefix: prefix("ig_"), Box<str> { "ig_".into() => [], "IG_".into() => ["/theValue prefix contract"] }
    one_of: one_of("a", "b \" {}"), String { "b \" {}".into() => [], "c".into() => ["/theValue one_of contract"] }
    required: required, Option<u8> { Some(0) => [], None => ["/theValue required contract"] }
    each: each(non_empty), Vec<String> { vec![] => [], vec!["a".into(), String::new()] => ["/theValue/1 non_empty contract"] }
    nested: nested, Usage { Usage { total: 1.into() } => [], Usage { total: (-1).into() } => ["/theValue/total index contract"] }
    with: with(not_seven), u8 { 6 => [], 7 => ["/theValue custom contract"] }
    with_closure_path: with(self::not_seven), Option<u8> { None => [], Some(7) => ["/theValue custom contract"] }
    with_turbofish: with(not::<8>), u8 { 7 => [], 8 => ["/theValue custom contract"] }
    strict: strict(non_empty), String { "a".into() => [], String::new() => ["/theValue non_empty strict"] }
    strict_each: strict(each(non_empty)), Vec<String> { vec![] => [], vec![String::new()] => ["/theValue/0 non_empty strict"] }
    each_with: each(with(not_seven), range(..=8)), [u8; 2] { [0, 8] => [], [7, 9] => ["/theValue/0 custom contract", "/theValue/1 range contract"] }
    each_each: each(each(range(..=8))), Vec<Vec<u8>> { vec![vec![8]] => [], vec![vec![], vec![0, 9]] => ["/theValue/1/1 range contract"] }
    each_of_map: each(len(1)), BTreeMap<String, String> {
        [("a".into(), "b".into())].into() => [],
        [("a/b".into(), String::new())].into() => ["/theValue/a~1b len contract"],
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Usage {
    total: Number,
}

impl Validate for Usage {
    fn check(&self, validator: &mut Validator<'_>) {
        rule::index(&mut validator.member("total"), &self.total);
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
fn not_seven(number: &u8) -> Result<(), &'static str> {
    not::<7>(number)
}

#[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
fn not<const N: u8>(number: &u8) -> Result<(), &'static str> {
    if *number == N { Err("is the wrong number") } else { Ok(()) }
}

/// Much to say of one event.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "image", with(index_below_total), strict(with(named_as_its_format)))]
struct Image {
    #[event(non_empty, prefix("ig_"), strict(len(4..=64)))]
    item_id: String,
    #[event(index)]
    index: Number,
    #[event(required, range(1..=9), strict(integer))]
    total: Option<Number>,
    #[event(strict(base64), non_empty)]
    content: String,
    #[event(one_of("png", "webp"))]
    format: Option<String>,
    #[cfg(any())]
    #[event(no_such_rule)]
    configured_away: Opaque,
    #[event(each(non_empty), len(..=1), strict(each(prefix("l_"))))]
    labels: Vec<String>,
    #[event(nested)]
    parent: Option<Box<Image>>,
}

fn index_below_total(image: &Image) -> Result<(), Violation> {
    match image.total {
        Some(total) if image.index >= total => {
            Err(Violation::new("index_order", "is not below the total").at("/index"))
        }
        _ => Ok(()),
    }
}

fn named_as_its_format(image: &Image) -> Result<(), Violations> {
    match &image.format {
        Some(format) if !image.item_id.ends_with(format.as_str()) => Err("has another format in its name".into()),
        _ => Ok(()),
    }
}

fn wrong() -> Image {
    Image {
        item_id: "x".into(),
        index: 10.5.try_into().expect("finite"),
        total: Some(9.5.try_into().expect("finite")),
        content: "<value>".into(),
        format: Some("gif".into()),
        labels: vec!["l_a".into(), String::new()],
        parent: None,
    }
}

const WRONG: [&str; 6] = [
    "/item_id prefix contract",
    "/total range contract",
    "/format one_of contract",
    "/labels/1 non_empty contract",
    "/labels len contract",
    "/index index_order contract",
];

#[test]
fn all_violations_come_at_once_in_the_order_of_the_rules() {
    assert_eq!(broken(wrong().validate()), WRONG);
    assert_eq!(
        broken(wrong().validate_strict()),
        [
            "/item_id prefix contract",
            "/item_id len strict",
            "/index index strict",
            "/total range contract",
            "/total integer strict",
            "/content base64 strict",
            "/format one_of contract",
            "/labels/1 non_empty contract",
            "/labels len contract",
            "/labels/1 prefix strict",
            "/index index_order contract",
            " custom strict",
        ],
    );
}

#[test]
fn violations_of_a_nested_event_have_its_path() {
    let event = Image { parent: Some(Box::new(wrong())), ..right() };
    let expected: Vec<_> = WRONG.iter().map(|line| format!("/parent{line}")).collect();
    assert_eq!(broken(event.validate()), expected);
    assert_eq!(event.validate_strict().unwrap_err().len(), 12);
    assert!(broken(event.validate_strict()).contains(&"/parent custom strict".to_owned()));
}

fn right() -> Image {
    Image {
        item_id: "ig_png".into(),
        index: 0.into(),
        total: Some(1.into()),
        content: "aGk=".into(),
        format: Some("png".into()),
        labels: vec!["l_a".into()],
        parent: None,
    }
}

#[test]
fn a_valid_event_breaks_nothing() {
    let event = Image { parent: Some(Box::new(right())), ..right() };
    assert!(event.validate().is_ok() && event.validate_strict().is_ok());
}

#[test]
fn a_wrapper_validates_what_it_decodes() {
    let json = serde_json::to_string(&wrong()).expect("JSON");
    let error = serde_json::from_str::<Valid<Image>>(&json).unwrap_err().to_string();
    for pointer in ["/item_id", "/total", "/format", "/labels/1", "/labels", "/index"] {
        assert!(error.contains(pointer), "{error}");
    }
    let json = serde_json::to_string(&Image { content: "<value>".into(), ..right() }).expect("JSON");
    let valid: Valid<Image> = response_event::from_str(&json).expect("valid");
    assert_eq!(valid.content, "<value>");
    assert!(response_event::from_str::<Strict<Image>>(&json).is_err());
    assert_eq!(serde_json::to_string(&valid).expect("JSON"), json);
}

/// Rules may be spread over several attributes.
#[derive(Debug, ResponseEvent)]
#[event(type = "t")]
#[event(with(first))]
#[event(with(second))]
struct Spread {
    #[event(len(2..))]
    #[event(prefix("a"), with(lower))]
    #[event(strict(with(lower_still)))]
    text: String,
}

fn first(_: &Spread) -> Result<(), &'static str> {
    Err("first")
}

fn second(_: &Spread) -> Result<(), String> {
    Err("second".into())
}

fn lower(text: &str) -> Result<(), &'static str> {
    if text.contains(char::is_uppercase) { Err("is not lower case") } else { Ok(()) }
}

#[allow(clippy::ptr_arg)] // the member's own type fits too
fn lower_still(text: &String) -> Result<(), &'static str> {
    lower(text)
}

#[test]
fn rules_in_several_attributes_keep_their_order() {
    let violations = Spread { text: "X".into() }.validate_strict().unwrap_err();
    let messages: Vec<_> = violations.iter().map(|violation| violation.message().to_string()).collect();
    assert_eq!(
        messages[2..],
        ["is not lower case".to_owned(), "is not lower case".into(), "first".into(), "second".into()],
    );
    assert_eq!(messages.len(), 6);
}

/// Rules see what the wire has: names, not fields.
#[derive(Debug, ResponseEvent)]
#[event(type = "t")]
struct Renamed {
    #[serde(rename = "a/b~c", alias = "old")]
    #[event(non_empty)]
    text: String,
}

#[test]
fn a_pointer_has_the_name_on_the_wire() {
    let event: Renamed = response_event::from_str(r#"{"type":"t","old":""}"#).expect("an event");
    assert_eq!(broken(event.validate()), ["/a~1b~0c non_empty contract"]);
}
