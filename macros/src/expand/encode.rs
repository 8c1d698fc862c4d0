//! `impl Serialize`: `type` first, then the fields in their order.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, Index, parse_quote};

use super::generics;
use super::span::{located, named_at};
use crate::model::{Default, Event, Field, Role, WireField};
use crate::types::is_no_option;

/// ```text
/// let mut __omit = [__Presence(&self.item_id).is_absent_member(), …];
/// let mut __encoder = Encoder::new(__serializer, "Event", &mut __omit)?;
/// __encoder.tag("image.partial")?;
/// __encoder.member("item_id", &self.item_id, __omit[0])?;
/// __encoder.end()
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, generics, runtime, serde, .. } = event;
    let generics = generics::with_predicates(generics, generics::serialize_bounds(event));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let presence = event.wire_fields().any(|(_, wire)| matches!(omission(wire), Omission::Absent)).then(|| {
        quote! {
            use #runtime::__private::{AlwaysPresent as _, Presence as __Presence};
        }
    });
    let writers = event.wire_fields().filter_map(|(field, wire)| writer(event, field, wire));
    let body = match event.flattened() {
        None => as_struct(event),
        Some(rest) => as_map(event, rest),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #serde::Serialize for #ident #ty_generics #where_clause {
            fn serialize<__S: #serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #presence
                #(#writers)*
                #body
            }
        }
    }
}

