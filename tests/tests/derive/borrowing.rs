//! Members that borrow from the input: `&str`, `Cow`, and types of the user's own.

use std::borrow::Cow;
use std::borrow::Cow as Clone_on_write;

use response_event::{Decode, ResponseEvent, UnknownEvent};
use serde::{Deserialize, Serialize};

use crate::{assert_round_trip, read, refusal};

/// Whether `part` is a piece of `whole`, not a copy.
fn is_within(part: &str, whole: &str) -> bool {
    let whole = whole.as_bytes().as_ptr_range();
    let part = part.as_bytes().as_ptr_range();
    whole.start <= part.start && part.end <= whole.end
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Texts<'a> {
    plain: &'a str,
    optional: Option<&'a str>,
    #[serde(borrow)]
    cow: Cow<'a, str>,
    #[serde(borrow)]
    optional_cow: Option<Cow<'a, str>>,
    /// Without `borrow` a `Cow` is owned, as in serde.
    owned: Cow<'a, str>,
}

#[test]
fn text_without_escapes_is_borrowed() {
    let json = String::from(
        r#"{"type":"t","plain":"one","optional":"two","cow":"three","optional_cow":"four","owned":"five"}"#,
    );
    let event = read::<Texts<'_>>(&json);
    assert!(is_within(event.plain, &json));
    assert!(is_within(event.optional.unwrap(), &json));
    assert!(matches!(event.cow, Cow::Borrowed(text) if is_within(text, &json)));
    assert!(matches!(event.optional_cow, Some(Cow::Borrowed(text)) if is_within(text, &json)));
    assert!(matches!(event.owned, Cow::Owned(_)));
    assert_round_trip(&event, &json);
}

