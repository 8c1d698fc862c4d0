//! The derives where nothing has its usual name: no prelude, the runtime crate renamed, no serde at all, and a decoy for
//! every name that generated code could lean on.
//!
//! A package of its own, as a package cannot depend on one crate by two names.

#![no_implicit_prelude]

mod decoys;
mod no_prelude;

/// Decodes an event, sees that its rules hold or not, and writes it.
fn through<'de, E>(json: &'de ::core::primitive::str, valid: ::core::primitive::bool) -> ::std::string::String
where
    E: ::re::Decode<'de> + ::re::Validate + ::re::__private::serde::Serialize,
{
    let event: E = ::core::result::Result::unwrap(::re::from_str(json));
    let outcome = ::re::Validate::validate_at(&event, ::re::Level::Strict);
    ::core::assert_eq!(outcome.is_ok(), valid, "{outcome:?}");
    ::core::result::Result::unwrap(::json::to_string(&event))
}
