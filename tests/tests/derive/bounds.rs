//! `bound` and `crate`: what users say of generated impls.

use std::fmt::Display;
use std::marker::PhantomData;

use response_event::{Decode, ResponseEvent};
use serde::{Deserialize, Serialize};

use crate::{assert_round_trip, read, write};

/// A type whose serde impls ask for less than serde guesses.
#[derive(Clone, Debug, PartialEq)]
struct Id<T> {
    text: String,
    of: PhantomData<T>,
}

impl<T> Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self { text, of: PhantomData })
    }
}

/// Has no serde impls.
#[derive(Clone, Debug, PartialEq)]
struct Opaque;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(bound = "")]
struct Unbounded<T> {
    id: Id<T>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct UnboundedMember<T, U> {
    #[serde(bound = "")]
    id: Id<T>,
    value: U,
}

#[test]
fn a_bound_can_take_away_what_is_inferred() {
    let id = || Id::<Opaque> { text: "a".into(), of: PhantomData };
    assert_round_trip(&Unbounded { id: id() }, r#"{"type":"t","id":"a"}"#);
    assert_round_trip(&UnboundedMember { id: id(), value: 1_u8 }, r#"{"type":"t","id":"a","value":1}"#);
}

/// The lifetime of the input is called `'de` in bounds, as serde calls it.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(bound(serialize = "T: Display + Serialize", deserialize = "T: Deserialize<'de> + Default"))]
struct SideBySide<T> {
    #[serde(default)]
    value: T,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct OfMembers<'a, T, U> {
    #[serde(bound(deserialize = "T: Deserialize<'de>"))]
    value: T,
    #[serde(bound(deserialize = "U: for<'x> Deserialize<'x>"))]
    owned: Vec<U>,
    text: &'a str,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(bound(deserialize = "T: for<'de> Deserialize<'de>"))]
struct HigherRanked<T> {
    value: T,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(bound(deserialize = "T: Deserialize<'de>, 'de: 'a"))]
struct Borrowed<'a, T> {
    value: T,
    text: &'a str,
}

/// The bounds of members hold beside those of the struct.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
#[serde(bound(serialize = "U: Display + Serialize", deserialize = "U: Deserialize<'de>"))]
struct OfBoth<T, U> {
    #[serde(bound = "T: Serialize + for<'x> Deserialize<'x>")]
    value: T,
    other: U,
}

#[test]
fn bounds_may_name_the_lifetime_of_the_input() {
    assert_round_trip(&SideBySide { value: 1_u8 }, r#"{"type":"t","value":1}"#);
    assert_eq!(read::<SideBySide<u8>>(r#"{"type":"t"}"#), SideBySide { value: 0 });
    let event = OfMembers { value: "a", owned: vec![1_u8], text: "b" };
    assert_round_trip(&event, r#"{"type":"t","value":"a","owned":[1],"text":"b"}"#);
    assert_round_trip(&OfBoth { value: 1_u8, other: 'b' }, r#"{"type":"t","value":1,"other":"b"}"#);
    assert_round_trip(&HigherRanked { value: 1_u8 }, r#"{"type":"t","value":1}"#);
    assert_round_trip(&Borrowed { value: "a", text: "b" }, r#"{"type":"t","value":"a","text":"b"}"#);
}

#[test]
fn a_bound_holds_for_every_way_in() {
    fn is_decoded<'de, E: Decode<'de> + Deserialize<'de>>() {}
    is_decoded::<SideBySide<u8>>();
    is_decoded::<Unbounded<Opaque>>();
}

/// Both crates by another path.
mod renamed {
    pub(super) mod inner {
        pub(crate) use response_event as events;
        pub(crate) use serde as wire;
    }

    #[derive(Debug, PartialEq, response_event::ResponseEvent)]
    #[event(type = "t", crate = crate::bounds::renamed::inner::events)]
    #[serde(crate = "self::inner::wire")]
    pub(super) struct Event {
        #[event(non_empty)]
        pub(super) text: String,
    }

    #[derive(Debug, PartialEq, response_event::EventFamily)]
    #[event(crate = inner::events)]
    pub(super) enum Family {
        Event(Event),
    }

    #[derive(Debug, PartialEq, response_event::ResponseEvent)]
    #[event(type = "t", crate = "inner::events")]
    pub(super) struct AsText;
}

#[test]
fn the_crates_may_have_other_names() {
    let event = || renamed::Event { text: "a".into() };
    assert_round_trip(&event(), r#"{"type":"t","text":"a"}"#);
    assert_round_trip(&renamed::Family::Event(event()), r#"{"type":"t","text":"a"}"#);
    assert_eq!(write(&renamed::AsText), r#"{"type":"t"}"#);
}
