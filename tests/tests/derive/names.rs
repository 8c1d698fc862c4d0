//! `rename`, `rename_all`, `alias`, raw identifiers: a member's name on the wire.

use response_event::{ResponseEvent, Validate};
use serde::{Deserialize, Serialize};

use crate::{assert_round_trip, broken, read, refusal, write};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "named")]
#[serde(rename_all = "camelCase")]
struct Named {
    item_id: u8,
    #[serde(rename = "b64-json")]
    image: u8,
    #[serde(alias = "seq", alias = "sequence")]
    sequence_number: u8,
    r#async: u8,
    #[serde(rename = "π \"x\"")]
    quoted: u8,
}

const NAMED: Named = Named { item_id: 1, image: 2, sequence_number: 3, r#async: 4, quoted: 5 };

#[test]
fn members_are_written_and_read_by_their_wire_names() {
    assert_round_trip(&NAMED, r#"{"type":"named","itemId":1,"b64-json":2,"sequenceNumber":3,"async":4,"π \"x\"":5}"#);
}

#[test]
fn an_alias_is_read_in_place_of_the_name() {
    for name in ["seq", "sequence", "sequenceNumber", r"s\u0065q"] {
        let json = format!(r#"{{"type":"named","itemId":1,"b64-json":2,"{name}":3,"async":4,"π \"x\"":5}}"#);
        assert_eq!(read::<Named>(&json), NAMED);
    }
}

#[test]
fn a_name_and_its_alias_are_one_member() {
    for (first, second) in [("seq", "sequenceNumber"), ("sequenceNumber", "sequence"), ("seq", "sequence")] {
        let json = format!(r#"{{"type":"named","{first}":3,"{second}":3}}"#);
        assert_eq!(refusal::<Named>(&json), format!("duplicate field `{second}`"));
    }
}

#[test]
fn a_field_is_not_read_by_the_name_it_has_in_rust() {
    let json = r#"{"type":"named","item_id":1,"b64-json":2,"sequenceNumber":3,"async":4,"π \"x\"":5}"#;
    assert_eq!(refusal::<Named>(json), "missing field `itemId`");
}

/// Each case of `rename_all`, against what serde makes of it.
macro_rules! cases {
    ($($test:ident: $case:literal;)*) => {$(
        #[test]
        fn $test() {
            #[derive(Debug, PartialEq, ResponseEvent)]
            #[event(type = "t")]
            #[serde(rename_all = $case)]
            struct Ours {
                one_two: u8,
                three: u8,
                r#fn: u8,
                four_5_six: u8,
                _seven: u8,
            }

            #[derive(Deserialize, Serialize)]
            #[serde(rename_all = $case)]
            struct Theirs {
                r#type: &'static str,
                one_two: u8,
                three: u8,
                r#fn: u8,
                four_5_six: u8,
                _seven: u8,
            }

            let ours = Ours { one_two: 1, three: 2, r#fn: 3, four_5_six: 4, _seven: 5 };
            let theirs = Theirs { r#type: "t", one_two: 1, three: 2, r#fn: 3, four_5_six: 4, _seven: 5 };
            let (ours_written, theirs_written) = (write(&ours), write(&theirs));
            let after_type = |json: &str| json.split_once(',').expect("members").1.to_owned();
            assert_eq!(after_type(&ours_written), after_type(&theirs_written));
            assert_eq!(read::<Ours>(&ours_written), ours);
        }
    )*};
}

cases! {
    lowercase: "lowercase";
    uppercase: "UPPERCASE";
    pascal_case: "PascalCase";
    camel_case: "camelCase";
    snake_case: "snake_case";
    screaming_snake_case: "SCREAMING_SNAKE_CASE";
    kebab_case: "kebab-case";
    screaming_kebab_case: "SCREAMING-KEBAB-CASE";
}

#[allow(non_camel_case_types)]
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "r#struct")]
struct r#struct<'r#fn, r#T> {
    r#type_: r#T,
    #[serde(rename = "kind")]
    r#type: u8,
    #[serde(alias = "r#loop")]
    r#loop: &'r#fn str,
    #[event(non_empty)]
    r#match: String,
}

#[test]
fn raw_identifiers_are_names_without_the_prefix() {
    let event = r#struct { r#type_: 1_u8, r#type: 2, r#loop: "a", r#match: String::new() };
    assert_round_trip(&event, r#"{"type":"r#struct","type_":1,"kind":2,"loop":"a","match":""}"#);
    assert_eq!(broken(event.validate()), ["/match non_empty contract"]);
    let aliased = r#"{"type":"r#struct","type_":1,"kind":2,"r#loop":"a","match":""}"#;
    assert_eq!(read::<r#struct<'_, u8>>(aliased), event);
}

/// Fields called as the parameters and locals of generated code are, after `__`.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "locals")]
struct Locals {
    members: u8,
    member: u8,
    validator: u8,
    encoder: u8,
    serializer: u8,
    deserializer: u8,
    omit: Option<u8>,
    value: u8,
    #[serde(default = "seven")]
    default: u8,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, u8>,
}

fn seven() -> u8 {
    7
}

#[test]
fn no_field_is_taken_for_a_local_of_generated_code() {
    let event = Locals {
        members: 1,
        member: 2,
        validator: 3,
        encoder: 4,
        serializer: 5,
        deserializer: 6,
        omit: None,
        value: 8,
        default: 7,
        rest: [(String::from("more"), 9)].into(),
    };
    assert_round_trip(
        &event,
        r#"{"type":"locals","members":1,"member":2,"validator":3,"encoder":4,"serializer":5,"deserializer":6,"value":8,"default":7,"more":9}"#,
    );
}

/// The same with a default of the struct, and without `flatten`.
#[derive(Debug, Default, PartialEq, ResponseEvent)]
#[event(type = "locals")]
#[serde(default)]
struct DefaultLocals {
    members: u8,
    member: u8,
    default: u8,
    rest: u8,
    event: u8,
    family: u8,
    other: u8,
}

#[test]
fn nor_for_the_default_of_the_struct() {
    let event = DefaultLocals { members: 1, default: 2, ..DefaultLocals::default() };
    assert_eq!(read::<DefaultLocals>(r#"{"type":"locals","members":1,"default":2}"#), event);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t", alias = "older", alias = "oldest")]
#[serde(rename = "Renamed")]
struct Tagged {}

#[test]
fn older_tags_are_read_and_the_tag_is_written() {
    assert_eq!((Tagged::TYPE, Tagged::ALIASES), ("t", &["older", "oldest"][..]));
    for tag in ["t", "older", "oldest", r"\u006flder"] {
        assert_eq!(write(&read::<Tagged>(&format!(r#"{{"type":"{tag}"}}"#))), r#"{"type":"t"}"#);
    }
    assert_eq!(
        refusal::<Tagged>(r#"{"type":"old"}"#),
        "found the type `old`, expected an object with `\"type\": \"t\"` (or `older` or `oldest`)",
    );
}

#[test]
fn formats_see_the_name_of_the_struct() {
    use serde::ser::{Impossible, Serializer};

    /// Answers the name of a struct as its error.
    struct NameOf;

    macro_rules! refuse {
        ($($method:ident($($ty:ty),*);)*) => {$(
            fn $method(self $(, _: $ty)*) -> Result<Self::Ok, Self::Error> { unreachable!() }
        )*};
    }

    #[rustfmt::skip]
    impl Serializer for NameOf {
        type Ok = ();
        type Error = std::fmt::Error;
        type SerializeSeq = Impossible<(), std::fmt::Error>;
        type SerializeTuple = Impossible<(), std::fmt::Error>;
        type SerializeTupleStruct = Impossible<(), std::fmt::Error>;
        type SerializeTupleVariant = Impossible<(), std::fmt::Error>;
        type SerializeMap = Impossible<(), std::fmt::Error>;
        type SerializeStruct = Impossible<(), std::fmt::Error>;
        type SerializeStructVariant = Impossible<(), std::fmt::Error>;

        refuse! {
            serialize_bool(bool); serialize_i8(i8); serialize_i16(i16); serialize_i32(i32); serialize_i64(i64);
            serialize_u8(u8); serialize_u16(u16); serialize_u32(u32); serialize_u64(u64); serialize_f32(f32);
            serialize_f64(f64); serialize_char(char); serialize_str(&str); serialize_bytes(&[u8]); serialize_none();
            serialize_unit(); serialize_unit_struct(&'static str);
            serialize_unit_variant(&'static str, u32, &'static str);
        }
        fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Self::Error> { unreachable!() }
        fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<(), Self::Error> { unreachable!() }
        fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<(), Self::Error> { unreachable!() }
        fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Self::Error> { unreachable!() }
        fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Self::Error> { unreachable!() }
        fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Self::Error> { unreachable!() }
        fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Self::Error> { unreachable!() }
        fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Self::Error> { unreachable!() }
        fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, Self::Error> {
            assert_eq!((name, len), ("Renamed", 1));
            Err(std::fmt::Error)
        }
        fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Self::Error> { unreachable!() }
    }

    assert!(Tagged {}.serialize(NameOf).is_err());
}
