//! From model to code, one file for each trait; nothing here can fail.

mod decode;
mod encode;
mod family;
mod generics;
mod validate;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Body, Event, Family};

/// ```text
/// impl ResponseEvent for Event { const TYPE … } // unless it is untagged
/// impl Validate for Event { … }
/// impl Serialize for Event { … }
/// impl Decode for Event { … }
/// impl Deserialize for Event { … }
/// ```
pub(crate) fn event(mut event: Event) -> TokenStream {
    relocate(&mut event.ident);
    if let Body::Named(fields) = &mut event.body {
        for field in fields {
            relocate(&mut field.ident);
        }
    }
    let event = &event;
    let identity = identity(event);
    let validate = validate::event(event);
    let encode = encode::event(event);
    let decode = decode::event(event);
    quote!(#identity #validate #encode #decode)
}

pub(crate) fn family(mut family: Family) -> TokenStream {
    relocate(&mut family.ident);
    for variant in &mut family.variants {
        relocate(&mut variant.ident);
    }
    family::family(&family)
}

/// ```text
/// impl ResponseEvent for Event { const TYPE: &'static str = "…"; }
/// ```
fn identity(event: &Event) -> Option<TokenStream> {
    let Event { ident, generics, runtime, tag_aliases, .. } = event;
    let tag = event.tag.as_ref()?;
    let bounds = generics::validate_bounds(event);
    let generics = generics::with_predicates(generics, bounds);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let aliases = (!tag_aliases.is_empty())
        .then(|| quote!(const ALIASES: &'static [&'static ::core::primitive::str] = &[#(#tag_aliases),*];));
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::ResponseEvent for #ident #ty_generics #where_clause {
            const TYPE: &'static ::core::primitive::str = #tag;
            #aliases
        }
    })
}

/// A name of the user's is not used by the user where generated code uses it: it may be deprecated.
fn relocate(name: &mut Ident) {
    name.set_span(located(name.span()));
}

/// The name with another span: that of an expression reaches from its first token to its last.
fn named_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// Where the user wrote something, with the hygiene of generated code: lints see a macro, errors point at the source.
fn located(span: Span) -> Span {
    Span::call_site().located_at(span)
}
