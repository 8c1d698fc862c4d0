//! No lint that a user may set complains about generated code, and none that he may forbid forbids it.
//!
//! What forbids here is one half of the test; `cargo clippy --all-targets -- -D warnings` is the other.

#![deny(warnings, future_incompatible, non_ascii_idents)]
#![allow(clippy::blanket_clippy_restriction_lints, reason = "they contradict one another, but not here")]
#![deny(clippy::restriction)]
#![forbid(unsafe_code)]

/// Only items with our derives: whatever a lint finds here is about them.
mod derived {
    // Forbidden, not denied: generated code that allowed one of them would not compile.
    #![forbid(
        absolute_paths_not_starting_with_crate,
        ambiguous_negative_literals,
        deprecated,
        elided_lifetimes_in_paths,
        explicit_outlives_requirements,
        keyword_idents,
        let_underscore_drop,
        missing_debug_implementations,
        missing_docs,
        nonstandard_style,
        redundant_imports,
        redundant_lifetimes,
        single_use_lifetimes,
        trivial_casts,
        trivial_numeric_casts,
        unit_bindings,
        unnameable_types,
        unreachable_pub,
        unused,
        unused_extern_crates,
        unused_import_braces,
        unused_lifetimes,
        unused_qualifications,
        unused_results,
        variant_size_differences
    )]
    #![forbid(clippy::all, clippy::cargo, clippy::pedantic)]
    #![deny(clippy::nursery)]
    #![allow(
        clippy::arbitrary_source_item_ordering,
        clippy::empty_structs_with_brackets,
        clippy::field_scoped_visibility_modifiers,
        clippy::min_ident_chars,
        clippy::missing_docs_in_private_items,
        clippy::pub_with_shorthand,
        clippy::redundant_pub_crate,
        clippy::single_char_lifetime_names,
        clippy::std_instead_of_alloc,
        clippy::std_instead_of_core,
        reason = "they are about what is written here"
    )]

    use std::borrow::Cow;
    use std::collections::BTreeMap;
    use std::marker::PhantomData;

    use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent};

    use super::functions::{as_text, is_zero, not_zero, ten, whole, whole_strictly};

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "everything", alias = "all", with(whole), strict(with(whole_strictly)))]
    #[serde(rename_all = "camelCase")]
    pub(super) struct Everything<'de, 'input: 'de, T, const N: usize>
    where
        T: Clone + Default,
    {
        #[event(non_empty, prefix("ig_"), strict(len(4..=64)))]
        pub(super) item_id: &'de str,
        #[event(index, range(-1..=2.5), strict(integer))]
        pub(super) output_index: Number,
        #[serde(borrow, alias = "b64")]
        #[event(strict(base64, one_of("aGk=", "aGo=")))]
        pub(super) image: Cow<'input, str>,
        #[event(required, nested)]
        pub(super) usage: Option<Box<Usage>>,
        #[event(nullable)]
        pub(super) seed: Option<T>,
        #[event(each(each(with(not_zero))))]
        #[serde(default)]
        pub(super) sizes: Vec<Vec<u8>>,
        #[serde(default = "ten")]
        pub(super) ten: u8,
        #[serde(with = "as_text", skip_serializing_if = "is_zero")]
        pub(super) as_text: u8,
        #[serde(serialize_with = "as_text::serialize", deserialize_with = "as_text::deserialize")]
        pub(super) twice: u8,
        #[serde(with = "as_text::optional")]
        pub(super) optional: Option<u8>,
        #[serde(skip)]
        pub(super) skipped: PhantomData<[T; N]>,
        #[serde(flatten)]
        pub(super) rest: BTreeMap<String, Number>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Eq, ResponseEvent)]
    #[event(type = "usage")]
    #[serde(default, deny_unknown_fields)]
    pub(super) struct Usage {
        #[serde(with = "as_text")]
        pub(super) tokens: u8,
        pub(super) model: Option<String>,
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq, ResponseEvent)]
    #[event(type = "unit")]
    pub(super) struct Unit;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, ResponseEvent)]
    #[event(type = "empty")]
    pub(super) struct Empty {}

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "rest")]
    pub(super) struct Rest<'text> {
        #[serde(borrow)]
        pub(super) text: Option<Cow<'text, str>>,
        #[serde(flatten)]
        pub(super) rest: BTreeMap<String, Number>,
    }

    /// Two rules of one kind on a parameter.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ResponseEvent)]
    #[event(type = "ruled")]
    pub(super) struct Ruled<T> {
        #[event(index, strict(range(0..=9)))]
        pub(super) number: T,
    }

    #[derive(Clone, Debug, PartialEq, EventFamily)]
    pub(super) enum Family<'de, T>
    where
        T: Clone + Default,
    {
        Everything(Box<Everything<'de, 'de, T, 1>>),
        #[event(family)]
        Inner(Inner<'de>),
        #[event(unknown)]
        Unknown(UnknownEvent),
    }

    #[derive(Clone, Debug, PartialEq, EventFamily)]
    pub(super) enum Inner<'text> {
        Unit(Unit),
        Empty(Empty),
        Rest(Rest<'text>),
    }

    #[derive(Clone, Debug, PartialEq, Eq, EventFamily)]
    pub(super) enum Single {
        Usage(Usage),
    }
}

