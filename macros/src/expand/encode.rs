//! `impl Serialize`: `type` first, then the members in their order.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::generics;
use super::validate::located;
use crate::model::{Event, Field, Member};

/// ```text
/// let __omit = [Presence(&self.item_id).is_none(), …];
/// let mut __encoder = Encoder::new(__serializer, "Event", Self::TYPE, &__omit)?;
/// __encoder.member("item_id", &self.item_id, __omit[0])?;
/// __encoder.end()
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, generics, runtime, serde, name, .. } = event;
    let generics = generics::with_predicates(generics, generics::serialize_bounds(event));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();

    let members: Vec<_> = event.members().collect();
    let wires: Vec<_> = members.iter().map(|(_, member)| &member.wire).collect();
    let omits: Vec<_> = members.iter().map(|(field, member)| omit(event, field, member)).collect();
    let values: Vec<_> = members.iter().map(|(field, member)| value(field, member)).collect();
    let writers = members.iter().filter_map(|(field, member)| writer(event, field, member));
    let presence = omits.iter().any(Omit::asks_presence).then(|| {
        quote! {
            #[allow(unused_imports)]
            use #runtime::__private::NeverNone as _;
        }
    });
    let omits = omits.iter().map(|Omit(tokens, _)| tokens);
    let tag = quote!(<Self as #runtime::ResponseEvent>::TYPE);
    let body = match event.flattened() {
        None => {
            let places = 0..members.len();
            quote! {
                let __omit = [#(#omits),*];
                let mut __encoder = #runtime::__private::Encoder::new(__serializer, #name, #tag, &__omit)?;
                #(__encoder.member(#wires, #values, __omit[#places])?;)*
                __encoder.end()
            }
        }
        Some(Field { ident: rest, .. }) => quote! {
            let mut __encoder = #runtime::__private::MapEncoder::new(__serializer, &[#(#wires),*], #tag)?;
            #(__encoder.member(#wires, #values, #omits)?;)*
            __encoder.flatten(&self.#rest)?;
            __encoder.end()
        },
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

/// Whether a member has nothing to write, and whether its type is asked.
struct Omit(TokenStream, bool);

impl Omit {
    fn asks_presence(&self) -> bool {
        self.1
    }
}

fn omit(event: &Event, field: &Field, member: &Member) -> Omit {
    let (runtime, name) = (&event.runtime, &field.ident);
    match (&member.skip_serializing_if, member.nullable) {
        (Some(path), _) => Omit(quote_spanned!(located(path.span())=> #path(&self.#name)), false),
        (None, Some(_)) => Omit(quote!(false), false),
        (None, None) => Omit(quote!(#runtime::__private::Presence(&self.#name).is_none()), true),
    }
}

/// What is written: the field, or a wrapper that calls the user's function.
fn value(field: &Field, member: &Member) -> TokenStream {
    let name = &field.ident;
    let span = located(field.ty.span());
    if member.serialize_with.is_some() {
        let writer = writer_ident(field);
        quote_spanned!(span=> &#writer { __event: self })
    } else {
        quote_spanned!(span=> &self.#name)
    }
}

fn writer_ident(field: &Field) -> Ident {
    format_ident!("__Write_{}", field.ident.unraw())
}

/// A wrapper whose `Serialize` is the user's function.
fn writer(event: &Event, field: &Field, member: &Member) -> Option<TokenStream> {
    let path = member.serialize_with.as_ref()?;
    let Event { ident, generics, serde, .. } = event;
    let writer = writer_ident(field);
    let name = &field.ident;
    let mut generics = generics::with_predicates(generics, generics::serialize_bounds(event));
    let (_, ty_generics, _) = event.generics.split_for_impl();
    let whole = quote!(#ident #ty_generics);
    generics.params.insert(0, syn::parse_quote!('__event));
    let predicate = syn::parse_quote!(#whole: '__event);
    let generics = generics::with_predicates(&generics, vec![predicate]);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let call = quote_spanned!(located(path.span())=> #path(&self.__event.#name, __serializer));
    Some(quote! {
        #[allow(non_camel_case_types)]
        struct #writer #impl_generics #where_clause {
            __event: &'__event #whole,
        }
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