/// First which fields are left out: formats want to know how many there are.
fn as_struct(event: &Event) -> TokenStream {
    let Event { runtime, name, .. } = event;
    let omits = event.wire_fields().map(|(field, wire)| omit(event, field, wire));
    let names = event.wire_fields().map(|(_, wire)| &wire.name);
    let values = event.wire_fields().map(|(field, wire)| value(field, wire));
    let (declared, omit) = match event.wire_fields().next() {
        Some(_) => (Some(quote!(let mut __omit = [#(#omits),*];)), quote!(&mut __omit)),
        None => (None, quote!(&mut [])),
    };
    let places = (0..event.wire_fields().count()).map(Index::from);
    let (start, write_tag) = match (&event.tag, event.had_no_type()) {
        (None, _) => (quote!(untagged(__serializer, #name, #omit)), None),
        (Some(tag), None) => (quote!(new(__serializer, #name, #omit)), Some(quote!(__encoder.tag(#tag)?;))),
        (Some(tag), Some(had_no_type)) => {
            let had_no_type = had_no_type_of(had_no_type);
            (quote!(perhaps_tagged(__serializer, #name, #tag, #had_no_type, #omit)), None)
        }
    };
    let mutable = (declared.is_some() || write_tag.is_some()).then(|| quote!(mut));
    quote! {
        #declared
        let #mutable __encoder = #runtime::__private::Encoder::#start?;
        #write_tag
        #(__encoder.member(#names, #values, __omit[#places])?;)*
        __encoder.end()
    }
}

/// With a flattened field, whose fields are not known before.
fn as_map(event: &Event, rest: &Field) -> TokenStream {
    let (Event { runtime, name, .. }, rest) = (event, &rest.ident);
    let len = Index::from(event.wire_fields().count());
    let writes = event.fields().iter().filter_map(|field| match &field.role {
        Role::Wire(wire) => {
            let (name, value, omit) = (&wire.name, value(field, wire), omit(event, field, wire));
            Some(quote!(__encoder.member(#name, #value, #omit)?;))
        }
        Role::Flatten { .. } => Some(quote!(__encoder.flatten(&self.#rest)?;)),
        Role::HadNoType | Role::Skip { .. } => None,
    });
    // The flattened field must not write what another field reads.
    let accepted = event.wire_fields().flat_map(|(_, wire)| std::iter::once(&wire.name).chain(&wire.aliases));
    let start = match (&event.tag, event.had_no_type()) {
        (None, _) => quote!(untagged(__serializer, #name, &[#(#accepted),*], #len, __is_rest_empty)),
        (Some(tag), None) => {
            quote!(new(__serializer, #name, &["type", #(#accepted),*], #tag, #len, __is_rest_empty))
        }
        (Some(tag), Some(had_no_type)) => {
            let had_no_type = had_no_type_of(had_no_type);
            let accepted = quote!(&["type", #(#accepted),*]);
            quote!(perhaps_tagged(__serializer, #name, #accepted, #tag, #had_no_type, #len, __is_rest_empty))
        }
    };
    quote! {
        use #runtime::__private::MayHoldRest as _;
        let __is_rest_empty = #runtime::__private::RestOf(&self.#rest).is_empty_rest();
        let mut __encoder = #runtime::__private::MapEncoder::#start?;
        #(#writes)*
        __encoder.end()
    }
}

/// The field with `had_no_type`, as the `bool` that it must be.
fn had_no_type_of(field: &Field) -> TokenStream {
    let span = located(field.ty.span());
    let name = named_at(&field.ident, span);
    quote_spanned!(span=> self.#name)
}

/// The reason to leave a field out.
enum Omission<'m> {
    /// If it is `None`, which its type knows.
    Absent,
    /// `#[serde(skip_serializing_if = "…")]`
    If(&'m ExprPath),
    /// `#[event(nullable)]`: never, and the type must have a `None`.
    Never(Span),
}

fn omission(wire: &WireField) -> Omission<'_> {
    match (&wire.skip_serializing_if, wire.nullable) {
        (Some(path), _) => Omission::If(path),
        (None, Some(span)) => Omission::Never(span),
        (None, None) => Omission::Absent,
    }
}

fn omit(event: &Event, field: &Field, wire: &WireField) -> TokenStream {
    let name = &field.ident;
    match omission(wire) {
        Omission::Absent => {
            let (ty, default) = (&field.ty, default(event, field, wire));
            let default = default.map(|default| quote!(&& __Presence::<#ty>(&#default).is_absent_member()));
            quote!(__Presence(&self.#name).is_absent_member() #default)
        }
        Omission::If(path) => {
            let span = located(path.span());
            let name = named_at(name, span);
            quote_spanned!(span=> #path(&self.#name))
        }
        Omission::Never(span) => {
            let (runtime, span) = (&event.runtime, located(span));
            let name = named_at(name, span);
            quote_spanned!(span=> #runtime::__private::is_absent_nullable(&self.#name))
        }
    }
}

/// The value that an absent field is read as, unless its type says it: what is another value must not be left out. A type
/// parameter is no `Option` here, so its fields are never left out.
fn default(event: &Event, field: &Field, wire: &WireField) -> Option<TokenStream> {
    let name = &field.ident;
    let parameters = generics::type_parameters(&event.generics);
    // Of another type, the compiler would report a wrong default once more.
    if is_no_option(&field.ty) || generics::mentions(field.ty.to_token_stream(), &parameters) {
        return None;
    }
    match (&wire.default, &event.default) {
        (Default::Path(path), _) => Some(quote_spanned!(located(path.span())=> #path())),
        (Default::None, Default::Path(path)) => {
            let default = quote_spanned!(located(path.span())=> #path());
            Some(quote!({ let __default: Self = #default; __default.#name }))
        }
        (Default::None, Default::Trait) => Some(quote!(<Self as ::core::default::Default>::default().#name)),
        // An absent value is the default.
        (Default::Trait, _) | (Default::None, Default::None) => None,
    }
}

/// Returns the value to write: the field, or a wrapper that calls the user's function.
fn value(field: &Field, wire: &WireField) -> TokenStream {
    let span = located(field.ty.span());
    let name = named_at(&field.ident, span);
    if wire.serialize_with.is_some() {
        let writer = writer_ident(field);
        quote_spanned!(span=> &#writer(self))
    } else {
        quote_spanned!(span=> &self.#name)
    }
}

fn writer_ident(field: &Field) -> Ident {
    format_ident!("__Write_{}", field.ident.unraw())
}

/// A wrapper whose `Serialize` is the user's function.
///
/// ```text
/// struct __Write_created_at<'__event>(&'__event Event);
/// impl<'__event> Serialize for __Write_created_at<'__event> { … }
/// ```
fn writer(event: &Event, field: &Field, wire: &WireField) -> Option<TokenStream> {
    let path = wire.serialize_with.as_ref()?;
    let Event { ident, serde, .. } = event;
    let writer = writer_ident(field);
    let (_, event_generics, _) = event.generics.split_for_impl();
    let mut generics = event.generics.clone();
    generics.params.insert(0, parse_quote!('__event));
    let (struct_generics, ty_generics, struct_clause) = generics.split_for_impl();
    let serializing = generics::with_predicates(&generics, generics::serialize_bounds(event));
    let (impl_generics, _, where_clause) = serializing.split_for_impl();
    let span = located(path.span());
    let name = named_at(&field.ident, span);
    let call = quote_spanned!(span=> #path(&self.0.#name, __serializer));
    Some(quote! {
        struct #writer #struct_generics (&'__event #ident #event_generics) #struct_clause;

        #[automatically_derived]
        impl #impl_generics #serde::Serialize for #writer #ty_generics #where_clause {
            fn serialize<__S: #serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #call
            }
        }
    })
}
