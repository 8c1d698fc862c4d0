//! Where every name of the prelude, and every primitive type, is something else.

#![allow(dead_code, non_camel_case_types, non_upper_case_globals, non_snake_case, unused_macros)]

/// Names of types. Globs, so that they stand where the prelude would.
mod types {
    pub(super) struct Result;
    pub(super) struct Option;
    pub(super) struct Box;
    pub(super) struct Vec;
    pub(super) struct String;
    pub(super) struct str;
    pub(super) struct bool;
    pub(super) struct usize;
    pub(super) struct u64;
    pub(super) struct u8;
    pub(super) struct i128;
    pub(super) struct f64;
    pub(super) struct Cow;
    pub(super) struct PhantomData;
    pub(super) struct Validator;
    pub(super) struct Number;
    pub(super) struct UnknownEvent;
    pub(super) struct MapAccess;
    pub(super) struct Serializer;
    pub(super) struct Deserializer;
}
#[allow(unused_imports)]
use types::*;

/// Names of traits, each for every type, with the methods of their namesakes and of our own traits.
mod traits {
    macro_rules! decoy {
        ($($name:ident: $($method:ident)*;)*) => {$(
            pub(in super::super) trait $name {
                $(fn $method(&self) -> () {})*
            }

            impl<T: ?::core::marker::Sized> $name for T {}
        )*};
    }

    decoy! {
        Serialize: serialize;
        Deserialize: deserialize;
        From: from;
        Into: into;
        TryFrom: try_from;
        TryInto: try_into;
        Default: default;
        Clone: clone;
        Iterator: filter;
        FnOnce: call_once;
        Decode: count;
        Validate: check validate validate_strict;
        ResponseEvent: next read read_seed skip require variant unknown no_variant decode;
        EventFamily: event_type strict is_absent seed map unwrap_or unwrap_or_else unwrap_or_default is_some end;
    }
}
#[allow(unused_imports)]
use traits::*;

/// Names of values.
mod values {
    pub(super) const None: () = ();
    pub(super) fn Some() {}
    pub(super) fn Ok() {}
    pub(super) fn Err() {}
    pub(super) fn drop() {}
    pub(super) const TYPE: () = ();
    pub(super) const TYPES: () = ();
    pub(super) const SHAPE: () = ();
    pub(super) const omit: () = ();
}
#[allow(unused_imports)]
use values::*;

/// Names of modules.
mod core {}
mod std {}
mod alloc {}
mod serde {}
mod response_event {}
mod rule {}

macro_rules! panic {
    ($($token:tt)*) => {
        ::core::compile_error!("a macro of the user's")
    };
}
macro_rules! unreachable {
    ($($token:tt)*) => {
        ::core::compile_error!("a macro of the user's")
    };
}
macro_rules! matches {
    ($($token:tt)*) => {
        ::core::compile_error!("a macro of the user's")
    };
}
macro_rules! concat {
    ($($token:tt)*) => {
        ::core::compile_error!("a macro of the user's")
    };
}
macro_rules! stringify {
    ($($token:tt)*) => {
        ::core::compile_error!("a macro of the user's")
    };
}

/// Fields called as what generated code has: parameters, locals, methods.
#[derive(::re::ResponseEvent)]
#[event(type = "fields", crate = ::re)]
struct Fields {
    validator: ::core::primitive::u8,
    members: ::core::primitive::u8,
    member: ::core::primitive::u8,
    encoder: ::core::primitive::u8,
    serializer: ::core::primitive::u8,
    deserializer: ::core::primitive::u8,
    omit: ::core::option::Option<::core::primitive::u8>,
    #[event(each(range(..=1)))]
    item: ::std::vec::Vec<::core::primitive::u8>,
    self_: ::core::primitive::u8,
    #[serde(rename = "kind")]
    r#type: ::core::primitive::u8,
    r#fn: ::core::primitive::u8,
    #[serde(default)]
    default: ::core::primitive::u8,
    value: ::core::primitive::u8,
    #[event(non_empty, strict(prefix("a"), base64))]
    rule: ::std::string::String,
    Presence: ::std::string::String,
    _0: ::core::primitive::u8,
    __omit: ::core::primitive::u8,
    __members: ::core::primitive::u8,
    #[serde(flatten)]
    rest: ::std::collections::BTreeMap<::std::string::String, ::core::primitive::u8>,
}

/// Parameters called as the types, traits and parameters of generated code.
#[derive(::re::ResponseEvent)]
#[event(type = "parameters", crate = ::re)]
struct Parameters<'de, 'event, Result, Option, Some, Box, const None: ::core::primitive::bool> {
    result: Result,
    option: ::core::option::Option<Option>,
    #[serde(
        with = "some",
        bound(
            serialize = "Some: ::re::__private::serde::Serialize",
            deserialize = "Some: ::re::__private::serde::Deserialize<'__de>"
        )
    )]
    some: Some,
    boxed: ::std::boxed::Box<Box>,
    de: &'de ::core::primitive::str,
    event: ::core::option::Option<&'event ::core::primitive::str>,
}

mod some {
    use ::re::__private::serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> ::core::result::Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

/// Variants called as those of the prelude and as what a family has.
#[derive(::re::EventFamily)]
#[event(crate = ::re)]
enum Family {
    Ok(Unit),
    Err(::std::boxed::Box<Fields>),
    #[event(unknown)]
    None(::re::UnknownEvent),
}

#[derive(::re::ResponseEvent)]
#[event(type = "unit", crate = ::re)]
struct Unit;

#[::core::prelude::v1::test]
fn nothing_is_taken_for_anything_else() {
    let json = r#"{"type":"fields","validator":1,"members":2,"member":3,"encoder":4,"serializer":5,"deserializer":6,"item":[0],"self_":7,"kind":8,"fn":9,"default":10,"value":11,"rule":"aGk=","Presence":"","_0":12,"__omit":13,"__members":14,"more":15}"#;
    ::core::assert_eq!(crate::through::<Family>(json, true), json);
    let event: Parameters<
        '_,
        '_,
        ::core::primitive::u8,
        ::core::primitive::u8,
        ::core::primitive::u8,
        ::core::primitive::u8,
        true,
    > = ::core::result::Result::unwrap(::re::from_str(
        r#"{"type":"parameters","result":1,"some":2,"boxed":3,"de":"a"}"#,
    ));
    ::core::assert_eq!((event.result, event.option, event.some, *event.boxed), (1, ::core::option::Option::None, 2, 3));
}

#[::core::prelude::v1::test]
fn nor_in_a_family() {
    let event: Family = ::core::convert::From::from(Unit);
    ::core::assert_eq!(::re::EventFamily::event_type(&event), "unit");
    ::core::assert_eq!(<Family as ::re::EventFamily>::TYPES, ["unit", "fields"]);
    ::core::assert_eq!(crate::through::<Family>(r#"{"type":"x"}"#, true), r#"{"type":"x"}"#);
}