#[test]
fn text_is_borrowed_wherever_the_type_stands() {
    let json = String::from(r#"{"plain":"one","cow":"three","optional_cow":"four","owned":"five","type":"t"}"#);
    let event = read::<Texts<'_>>(&json);
    assert!(is_within(event.plain, &json) && event.optional.is_none());
    assert!(matches!(event.cow, Cow::Borrowed(text) if is_within(text, &json)));
    assert!(matches!(event.optional_cow, Some(Cow::Borrowed(text)) if is_within(text, &json)));
}

#[test]
fn a_cow_takes_escaped_text_as_its_own_and_a_reference_refuses_it() {
    let json = r#"{"type":"t","plain":"one","cow":"\u0061","optional_cow":"\n","owned":"\""}"#;
    let event = read::<Texts<'_>>(json);
    assert!(matches!(&event.cow, Cow::Owned(text) if text == "a"));
    assert!(matches!(&event.optional_cow, Some(Cow::Owned(text)) if text == "\n"));
    let json = r#"{"type":"t","plain":"\u0061","cow":"","owned":""}"#;
    assert_eq!(
        refusal::<Texts<'_>>(json),
        r#"the string "a" is written with escapes and cannot be borrowed; a field of type `Cow<str>` holds it"#
    );
}

#[test]
fn an_absent_or_null_cow_is_none() {
    for json in [
        r#"{"type":"t","plain":"","cow":"","owned":""}"#,
        r#"{"type":"t","plain":"","cow":"","owned":"","optional_cow":null,"optional":null}"#,
    ] {
        let event = read::<Texts<'_>>(json);
        assert_eq!((event.optional, event.optional_cow), (None, None));
    }
    assert_eq!(refusal::<Texts<'_>>(r#"{"type":"t","plain":"","owned":""}"#), "missing field `cow`");
}

#[test]
fn bytes_that_cannot_be_kept_are_owned() {
    let value = serde_json::json!({"type": "t", "plain": "", "cow": "text", "owned": ""});
    // A value that is given away lends nothing: only what is owned can come out of it.
    let event: Owned = serde_json::from_value(value).expect("an event");
    assert_eq!(event.cow, "text");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Owned {
    #[serde(default)]
    cow: Cow<'static, str>,
}

#[test]
fn without_borrow_the_input_may_go() {
    fn assert_owned<E: for<'de> Decode<'de> + for<'de> Deserialize<'de>>() {}
    assert_owned::<Owned>();
    assert_owned::<NotBorrowed<'static>>();
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct NotBorrowed<'a> {
    text: Cow<'a, str>,
}

/// A type of the user's own with two lifetimes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Pair<'x, 'y> {
    #[serde(borrow)]
    first: Cow<'x, str>,
    second: &'y str,
}

type Text<'a> = Clone_on_write<'a, str>;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Own<'a, 'b: 'a, 'c> {
    #[serde(borrow)]
    pair: Pair<'a, 'b>,
    #[serde(borrow = "'a + 'b")]
    pairs: Vec<Pair<'a, 'b>>,
    #[serde(borrow = "'a")]
    alias: Text<'a>,
    #[serde(borrow, alias = "renamed_too")]
    renamed: Clone_on_write<'a, str>,
    /// Only `'c` may be shorter than the input.
    kept: Cow<'c, str>,
    #[serde(default, borrow)]
    defaulted: Cow<'a, str>,
}

#[test]
fn types_of_ones_own_borrow() {
    let json = String::from(
        r#"{"type":"t","pair":{"first":"a","second":"b"},"pairs":[{"first":"c","second":"d"}],"alias":"e","renamed_too":"f","kept":"g"}"#,
    );
    let event: Own<'_, '_, 'static> = read(&json);
    assert!(matches!(event.pair.first, Cow::Borrowed(text) if is_within(text, &json)));
    assert!(is_within(event.pair.second, &json) && is_within(event.pairs[0].second, &json));
    assert!(matches!(event.alias, Cow::Borrowed(text) if is_within(text, &json)));
    assert!(matches!(event.renamed, Cow::Borrowed(text) if is_within(text, &json)));
    assert_eq!(event.kept, "g");
    assert_eq!(event.defaulted, "");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Bytes<'a> {
    #[serde(borrow)]
    cow: Cow<'a, [u8]>,
    #[serde(borrow)]
    optional: Option<Cow<'a, [u8]>>,
    slice: &'a [u8],
}

#[test]
fn bytes_are_borrowed_where_a_format_has_them() {
    let text = r#"{"type":"t","cow":"abc","optional":"def","slice":"ghi"}"#;
    let event = read::<Bytes<'_>>(text);
    assert!(matches!(event.cow, Cow::Borrowed(b"abc")));
    assert!(matches!(event.optional, Some(Cow::Borrowed(b"def"))));
    assert_eq!(event.slice, b"ghi");
}

#[test]
fn bytes_of_an_array_are_owned() {
    let value = r#"{"type":"t","cow":[1,2],"slice":""}"#;
    let event = read::<Bytes<'_>>(value);
    assert!(matches!(&event.cow, Cow::Owned(bytes) if *bytes == [1, 2]), "{event:?}");
}

/// The lifetime of an input is called as serde calls it.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct De<'de> {
    text: &'de str,
    #[serde(borrow)]
    cow: Cow<'de, str>,
}

#[test]
fn a_lifetime_may_be_called_de() {
    assert_round_trip(&De { text: "a", cow: "b".into() }, r#"{"type":"t","text":"a","cow":"b"}"#);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Static {
    text: &'static str,
}

#[test]
fn static_text_is_read_from_static_text() {
    assert_eq!(read::<Static>(r#"{"type":"t","text":"a"}"#), Static { text: "a" });
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct InReference<'a, T: ?Sized> {
    #[serde(bound(serialize = "T: Serialize", deserialize = "&'a T: Deserialize<'de>"))]
    text: &'a T,
}

#[test]
fn a_reference_to_a_parameter_borrows() {
    let json = String::from(r#"{"type":"t","text":"a"}"#);
    let event = response_event::from_str::<InReference<'_, str>>(&json);
    assert!(is_within(event.unwrap().text, &json));
}

#[test]
fn unknown_events_need_no_lifetime() {
    let event: UnknownEvent = read(&String::from(r#"{"type":"t","text":"a"}"#));
    assert_eq!(event.event_type(), "t");
}
