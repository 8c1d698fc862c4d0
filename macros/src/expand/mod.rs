//! From model to code, one file for each trait; nothing here can fail.

mod decode;
mod encode;
mod family;
mod generics;
mod span;
mod validate;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use self::span::relocate;
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
/// impl ResponseEvent for Event {
///     const TYPE: &'static str = "…";
///     fn event_position(&self) -> EventPosition<'_> { … }
/// }
/// ```
fn identity(event: &Event) -> Option<TokenStream> {
    let Event { ident, generics, runtime, tag_aliases, .. } = event;
    let tag = event.tag.as_ref()?;
    let bounds = generics::validate_bounds(event);
    let generics = generics::with_predicates(generics, bounds);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let aliases = (!tag_aliases.is_empty())
        .then(|| quote!(const ALIASES: &'static [&'static ::core::primitive::str] = &[#(#tag_aliases),*];));
    let (kind, position) =
        if event.is_part { (quote!(EventPart), None) } else { (quote!(ResponseEvent), event_position(event)) };
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::#kind for #ident #ty_generics #where_clause {
            const TYPE: &'static ::core::primitive::str = #tag;
            #aliases
            #position
        }
    })
}

/// ```text
/// fn event_position(&self) -> EventPosition<'_> {
///     position(Placing(&self.sequence_number).placing_number(), …)
/// }
/// ```
fn event_position(event: &Event) -> Option<TokenStream> {
    let runtime = &event.runtime;
    let place = |name: &str, method: &str| {
        let (field, _) = event.wire_fields().find(|(_, wire)| wire.name.value() == name)?;
        let (name, method) = (&field.ident, Ident::new(method, Span::call_site()));
        Some(quote!(__Placing(&self.#name).#method()))
    };
    let number = "placing_number";
    let text = "placing_text";
    let places = [
        place("sequence_number", number),
        place("output_index", number),
        place("item_id", text),
        place("stream_id", text),
    ];
    if places.iter().all(Option::is_none) {
        return None;
    }
    let no_number = (places[0].is_some() || places[1].is_some()).then(|| quote!(NoNumber as _,));
    let no_text = (places[2].is_some() || places[3].is_some()).then(|| quote!(NoText as _,));
    let [sequence_number, output_index, item_id, stream_id] =
        places.map(|place| place.unwrap_or_else(|| quote!(::core::option::Option::None)));
    Some(quote! {
        #[inline]
        fn event_position(&self) -> #runtime::EventPosition<'_> {
            use #runtime::__private::{#no_number #no_text Placing as __Placing};
            #runtime::__private::event_position(#sequence_number, #output_index, #item_id, #stream_id)
        }
    })
}
