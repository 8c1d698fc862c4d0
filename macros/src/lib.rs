//! The derives of `response-event`; use them through that crate.

mod check;
mod derive;
mod diag;
mod expand;
mod fallback;
mod model;
mod name;
mod problems;
mod rule;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
mod types;
mod vocabulary;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Turns a struct into one event of the Responses API: a JSON object with a constant string in its field `type`.
///
/// It implements `ResponseEvent`, `Validate`, `Decode`, and serde's `Serialize` and `Deserialize`.
#[doc = include_str!("../attributes.md")]
#[proc_macro_derive(ResponseEvent, attributes(event, serde))]
pub fn derive_response_event(input: TokenStream) -> TokenStream {
    derive::event(&parse_macro_input!(input as DeriveInput)).into()
}

/// Turns an enum of events into a family that decodes by the string in their field `type`, in one pass.
///
/// It implements `EventFamily`, `Validate`, `Decode`, serde's `Serialize` and `Deserialize`, and `From` and `TryFrom` for the
/// type of each variant. Its attributes are listed with [`derive@ResponseEvent`].
#[proc_macro_derive(EventFamily, attributes(event, serde))]
pub fn derive_event_family(input: TokenStream) -> TokenStream {
    derive::family(&parse_macro_input!(input as DeriveInput)).into()
}
