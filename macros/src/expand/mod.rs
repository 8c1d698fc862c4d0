//! From model to code, one file for each trait; nothing here can fail.

mod catalogue;
mod decode;
mod encode;
mod family;
mod generics;
mod schema;
mod span;
mod validate;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use self::catalogue::unlisted;
use self::span::relocate;
use crate::model::{Body, Event, Family};

/// ```text
/// impl ResponseEvent for Event { const TYPE … } // unless it is untagged
/// impl Validate for Event { … }
/// impl Serialize for Event { … }
/// impl Decode for Event { … } // unless it is only serialized
/// impl Deserialize for Event { … }
/// impl JsonSchema for Event { … } // if it has a schema
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
    let decode = (!event.serialize_only).then(|| decode::event(event));
    let schema = schema::event(event);
    unlisted(quote!(#identity #validate #encode #decode #schema))
}

pub(crate) fn family(mut family: Family) -> TokenStream {
    relocate(&mut family.ident);
    for variant in &mut family.variants {
        relocate(&mut variant.ident);
    }
    unlisted(family::family(&family))
}

/// ```text
/// impl ResponseEvent for Event {
///     const TYPE: &'static str = "…";
///     fn event_position(&self) -> EventPosition<'_> { … }
/// }
/// ```
fn identity(event: &Event) -> Option<TokenStream> {
    let Event { ident, generics, runtime, tag_aliases, .. } = event;
    let Some(tag) = &event.tag else { return positioned(event) };
    let bounds = generics::validate_bounds(event);
    let generics = generics::with_predicates(generics, bounds);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let may_lack_type = event.had_no_type().map(|_| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::__private::MayLackType for #ident #ty_generics #where_clause {}
        }
    });
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

        #may_lack_type
    })
}

/// ```text
/// impl Positioned for Part {
///     fn event_position(&self) -> EventPosition<'_> { … }
/// }
/// ```
///
/// A part without `type` may be flattened into an event, which is then placed by its fields.
fn positioned(event: &Event) -> Option<TokenStream> {
    let Event { ident, generics, runtime, .. } = event;
    let position = event_position(event)?;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::__private::Positioned for #ident #ty_generics #where_clause {
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
    let rest = event.flattened().map(|field| {
        let name = &field.ident;
        quote!(#runtime::__private::Flattened(&self.#name).flattened_position())
    });
    let has_places = places.iter().any(Option::is_some);
    if !has_places && rest.is_none() {
        return None;
    }
    let no_number = (places[0].is_some() || places[1].is_some()).then(|| quote!(NoNumber as _,));
    let no_text = (places[2].is_some() || places[3].is_some()).then(|| quote!(NoText as _,));
    let probes = has_places.then(|| quote!(use #runtime::__private::{#no_number #no_text Placing as __Placing};));
    let no_position = rest.is_some().then(|| quote!(use #runtime::__private::NoPosition as _;));
    let [sequence_number, output_index, item_id, stream_id] =
        places.map(|place| place.unwrap_or_else(|| quote!(::core::option::Option::None)));
    let own = quote!(#runtime::__private::event_position(#sequence_number, #output_index, #item_id, #stream_id));
    let position = match (has_places, rest) {
        (true, Some(rest)) => quote!(#own.or(#rest)),
        (true, None) => own,
        (false, rest) => quote!(#rest),
    };
    Some(quote! {
        #[inline]
        fn event_position(&self) -> #runtime::EventPosition<'_> {
            #probes
            #no_position
            #position
        }
    })
}
