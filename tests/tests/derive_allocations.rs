//! Validating a valid event costs no allocation, nor does decoding one that borrows all its text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use allocation_counter::measure;
use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent, Validate, Validator, rule};
use serde::{Deserialize, Serialize};

/// Every rule, on values that keep it.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "image", with(labelled), strict(with(labelled_and_sized)))]
struct Image {
    #[event(non_empty, prefix("ig_"), len(1..=64))]
    item_id: String,
    #[event(index, range(0..=9.5), integer)]
    index: Number,
    #[event(required, index)]
    total: Option<u64>,
    #[event(strict(base64))]
    content: String,
    #[event(one_of("png", "webp"), with(lower))]
    format: Option<Box<str>>,
    #[event(each(non_empty, with(lower)), len(..=3), strict(each(prefix("l_"))))]
    labels: Vec<String>,
    #[event(each(each(range(0..))))]
    sizes: BTreeMap<String, Vec<f64>>,
    #[event(nested)]
    usage: Usage,
    #[event(nested)]
    parent: Option<Box<Image>>,
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

fn labelled(image: &Image) -> Result<(), String> {
    if image.labels.is_empty() { Err(format!("{} has no labels", image.item_id)) } else { Ok(()) }
}

fn labelled_and_sized(image: &Image) -> Result<(), String> {
    if image.sizes.is_empty() { Err(format!("{} has no sizes", image.item_id)) } else { labelled(image) }
}

fn lower(text: &str) -> Result<(), &'static str> {
    if text.contains(char::is_uppercase) { Err("is not lower case") } else { Ok(()) }
}

#[derive(Debug, PartialEq, EventFamily)]
enum Family {
    Image(Image),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn image(parent: Option<Image>) -> Image {
    Image {
        item_id: "ig_1".into(),
        index: 1.into(),
        total: Some(3),
        content: "aGkh".repeat(100_000),
        format: Some("png".into()),
        labels: vec!["l_a".into(), "l_b".into()],
        sizes: [("a/b".into(), vec![1.5; 100])].into(),
        usage: Usage { total: 9.into() },
        parent: parent.map(Box::new),
    }
}

#[test]
fn a_valid_event_is_validated_without_allocation() {
    let event = image(Some(image(None)));
    let counted = measure(|| {
        assert!(event.validate().is_ok());
        assert!(event.validate_strict().is_ok());
    });
    assert_eq!(counted.count_total, 0, "{counted:?}");
}

#[test]
fn so_is_a_family() {
    let events = [Family::Image(image(None)), response_event::from_str(r#"{"type":"x"}"#).expect("unknown")];
    let counted = measure(|| {
        for event in &events {
            assert!(event.validate_strict().is_ok());
        }
    });
    assert_eq!(counted.count_total, 0, "{counted:?}");
}

#[test]
fn the_first_violation_allocates() {
    let event = Image { index: (-1).into(), ..image(None) };
    let mut outcome = Ok(());
    let counted = measure(|| outcome = event.validate());
    assert_eq!(outcome.map_err(|violations| violations.len()), Err(2));
    assert!(counted.count_total > 0, "the counter counts");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "text", alias = "older")]
struct Text<'a> {
    item_id: &'a str,
    #[serde(borrow, alias = "content")]
    delta: Cow<'a, str>,
    #[serde(borrow)]
    note: Option<Cow<'a, str>>,
    index: Number,
    logprob: Option<f64>,
    #[serde(default, deserialize_with = "doubled")]
    doubled: Option<u32>,
}

fn doubled<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|value: u32| 2 * value))
}

#[derive(Debug, PartialEq, EventFamily)]
enum Texts<'a> {
    Text(Text<'a>),
}

#[test]
fn an_event_that_borrows_is_decoded_without_allocation() {
    let in_order = r#"{"type":"text","item_id":"a","delta":"b","note":"c","index":1,"logprob":-0.5,"doubled":4}"#;
    let out_of_order = r#"{"more":[{"a":"b"}],"content":"b","logprob":null,"type":"older","index":1,"item_id":"a"}"#;
    for json in [in_order, out_of_order] {
        let counted = measure(|| drop(response_event::from_str::<Text<'_>>(json).expect("an event")));
        assert_eq!(counted.count_total, 0, "{json}: {counted:?}");
    }
    // serde_json passes over what has braces with a stack of its own, so there is none.
    let counted = measure(|| drop(serde_json::from_str::<Text<'_>>(in_order).expect("an event")));
    assert_eq!(counted.count_total, 0, "{counted:?}");
    let counted = measure(|| drop(response_event::from_str::<Texts<'_>>(in_order).expect("an event")));
    assert_eq!(counted.count_total, 0, "{counted:?}");
}

#[test]
fn writing_allocates_nothing_of_its_own() {
    let event =
        Text { item_id: "a", delta: "b".into(), note: None, index: 1.into(), logprob: Some(0.5), doubled: None };
    let mut buffer = Vec::with_capacity(1024);
    let counted = measure(|| serde_json::to_writer(&mut buffer, &event).expect("JSON"));
    assert_eq!(counted.count_total, 0, "{counted:?}");
    assert_eq!(buffer, br#"{"type":"text","item_id":"a","delta":"b","index":1,"logprob":0.5}"#);
}