/// Names in another style than Rust's: the allowances are on the items.
#[allow(clippy::restriction)]
mod styles {
    #![deny(nonstandard_style)]

    use response_event::{EventFamily, ResponseEvent};

    #[allow(non_camel_case_types, non_snake_case)]
    #[derive(Clone, Debug, PartialEq, Eq, ResponseEvent)]
    #[event(type = "style")]
    pub(super) struct style_of_C {
        #[event(non_empty)]
        pub(super) camelCase: String,
        #[serde(with = "super::functions::as_text")]
        pub(super) PascalCase: u8,
        pub(super) UPPER: Option<u8>,
    }

    #[allow(non_camel_case_types)]
    #[derive(Clone, Debug, PartialEq, Eq, EventFamily)]
    pub(super) enum family_of_c {
        one_style(style_of_C),
    }
}

/// What is deprecated may still be derived: the warning belongs to its users.
#[allow(clippy::restriction)]
mod outdated {
    #![deny(deprecated, deprecated_in_future)]

    use response_event::{EventFamily, ResponseEvent};

    #[deprecated]
    #[derive(ResponseEvent)]
    #[event(type = "old")]
    pub(super) struct OldEvent {
        #[event(non_empty)]
        pub(super) id: String,
    }

    #[derive(ResponseEvent)]
    #[event(type = "old.member")]
    pub(super) struct OldMember {
        pub(super) id: String,
        #[deprecated(note = "write `id`")]
        #[serde(with = "super::functions::as_text", skip_serializing_if = "super::functions::is_zero")]
        #[event(index)]
        pub(super) number: u8,
        #[deprecated]
        #[serde(default)]
        pub(super) name: Option<String>,
        #[deprecated]
        #[serde(skip)]
        pub(super) skipped: Option<u8>,
    }

    #[derive(ResponseEvent)]
    #[event(type = "old.rest")]
    pub(super) struct OldRest {
        #[deprecated]
        #[serde(flatten)]
        pub(super) rest: std::collections::BTreeMap<String, u8>,
    }

    #[deprecated]
    #[derive(EventFamily)]
    pub(super) enum OldFamily {
        Member(OldMember),
    }

    #[derive(EventFamily)]
    pub(super) enum OldVariant {
        #[deprecated]
        Member(OldMember),
        Rest(OldRest),
    }
}

/// What the items above name.
#[allow(clippy::restriction)]
mod functions {
    use super::derived::Everything;

