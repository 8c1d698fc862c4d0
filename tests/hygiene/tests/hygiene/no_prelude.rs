//! Without the prelude, beside modules called as the crates that generated code names.

#![allow(dead_code)]

mod core {}
mod std {}
mod alloc {}
mod serde {}
mod response_event {}
mod serde_json {}

/// One of everything.
#[derive(::re::ResponseEvent)]
#[event(type = "everything", alias = "all", crate = ::re, with(check_all), strict(with(check_all_strictly)))]
#[serde(rename_all = "camelCase")]
struct Everything<'de, 'a, A, D, S, const N: ::core::primitive::usize>
where
    A: ::core::clone::Clone,
    D: ::core::default::Default,
{
    #[event(non_empty, prefix("i"), len(1..=9))]
    item_id: &'de ::core::primitive::str,
    #[event(index, range(-1..=2.5), strict(integer))]
    index: ::re::Number,
    #[serde(borrow, alias = "b64")]
    #[event(strict(base64), one_of("aGk=", "aGo="))]
    image: ::std::borrow::Cow<'a, ::core::primitive::str>,
    #[event(required, nested)]
    optional: ::core::option::Option<Part>,
    #[event(nullable)]
    nullable: ::core::option::Option<A>,
    #[event(each(with(check_number)))]
    #[serde(default)]
    list: ::std::vec::Vec<::core::primitive::u8>,
    #[serde(default = "path")]
    d: D,
    #[serde(with = "module", skip_serializing_if = "is_zero")]
    with: ::core::primitive::u8,
    #[serde(with = "module::optional")]
    with_optional: ::core::option::Option<::core::primitive::u8>,
    #[serde(skip)]
    skipped: ::core::option::Option<S>,
    #[serde(skip)]
    array: ::core::marker::PhantomData<[A; N]>,
    #[serde(flatten)]
    rest: ::std::collections::BTreeMap<::std::string::String, ::re::Number>,
}

#[derive(::re::ResponseEvent)]
#[event(type = "part", crate = "::re")]
#[serde(deny_unknown_fields, default)]
struct Part {
    text: ::std::string::String,
}

impl ::core::default::Default for Part {
    fn default() -> Self {
        Self { text: ::core::convert::From::from("nothing") }
    }
}

fn path<D: ::core::default::Default>() -> D {
    ::core::default::Default::default()
}

#[allow(clippy::unnecessary_wraps)] // rules return results
fn check_all<A: ::core::clone::Clone, D: ::core::default::Default, S, const N: ::core::primitive::usize>(
    _: &Everything<'_, '_, A, D, S, N>,
) -> ::core::result::Result<(), &'static ::core::primitive::str> {
    ::core::result::Result::Ok(())
}

fn check_all_strictly<A: ::core::clone::Clone, D: ::core::default::Default, S, const N: ::core::primitive::usize>(
    event: &Everything<'_, '_, A, D, S, N>,
) -> ::core::result::Result<(), &'static ::core::primitive::str> {
    if event.with == 9 { ::core::result::Result::Err("nine") } else { ::core::result::Result::Ok(()) }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
fn check_number(number: &::core::primitive::u8) -> ::core::result::Result<(), &'static ::core::primitive::str> {
    if *number == 0 { ::core::result::Result::Err("zero") } else { ::core::result::Result::Ok(()) }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
fn is_zero(number: &::core::primitive::u8) -> ::core::primitive::bool {
    *number == 0
}

mod module {
    use ::re::__private::serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
    pub(super) fn serialize<S: Serializer>(
        number: &::core::primitive::u8,
        serializer: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        Serialize::serialize(number, serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> ::core::result::Result<::core::primitive::u8, D::Error> {
        Deserialize::deserialize(deserializer)
    }

    pub(super) mod optional {
        use ::re::__private::serde::{Deserialize, Deserializer, Serialize, Serializer};

        #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
        pub(in super::super) fn serialize<S: Serializer>(
            number: &::core::option::Option<::core::primitive::u8>,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            Serialize::serialize(number, serializer)
        }

        pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<::core::option::Option<::core::primitive::u8>, D::Error> {
            Deserialize::deserialize(deserializer)
        }
    }
}

#[derive(::re::ResponseEvent)]
#[event(type = "unit", crate = ::re)]
struct Unit;

#[derive(::re::ResponseEvent)]
#[event(type = "borrowed", crate = ::re)]
struct Borrowed<'a, T> {
    #[serde(borrow)]
    text: ::std::borrow::Cow<'a, ::core::primitive::str>,
    t: T,
}

#[derive(::re::EventFamily)]
#[event(crate = ::re)]
enum Family<'a, T> {
    Borrowed(::std::boxed::Box<Borrowed<'a, T>>),
    Part(Part),
    #[event(family)]
    Inner(Inner),
    #[event(unknown)]
    Unknown(::re::UnknownEvent),
}

#[derive(::re::EventFamily)]
#[event(crate = "::re")]
enum Inner {
    Unit(Unit),
    Empty(Empty),
}

#[derive(::re::ResponseEvent)]
#[event(type = "empty", crate = ::re)]
struct Empty {}

/// As a user writes it who holds on to nothing.
#[::core::prelude::v1::test]
fn an_event_needs_no_prelude() {
    type Event<'a> = Everything<'a, 'a, ::core::primitive::u8, ::core::primitive::u8, ::core::primitive::u8, 1>;
    let json = r#"{"type":"all","itemId":"i","index":2.0,"b64":"aGk=","optional":{"type":"part"},"with":1,"more":7}"#;
    let event: Event<'_> = ::core::result::Result::unwrap(::re::from_str(json));
    let outcome = ::re::Validate::validate_strict(&event);
    ::core::assert!(outcome.is_ok(), "{outcome:?}");
    ::core::assert_eq!(
        ::core::result::Result::unwrap(::json::to_string(&event)),
        r#"{"type":"everything","itemId":"i","index":2,"image":"aGk=","optional":{"type":"part","text":"nothing"},"nullable":null,"list":[],"d":0,"with":1,"more":7}"#,
    );
}

#[::core::prelude::v1::test]
fn a_family_needs_no_prelude() {
    let json = r#"{"type":"borrowed","text":"a","t":1}"#;
    let event: Family<'_, ::core::primitive::u8> = ::core::result::Result::unwrap(::re::from_str(json));
    ::core::assert_eq!(::re::EventFamily::event_type(&event), "borrowed");
    let borrowed: ::core::result::Result<Borrowed<'_, ::core::primitive::u8>, _> =
        ::core::convert::TryFrom::try_from(event);
    let borrowed = borrowed.ok().map(|event| event.t);
    ::core::assert_eq!(borrowed, ::core::option::Option::Some(1));
    for json in [r#"{"type":"unit"}"#, r#"{"type":"empty"}"#, r#"{"type":"part","text":"a"}"#, r#"{"type":"x"}"#] {
        ::core::assert_eq!(crate::through::<Family<'_, ::core::primitive::u8>>(json, true), json);
    }
}
