//! Fields that are not written: `None`, unless `nullable`, and what `skip_serializing_if` says.

use std::option::Option as Perhaps;

use response_event::ResponseEvent;

use crate::{assert_round_trip, read, write};

type Note = Option<String>;

mod elsewhere {
    pub(super) type Maybe<T> = Option<T>;
}

trait Holds {
    type Buffered;
}

impl Holds for u8 {
    type Buffered = Option<u8>;
}

macro_rules! optional {
    ($ty:ty) => {
        Option<$ty>
    };
}

/// `Option`, however it is spelt.
#[derive(Debug, Default, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Spelt {
    plain: Option<u8>,
    path: std::option::Option<u8>,
    renamed: Perhaps<u8>,
    alias: Note,
    generic_alias: elsewhere::Maybe<u8>,
    projected: <u8 as Holds>::Buffered,
    from_macro: optional!(u8),
    #[allow(unused_parens)]
    in_parens: (Option<u8>),
    #[event(nullable)]
    nullable: Perhaps<u8>,
    nullable_later: Option<u8>,
}

#[test]
fn none_is_left_out_however_the_type_is_spelt() {
    assert_round_trip(&Spelt::default(), r#"{"type":"t","nullable":null}"#);
}

#[test]
fn some_is_written() {
    let event = Spelt {
        plain: Some(1),
        path: Some(2),
        renamed: Some(3),
        alias: Some("4".into()),
        generic_alias: Some(5),
        projected: Some(6),
        from_macro: Some(7),
        in_parens: Some(8),
        nullable: Some(9),
        nullable_later: Some(10),
    };
    assert_round_trip(
        &event,
        r#"{"type":"t","plain":1,"path":2,"renamed":3,"alias":"4","generic_alias":5,"projected":6,"from_macro":7,"in_parens":8,"nullable":9,"nullable_later":10}"#,
    );
}

#[test]
fn null_and_absent_are_both_none() {
    assert_eq!(
        read::<Spelt>(r#"{"type":"t","plain":null,"renamed":null,"alias":null,"projected":null,"nullable":null}"#),
        Spelt::default(),
    );
    assert_eq!(read::<Spelt>(r#"{"type":"t"}"#), Spelt::default());
}

/// A type of the user's own that is called `Option`, and is none.
mod decoy {
    use response_event::ResponseEvent;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    pub(super) struct Option<T>(pub(super) T);

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    pub(super) struct Event {
        pub(super) value: Option<u8>,
    }
}

#[test]
fn what_is_only_called_option_is_written() {
    assert_round_trip(&decoy::Event { value: decoy::Option(1) }, r#"{"type":"t","value":1}"#);
    let error = response_event::from_str::<decoy::Event>(r#"{"type":"t"}"#).unwrap_err();
    assert_eq!(error.message(), "missing field `value`");
}

/// What a parameter stands for is not known where the event is written: its `None` is written as `null`, and read so.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Generic<T> {
    value: T,
    optional: Option<T>,
}

#[test]
fn none_of_a_parameter_is_null() {
    let event = Generic::<Option<u8>> { value: None, optional: None };
    assert_round_trip(&event, r#"{"type":"t","value":null}"#);
    assert_eq!(read::<Generic<Option<u8>>>(r#"{"type":"t"}"#), event);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct SkippedIf {
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    list: Vec<u8>,
    #[serde(skip_serializing_if = "is_zero", default)]
    number: u8,
    /// The user's word is the last: `None` is then written.
    #[serde(skip_serializing_if = "never")]
    kept: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_some")]
    reversed: Option<u8>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
fn is_zero(number: &u8) -> bool {
    *number == 0
}

fn never<T>(_: &T) -> bool {
    false
}

#[test]
fn skip_serializing_if_decides_alone() {
    let event = SkippedIf { list: vec![], number: 0, kept: None, reversed: None };
    assert_round_trip(&event, r#"{"type":"t","kept":null,"reversed":null}"#);
    let event = SkippedIf { list: vec![1], number: 2, kept: Some(3), reversed: Some(4) };
    assert_eq!(write(&event), r#"{"type":"t","list":[1],"number":2,"kept":3}"#);
}

#[test]
fn binary_formats_leave_nothing_out() {
    let events = [
        SkippedIf { list: vec![], number: 0, kept: None, reversed: None },
        SkippedIf { list: vec![1], number: 2, kept: Some(3), reversed: Some(4) },
    ];
    for event in events {
        let bytes = postcard::to_allocvec(&event).expect("postcard");
        assert_eq!(postcard::from_bytes::<SkippedIf>(&bytes).expect("postcard"), event);
        let bytes = rmp_serde::to_vec(&event).expect("MessagePack");
        assert_eq!(rmp_serde::from_slice::<SkippedIf>(&bytes).expect("MessagePack"), event);
    }
}

#[test]
fn what_is_left_out_is_not_counted() {
    // MessagePack writes the number of members in front, and as a readable format leaves out what JSON does.
    let event = SkippedIf { list: vec![], number: 0, kept: None, reversed: Some(1) };
    let mut bytes = Vec::new();
    let mut serializer = rmp_serde::Serializer::new(&mut bytes).with_struct_map().with_human_readable();
    serde::Serialize::serialize(&event, &mut serializer).expect("MessagePack");
    let value: serde_json::Value = rmp_serde::from_slice(&bytes).expect("a whole map");
    assert_eq!(value, serde_json::json!({"type": "t", "kept": null}));
}

#[test]
fn pretty_and_value_are_the_same_members() {
    let event = Spelt { plain: Some(1), ..Spelt::default() };
    let value = serde_json::to_value(&event).expect("a value");
    assert_eq!(value, serde_json::json!({"type": "t", "plain": 1, "nullable": null}));
    assert_eq!(serde_json::from_value::<Spelt>(value).expect("an event"), event);
}