    pub(super) fn whole<T, const N: usize>(event: &Everything<'_, '_, T, N>) -> Result<(), &'static str>
    where
        T: Clone + Default,
    {
        if event.ten == 0 { Err("is no ten") } else { Ok(()) }
    }

    pub(super) fn whole_strictly<T, const N: usize>(event: &Everything<'_, '_, T, N>) -> Result<(), &'static str>
    where
        T: Clone + Default,
    {
        if N == 0 { Err("is of no size") } else { whole(event) }
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
    pub(super) fn not_zero(number: &u8) -> Result<(), &'static str> {
        if *number == 0 { Err("is zero") } else { Ok(()) }
    }

    pub(super) fn ten() -> u8 {
        10
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
    pub(super) fn is_zero(number: &u8) -> bool {
        *number == 0
    }

    pub(super) mod as_text {
        use serde::{Deserialize, Deserializer, Serializer, de::Error};

        #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
        pub(in super::super) fn serialize<S: Serializer>(number: &u8, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(number)
        }

        pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        }

        pub(in super::super) mod optional {
            use serde::{Deserializer, Serializer};

            #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
            pub(in super::super::super) fn serialize<S: Serializer>(
                number: &Option<u8>,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match number {
                    Some(number) => super::serialize(number, serializer),
                    None => serializer.serialize_none(),
                }
            }

            pub(in super::super::super) fn deserialize<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<u8>, D::Error> {
                super::deserialize(deserializer).map(Some)
            }
        }
    }
}

#[test]
#[allow(clippy::restriction)]
fn what_is_linted_works() {
    use derived::{Family, Inner, Rest, Ruled, Single, Usage};

    for json in [
        r#"{"type":"everything","itemId":"ig_1","outputIndex":1,"image":"aGk=","usage":{"type":"usage","tokens":"1"},"seed":null,"sizes":[],"ten":10,"twice":"2","more":3}"#,
        r#"{"type":"unit"}"#,
        r#"{"type":"empty"}"#,
        r#"{"type":"rest","text":"a","b":1}"#,
        r#"{"type":"unknown"}"#,
    ] {
        let json = json.replace(r#""twice""#, r#""asText":"4","twice""#);
        let event: Family<'_, u8> = response_event::from_str(&json).expect("an event");
        assert_eq!(serde_json::to_string(&event).expect("JSON"), json);
        assert!(response_event::Validate::validate_strict(&event).is_ok());
    }
    let text = Inner::from(Rest { text: None, rest: [].into() });
    assert_eq!(serde_json::to_string(&text).expect("JSON"), r#"{"type":"rest"}"#);
    let usage = Single::from(Usage { tokens: 1, model: None });
    assert_eq!(serde_json::to_string(&usage).expect("JSON"), r#"{"type":"usage","tokens":"1"}"#);
    assert!(response_event::Strict::try_new(Ruled { number: 10_u8 }).is_err());
}

#[test]
#[allow(clippy::restriction, deprecated)]
fn what_is_deprecated_works() {
    use outdated::{OldEvent, OldFamily, OldMember, OldRest, OldVariant};

    let member = OldMember { id: String::new(), number: 1, name: None, skipped: None };
    assert_eq!(member.skipped, None);
    assert_eq!(
        serde_json::to_string(&OldFamily::from(member)).expect("JSON"),
        r#"{"type":"old.member","id":"","number":"1"}"#,
    );
    let rest = OldVariant::from(OldRest { rest: [].into() });
    assert_eq!(serde_json::to_string(&rest).expect("JSON"), r#"{"type":"old.rest"}"#);
    assert_eq!(serde_json::to_string(&OldEvent { id: String::new() }).expect("JSON"), r#"{"type":"old","id":""}"#);
    let styles = styles::style_of_C { camelCase: "a".into(), PascalCase: 1, UPPER: None };
    assert_eq!(
        serde_json::to_string(&styles::family_of_c::from(styles)).expect("JSON"),
        r#"{"type":"style","camelCase":"a","PascalCase":"1"}"#,
    );
}
