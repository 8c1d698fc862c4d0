//! Stub impls for an item with errors, so that one mistake does not become an error at every use.
//!
//! They stub what the derive implements and nothing else; the bodies never run, because the crate does not compile.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, GenericParam, Generics, Path, parse_quote};

/// For what is not yet an event, be it a struct, an enum or a union.
pub(crate) fn event(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let name = &input.ident;
    let (generics, types, clause) = input.generics.split_for_impl();
    let shared = shared(input, runtime);
    quote! {
        #shared
        #[automatically_derived]
        impl #generics #runtime::ResponseEvent for #name #types #clause {
            const TYPE: &'static ::core::primitive::str = "";
        }
    }
}

/// For what is not yet a family, be it a struct, an enum or a union.
pub(crate) fn family(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let name = &input.ident;
    let (generics, types, clause) = input.generics.split_for_impl();
    let shared = shared(input, runtime);
    quote! {
        #shared
        #[automatically_derived]
        impl #generics #runtime::EventFamily for #name #types #clause {
            const TYPES: &'static [&'static ::core::primitive::str] = &[];
            fn event_type(&self) -> &::core::primitive::str {
                ::core::unreachable!()
            }
            fn position(&self) -> #runtime::Position<'_> {
                ::core::unreachable!()
            }
        }
    }
}

/// What both derives implement.
fn shared(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let name = &input.ident;
    let (generics, types, clause) = input.generics.split_for_impl();
    let with_de = with_de(&input.generics);
    let (de_generics, _, _) = with_de.split_for_impl();
    let serde = quote!(#runtime::__private::serde);
    quote! {
        #[automatically_derived]
        impl #generics #runtime::Validate for #name #types #clause {
            fn check(&self, _: &mut #runtime::Validator<'_>) {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #generics #serde::Serialize for #name #types #clause {
            fn serialize<__S: #serde::Serializer>(
                &self,
                _: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #de_generics #runtime::Decode<'__de> for #name #types #clause {
            const SHAPE: &'static #runtime::__private::Shape = &#runtime::__private::Shape::STUB;
            fn decode<__A: #runtime::__private::Source<'__de>>(
                _: &mut #runtime::__private::Members<'__de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #de_generics #serde::Deserialize<'__de> for #name #types #clause {
            fn deserialize<__D: #serde::Deserializer<'__de>>(
                _: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                ::core::unreachable!()
            }
        }
    }
}

/// The item's generics and `'__de`.
fn with_de(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let lifetime: GenericParam = parse_quote!('__de);
    generics.params.insert(0, lifetime);
    generics
}
