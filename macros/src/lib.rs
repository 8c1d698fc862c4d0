//! The derives of `response-event`; use them through that crate.

mod check;
mod derive;
mod diag;
mod expand;
mod fallback;
mod key;
mod model;
mod name;
mod rule;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Turns a struct into one event of the Responses API.
#[proc_macro_derive(ResponseEvent, attributes(event, serde))]
pub fn derive_response_event(input: TokenStream) -> TokenStream {
    derive::event(&parse_macro_input!(input as DeriveInput)).into()
}

/// Turns an enum of events into a family that decodes by `type`.
#[proc_macro_derive(EventFamily, attributes(event, serde))]
pub fn derive_event_family(input: TokenStream) -> TokenStream {
    derive::family(&parse_macro_input!(input as DeriveInput)).into()
}
