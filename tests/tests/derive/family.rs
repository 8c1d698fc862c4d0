//! Families: decoding by type, the conversions, and what a variant may hold.

use std::borrow::Cow;
use std::fmt::Debug;

use response_event::{
    Decode, DecodeErrorKind, EventFamily, Number, ResponseEvent, Strict, UnknownEvent, Valid, Validate,
};
use serde::Deserialize;

use crate::{assert_round_trip, broken, read, refusal, write};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "created", alias = "made")]
struct Created {
    #[event(non_empty)]
    id: String,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "delta")]
struct Delta {
    #[event(index)]
    index: Number,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "done")]
struct Done;

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Created(Created),
    Delta(Box<Delta>),
    #[event(unknown)]
    Unknown(UnknownEvent),
    Done(Done),
}

fn created() -> Created {
    Created { id: "a".into() }
}

#[test]
fn an_event_is_decoded_by_its_type() {
    assert_round_trip(&Event::Created(created()), r#"{"type":"created","id":"a"}"#);
    assert_round_trip(&Event::Delta(Box::new(Delta { index: 1.into() })), r#"{"type":"delta","index":1}"#);
    assert_round_trip(&Event::Done(Done), r#"{"type":"done"}"#);
    assert_eq!(read::<Event>(r#"{"index":1.0,"type":"delta"}"#).event_type(), "delta");
}

#[test]
fn an_alias_is_read_and_the_tag_is_written() {
    let event = read::<Event>(r#"{"type":"made","id":"a"}"#);
    assert_eq!((event.event_type(), write(&event)), ("created", r#"{"type":"created","id":"a"}"#.into()));
}

#[test]
fn types_are_in_the_order_of_the_variants_without_aliases() {
    assert_eq!(Event::TYPES, ["created", "delta", "done"]);
}

#[test]
fn an_unknown_event_is_kept_to_the_byte() {
    let json = r#"{ "a": 1e2, "type": "x\u0079", "id": [ ] }"#;
    let event: Event = response_event::from_str(json).expect("an event");
    assert_eq!(event.event_type(), "xy");
    assert_eq!(write(&event), json);
    assert!(event.validate_strict().is_ok());
}

#[test]
fn a_known_type_with_a_bad_body_is_an_error() {
    let error = response_event::from_str::<Event>(r#"{"type":"delta","index":"1"}"#).unwrap_err();
    assert_eq!((error.kind(), error.event_type(), error.pointer()), (DecodeErrorKind::Data, Some("delta"), "/index"));
    assert_eq!(refusal::<Event>(r#"{"type":"delta"}"#), "missing field `index`");
    assert_eq!(response_event::from_str::<Event>("{}").unwrap_err().kind(), DecodeErrorKind::MissingType);
}

#[test]
fn events_become_families_and_back() {
    let event = Event::from(created());
    assert_eq!(Created::try_from(event.clone()), Ok(created()));
    assert_eq!(Done::try_from(event.clone()), Err(event.clone()));
    // What is boxed comes and goes without the box.
    let boxed: Event = Delta { index: 2.into() }.into();
    assert_eq!(Delta::try_from(boxed), Ok(Delta { index: 2.into() }));
    let unknown: UnknownEvent = read(r#"{"type":"x"}"#);
    assert_eq!(UnknownEvent::try_from(Event::from(unknown.clone())), Ok(unknown));
    assert!(UnknownEvent::try_from(event).is_err());
}

#[test]
fn a_family_validates_the_event_it_holds() {
    assert_eq!(broken(Event::from(Created { id: String::new() }).validate()), ["/id non_empty contract"]);
    let half = Event::from(Delta { index: 0.5.try_into().expect("finite") });
    assert!(half.validate().is_ok());
    assert_eq!(broken(half.validate_strict()), ["/index index strict"]);
}

#[test]
fn wrappers_take_families() {
    let half = r#"{"type":"delta","index":0.5}"#;
    let valid: Valid<Event> = response_event::from_str(half).expect("valid");
    assert_eq!(valid.event_type(), "delta");
    let error = response_event::from_str::<Strict<Event>>(half).unwrap_err();
    assert!(error.message().contains("/index"), "{error}");
    assert!(serde_json::from_str::<Strict<Event>>(half).is_err());
    assert!(serde_json::from_str::<Valid<Event>>(r#"{"type":"created","id":""}"#).is_err());
}

#[derive(Debug, PartialEq, EventFamily)]
enum Closed {
    Created(Box<Created>),
    Done(Done),
}

#[test]
fn a_family_without_unknown_refuses_what_it_does_not_know() {
    let error = response_event::from_str::<Closed>(r#"{"type":"creatd","id":"a"}"#).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::UnknownType);
    assert!(error.message().contains("`creatd`") && error.message().contains("`created`"), "{error}");
    assert!(serde_json::from_str::<Closed>(r#"{"id":"a","type":"creatd"}"#).is_err());
}

#[derive(Debug, PartialEq, EventFamily)]
enum Single {
    Only(Created),
}

#[test]
fn a_family_of_one() {
    assert_round_trip(&Single::Only(created()), r#"{"type":"created","id":"a"}"#);
    assert_eq!(Created::try_from(Single::from(created())), Ok(created()));
    assert_eq!(Single::TYPES, ["created"]);
}

#[derive(Debug, PartialEq, EventFamily)]
enum OnlyUnknown {
    #[event(unknown)]
    Unknown(Box<UnknownEvent>),
}

#[test]
fn a_family_of_nothing_known() {
    let event = read::<OnlyUnknown>(r#"{"type":"x"}"#);
    assert_eq!((event.event_type(), OnlyUnknown::TYPES), ("x", &[][..]));
    assert_eq!(OnlyUnknown::from(UnknownEvent::try_from(event).expect("unknown")).event_type(), "x");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "error")]
struct Failed {
    code: Option<u8>,
}

#[derive(Debug, PartialEq, EventFamily)]
enum Outer {
    Failed(Failed),
    #[event(family)]
    Boxed(Box<Middle>),
    Later(Later),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, EventFamily)]
enum Middle {
    #[event(family)]
    Closed(Closed),
    Delta(Delta),
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "later")]
struct Later;

#[test]
fn a_family_may_hold_others() {
    assert_eq!(Outer::TYPES, ["error", "created", "done", "delta", "later"]);
    for (json, event_type) in [
        (r#"{"type":"error"}"#, "error"),
        (r#"{"type":"created","id":"a"}"#, "created"),
        (r#"{"type":"delta","index":1}"#, "delta"),
        (r#"{"type":"later"}"#, "later"),
        (r#"{"type":"else"}"#, "else"),
    ] {
        let event = read::<Outer>(json);
        assert_eq!((event.event_type(), write(&event).as_str()), (event_type, json));
    }
    let made = read::<Outer>(r#"{"id":"a","type":"made"}"#);
    assert_eq!(made, Outer::Boxed(Box::new(Middle::Closed(Closed::Created(Box::new(created()))))));
    let error = response_event::from_str::<Outer>(r#"{"index":null,"type":"delta"}"#).unwrap_err();
    assert_eq!((error.event_type(), error.pointer()), (Some("delta"), "/index"));
}

#[test]
fn a_nested_family_is_converted_as_events_are() {
    let outer = Outer::from(Middle::from(Closed::from(Done)));
    assert_eq!(outer.event_type(), "done");
    let middle = Middle::try_from(outer).expect("a middle");
    assert_eq!(Closed::try_from(middle), Ok(Closed::Done(Done)));
    assert_eq!(broken(Outer::from(Middle::from(Delta { index: (-1).into() })).validate()), ["/index index contract"]);
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "text")]
struct Text<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "word")]
struct Word<'a> {
    word: &'a str,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Borrowed<'a, 'b> {
    Text(Text<'a>),
    Word(Box<Word<'b>>),
    Done(Done),
}

#[test]
fn events_of_a_family_borrow_wherever_the_type_stands() {
    for json in [r#"{"type":"text","text":"a"}"#, r#"{"text":"a","type":"text"}"#] {
        let json = String::from(json);
        let event = read::<Borrowed<'_, '_>>(&json);
        assert!(matches!(event, Borrowed::Text(Text { text: Cow::Borrowed("a") })), "{event:?}");
    }
    let json = String::from(r#"{"word":"a","type":"word"}"#);
    let word = Word::try_from(read::<Borrowed<'_, '_>>(&json)).expect("a word");
    assert!(json.as_bytes().as_ptr_range().contains(&word.word.as_ptr()));
    assert_round_trip(&Borrowed::from(Word { word: "a" }), r#"{"type":"word","word":"a"}"#);
}

/// A lifetime that nothing borrows does not tie the family to its input.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "owned")]
struct Owned<'a> {
    text: Cow<'a, str>,
}

#[derive(Debug, PartialEq, EventFamily)]
enum OwnedFamily<'a> {
    Owned(Owned<'a>),
    Static(Owner<'static>),
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "owner")]
struct Owner<'a> {
    text: Option<Cow<'a, str>>,
}

#[test]
fn a_family_borrows_only_what_its_events_borrow() {
    fn assert_owned<E: for<'de> Decode<'de> + for<'de> Deserialize<'de>>() {}
    assert_owned::<OwnedFamily<'static>>();
    assert_round_trip(&OwnedFamily::Owned(Owned { text: "a".into() }), r#"{"type":"owned","text":"a"}"#);
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "item")]
struct Item<T, const N: usize = 0> {
    #[event(index)]
    item: T,
}

#[derive(Debug, PartialEq, EventFamily)]
enum Generic<'a, T, E = Created, B = Word<'a>>
where
    T: Debug,
{
    Item(Item<T>),
    Many(Box<Items<T>>),
    Parameter(E),
    BoxedParameter(Box<B>),
    Text(Text<'a>),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "items")]
struct Items<T> {
    items: Vec<T>,
}

#[test]
fn families_have_parameters() {
    type Event<'a> = Generic<'a, i8>;
    assert_round_trip(&Event::Item(Item { item: 1 }), r#"{"type":"item","item":1}"#);
    assert_round_trip(&Event::Parameter(created()), r#"{"type":"created","id":"a"}"#);
    assert_round_trip(&Event::from(Items { items: vec![1] }), r#"{"type":"items","items":[1]}"#);
    assert_round_trip(&Event::BoxedParameter(Box::new(Word { word: "a" })), r#"{"type":"word","word":"a"}"#);
    assert_eq!(<Event<'_>>::TYPES, ["item", "items", "created", "word", "text"]);
    assert_eq!(broken(Event::from(Item { item: -1 }).validate()), ["/item index contract"]);
    assert_eq!(Item::try_from(Event::from(Item { item: 1 })), Ok(Item::<i8, 0> { item: 1 }));
    assert_eq!(read::<Event<'_>>(r#"{"type":"x"}"#).event_type(), "x");
}

#[derive(Debug, PartialEq, EventFamily)]
#[event(crate = ::response_event)]
enum Configured {
    #[cfg(any())]
    Never(NoSuchType),
    #[cfg(not(any()))]
    Done(Done),
    #[cfg_attr(not(any()), event(unknown))]
    Unknown(UnknownEvent),
}

#[test]
fn variants_can_be_configured_away() {
    assert_eq!(Configured::TYPES, ["done"]);
    assert_eq!(read::<Configured>(r#"{"type":"x"}"#).event_type(), "x");
}

#[allow(non_camel_case_types)]
#[derive(Debug, PartialEq, EventFamily)]
enum r#enum {
    r#type(Done),
    r#Self_(Created),
}

#[test]
fn raw_identifiers_are_variants_too() {
    assert_round_trip(&r#enum::r#type(Done), r#"{"type":"done"}"#);
    assert!(refusal::<r#enum>(r#"{"type":"x"}"#).starts_with("unknown type `x`"));
}

/// Events and their family from one list, as a user with many of them writes it.
macro_rules! many {
    ($family:ident, $first:ident: $first_type:literal, $($event:ident: $event_type:literal,)*) => {
        #[derive(Debug, PartialEq, ResponseEvent)]
        #[event(type = $first_type)]
        struct $first;

        $(
            #[derive(Debug, PartialEq, ResponseEvent)]
            #[event(type = $event_type)]
            struct $event {
                sequence_number: u64,
            }
        )*

        #[derive(Debug, PartialEq, EventFamily)]
        enum $family {
            $first($first),
            $($event(Box<$event>),)*
            #[event(unknown)]
            Unknown(UnknownEvent),
        }
    };
}

many! {
    Seventy,
    E00: "response.event_00.in_progress",
    E01: "response.event_01.in_progress", E02: "response.event_02.in_progress", E03: "response.event_03.in_progress",
    E04: "response.event_04.in_progress", E05: "response.event_05.in_progress", E06: "response.event_06.in_progress",
    E07: "response.event_07.in_progress", E08: "response.event_08.in_progress", E09: "response.event_09.in_progress",
    E10: "response.event_10.in_progress", E11: "response.event_11.in_progress", E12: "response.event_12.in_progress",
    E13: "response.event_13.in_progress", E14: "response.event_14.in_progress", E15: "response.event_15.in_progress",
    E16: "response.event_16.in_progress", E17: "response.event_17.in_progress", E18: "response.event_18.in_progress",
    E19: "response.event_19.in_progress", E20: "response.event_20.in_progress", E21: "response.event_21.in_progress",
    E22: "response.event_22.in_progress", E23: "response.event_23.in_progress", E24: "response.event_24.in_progress",
    E25: "response.event_25.in_progress", E26: "response.event_26.in_progress", E27: "response.event_27.in_progress",
    E28: "response.event_28.in_progress", E29: "response.event_29.in_progress", E30: "response.event_30.in_progress",
    E31: "response.event_31.in_progress", E32: "response.event_32.in_progress", E33: "response.event_33.in_progress",
    E34: "response.event_34.in_progress", E35: "response.event_35.in_progress", E36: "response.event_36.in_progress",
    E37: "response.event_37.in_progress", E38: "response.event_38.in_progress", E39: "response.event_39.in_progress",
    E40: "response.event_40.in_progress", E41: "response.event_41.in_progress", E42: "response.event_42.in_progress",
    E43: "response.event_43.in_progress", E44: "response.event_44.in_progress", E45: "response.event_45.in_progress",
    E46: "response.event_46.in_progress", E47: "response.event_47.in_progress", E48: "response.event_48.in_progress",
    E49: "response.event_49.in_progress", E50: "response.event_50.in_progress", E51: "response.event_51.in_progress",
    E52: "response.event_52.in_progress", E53: "response.event_53.in_progress", E54: "response.event_54.in_progress",
    E55: "response.event_55.in_progress", E56: "response.event_56.in_progress", E57: "response.event_57.in_progress",
    E58: "response.event_58.in_progress", E59: "response.event_59.in_progress", E60: "response.event_60.in_progress",
    E61: "response.event_61.in_progress", E62: "response.event_62.in_progress", E63: "response.event_63.in_progress",
    E64: "response.event_64.in_progress", E65: "response.event_65.in_progress", E66: "response.event_66.in_progress",
    E67: "response.event_67.in_progress", E68: "response.event_68.in_progress", E69: "response.event_69.in_progress",
}

#[test]
fn a_large_family_from_a_macro() {
    assert_eq!(Seventy::TYPES.len(), 70);
    for (index, event_type) in Seventy::TYPES.iter().enumerate().skip(1) {
        assert_eq!(*event_type, format!("response.event_{index:02}.in_progress"));
        let json = format!(r#"{{"type":"{event_type}","sequence_number":{index}}}"#);
        let event = read::<Seventy>(&json);
        assert_eq!((event.event_type(), write(&event)), (*event_type, json));
    }
    assert_eq!(Seventy::from(E69 { sequence_number: 1 }).event_type(), "response.event_69.in_progress");
    assert_eq!(
        read::<Seventy>(r#"{"type":"response.event_70.in_progress"}"#).event_type(),
        "response.event_70.in_progress"
    );
}
