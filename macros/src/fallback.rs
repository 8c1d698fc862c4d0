//! Stub impls for an item with errors, so that one mistake does not become an error at every use.
//!
//! They stub what the derive implements and nothing else; the bodies never run, because the crate does not compile.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields, GenericParam, Generics, Path, Type, parse_quote};

use crate::tokens::source_text;
use crate::types::{is_parameter, peeled, unboxed};

/// Stubs the impls of an event for a struct, an enum or a union that is none.
pub(crate) fn event(input: &DeriveInput, runtime: &Path, is_part: bool) -> TokenStream {
    let shared = shared(input, runtime);
    let identity = quote! {
        const TYPE: &'static ::core::primitive::str = "";
    };
    let kind = if is_part { quote!(EventPart) } else { quote!(ResponseEvent) };
    let identity = stub(&input.generics, &quote!(#runtime::#kind), &name(input), &identity);
    quote!(#shared #identity)
}

/// Stubs the impls of a family for a struct, an enum or a union that is none.
pub(crate) fn family(input: &DeriveInput, runtime: &Path, is_part: bool) -> TokenStream {
    let shared = shared(input, runtime);
    let (kind, type_of) =
        if is_part { (quote!(PartFamily), quote!(part_type)) } else { (quote!(EventFamily), quote!(event_type)) };
    let event_position = (!is_part).then(|| {
        quote! {
            fn event_position(&self) -> #runtime::EventPosition<'_> {
                ::core::unreachable!()
            }
        }
    });
    let identity = quote! {
        const TYPES: &'static [&'static ::core::primitive::str] = &[];
        fn #type_of(&self) -> &::core::primitive::str {
            ::core::unreachable!()
        }
        #event_position
    };
    let identity = stub(&input.generics, &quote!(#runtime::#kind), &name(input), &identity);
    let conversions = held_types(input).into_iter().map(|ty| conversions(input, ty));
    quote!(#shared #identity #(#conversions)*)
}

/// Stubs the schema of an item.
pub(crate) fn schema(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let schema = quote!(#runtime::__private::schema);
    let items = quote! {
        fn schema_name() -> #schema::Cow<'static, ::core::primitive::str> {
            ::core::unreachable!()
        }
        fn json_schema(_: &mut #schema::SchemaGenerator) -> #schema::Schema {
            ::core::unreachable!()
        }
    };
    stub(&input.generics, &quote!(#schema::JsonSchema), &name(input), &items)
}

/// Stubs what both derives implement.
fn shared(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let (name, generics, with_de) = (name(input), &input.generics, with_de(&input.generics));
    let serde = quote!(#runtime::__private::serde);
    let validate = quote! {
        fn check(&self, _: &mut #runtime::Validator<'_>) {
            ::core::unreachable!()
        }
    };
    let serialize = quote! {
        fn serialize<__S: #serde::Serializer>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
            ::core::unreachable!()
        }
    };
    let decode = quote! {
        const SHAPE: &'static #runtime::__private::Shape = &#runtime::__private::Shape::STUB;
        fn decode<__A: #runtime::__private::ObjectAccess<'__de>>(
            _: &mut #runtime::__private::FieldReader<'__de, __A>,
        ) -> ::core::result::Result<Self, __A::Error> {
            ::core::unreachable!()
        }
    };
    let deserialize = quote! {
        fn deserialize<__D: #serde::Deserializer<'__de>>(_: __D) -> ::core::result::Result<Self, __D::Error> {
            ::core::unreachable!()
        }
    };
    [
        stub(generics, &quote!(#runtime::Validate), &name, &validate),
        stub(generics, &quote!(#serde::Serialize), &name, &serialize),
        stub(&with_de, &quote!(#runtime::Decode<'__de>), &name, &decode),
        stub(&with_de, &quote!(#serde::Deserialize<'__de>), &name, &deserialize),
    ]
    .into_iter()
    .collect()
}

/// Stubs `From` and `TryFrom` between a family and the type in a variant.
fn conversions(input: &DeriveInput, ty: &Type) -> TokenStream {
    let (name, generics) = (name(input), &input.generics);
    let from = quote! {
        fn from(_: #ty) -> Self {
            ::core::unreachable!()
        }
    };
    let try_from = quote! {
        type Error = #name;
        fn try_from(_: #name) -> ::core::result::Result<Self, Self::Error> {
            ::core::unreachable!()
        }
    };
    let from = stub(generics, &quote!(::core::convert::From<#ty>), &name, &from);
    let try_from = stub(generics, &quote!(::core::convert::TryFrom<#name>), &quote!(#ty), &try_from);
    quote!(#from #try_from)
}

/// Returns the types that a family converts from and to: one for each variant that holds one type, each once.
fn held_types(input: &DeriveInput) -> Vec<&Type> {
    let Data::Enum(data) = &input.data else { return Vec::new() };
    let mut types: Vec<&Type> = Vec::new();
    for variant in &data.variants {
        let (Fields::Unnamed(fields), 1) = (&variant.fields, variant.fields.len()) else { continue };
        let held = fields.unnamed.iter().map(|field| unboxed(&field.ty));
        // The compiler says each time that they are named that they cannot stand there.
        let held = held.filter(|ty| !matches!(peeled(ty), Type::TraitObject(_) | Type::ImplTrait(_)));
        for ty in held.filter(|ty| !is_parameter(ty, &input.generics)) {
            if !types.iter().any(|other| source_text(other) == source_text(ty)) {
                types.push(ty);
            }
        }
    }
    types
}

/// Writes an impl of a trait for a type.
fn stub(generics: &Generics, path: &TokenStream, ty: &TokenStream, items: &TokenStream) -> TokenStream {
    let (generics, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics #path for #ty #clause {
            #items
        }
    }
}

/// Returns the item's name with its generics.
fn name(input: &DeriveInput) -> TokenStream {
    let (name, (_, generics, _)) = (&input.ident, input.generics.split_for_impl());
    quote!(#name #generics)
}

/// Returns the item's generics and `'__de`.
fn with_de(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let lifetime: GenericParam = parse_quote!('__de);
    generics.params.insert(0, lifetime);
    generics
}
