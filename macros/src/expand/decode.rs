//! `impl Decode`, the one function that reads the members, and `impl Deserialize` around it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::generics;
use super::validate::located;
use crate::model::{Body, Default, Event, Field, Member, Role};

/// ```text
/// let mut __item_id = None;
/// while let Some(__member) = __members.next()? {
///     match __member {
///         0 => __members.read(&mut __item_id),
///         _ => __members.skip(),
///     }?;
/// }
/// Ok(Self { item_id: __members.require(__item_id, 0)? })
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, runtime, serde, .. } = event;
    let de = generics::input_lifetime();
    let generics = generics::with_predicates(&event.generics, generics::deserialize_bounds(event));
    let generics = generics::reading(&generics, generics::borrowed_lifetimes(event));
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = event.generics.split_for_impl();
    let shape = shape(event);
    let body = body(event, &generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Decode<#de> for #ident #ty_generics #where_clause {
            const SHAPE: &'static #runtime::__private::Shape = #shape;

            fn decode<__A: #serde::de::MapAccess<#de>>(
                __members: &mut #runtime::__private::Members<#de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                #body
            }
        }

        #[automatically_derived]
        impl #impl_generics #serde::Deserialize<#de> for #ident #ty_generics #where_clause {
            fn deserialize<__D: #serde::Deserializer<#de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                #runtime::__private::deserialize(__deserializer)
            }
        }
    }
}

/// The names and tags, as a constant.
fn shape(event: &Event) -> TokenStream {
    let Event { runtime, name, tag, tag_aliases, .. } = event;
    let wires = event.members().map(|(_, member)| &member.wire);
    let aliases = event.members().flat_map(|(_, member)| &member.aliases);
    let unknown = match (event.flattened(), event.deny_unknown_fields) {
        (Some(_), _) => quote!(Keep),
        (None, true) => quote!(Deny),
        (None, false) => quote!(Ignore),
    };
    quote! {
        &#runtime::__private::Shape {
            name: #name,
            fields: &["type", #(#wires),*],
            aliases: &[#(#aliases),*],
            unknown: #runtime::__private::UnknownMembers::#unknown,
            tags: #runtime::__private::Tags::Event(&[#tag, #(#tag_aliases),*]),
        }
    }
}

fn body(event: &Event, reading: &Generics) -> TokenStream {
    let readers = event.members().filter_map(|(field, member)| reader(event, field, member, reading));
    let slots: Vec<_> = event.members().map(|(field, _)| slot(field)).collect();
    let declared = slots.iter().map(|slot| quote!(let mut #slot = ::core::option::Option::None;));
    let dispatch = dispatch(event);
    let rest = event.flattened().map(|_| quote!(let __rest =));
    let read = match event.flattened() {
        Some(_) => quote!(__members.flatten(&mut |__members, __member| #dispatch)?;),
        None => quote! {
            while let ::core::option::Option::Some(__member) = __members.next()? {
                #dispatch?;
            }
        },
    };
    let default = container_default(event);
    let value = value(event);
    quote! {
        #(#readers)*
        #(#declared)*
        #rest #read
        #default
        ::core::result::Result::Ok(#value)
    }
}

fn slot(field: &Field) -> Ident {
    format_ident!("__{}", field.ident.unraw())
}

/// Which slot takes the member at an index; an alias has an index of its own, behind all members.
fn dispatch(event: &Event) -> TokenStream {
    let mut alias = event.members().count();
    let arms = event.members().enumerate().map(|(index, (field, member))| {
        let aliases = alias..alias + member.aliases.len();
        alias = aliases.end;
        let indexes = std::iter::once(index).chain(aliases);
        let slot = slot(field);
        let span = located(field.ty.span());
        let read = if member.deserialize_with.is_some() {
            let reader = reader_ident(field);
            quote_spanned!(span=> __members.read_seed(&mut #slot, #reader(::core::marker::PhantomData)))
        } else if member.borrow.is_some() {
            let (runtime, ty) = (&event.runtime, &field.ty);
            let seed = quote_spanned!(span=> #runtime::__private::Borrowing::<#ty>::new().seed());
            quote_spanned!(span=> __members.read_seed(&mut #slot, {
                #[allow(unused_imports)]
                use #runtime::__private::BorrowsItself as _;
                #seed
            }))
        } else {
            quote_spanned!(span=> __members.read(&mut #slot))
        };
        quote!(#(#indexes)|* => #read,)
    });
    quote! {
        match __member {
            #(#arms)*
            _ => __members.skip(),
        }
    }
}

/// `#[serde(default)]` on the struct: the fields of one value stand in for absent members.
fn container_default(event: &Event) -> Option<TokenStream> {
    let value = match &event.default {
        Default::None => return None,
        Default::Trait => quote!(::core::default::Default::default()),
        Default::Path(path) => quote_spanned!(located(path.span())=> #path()),
    };
    Some(quote!(let __default: Self = #value;))
}

fn value(event: &Event) -> TokenStream {
    match &event.body {
        Body::Unit => quote!(Self),
        Body::Named(fields) => {
            let mut index = 0;
            let fields = fields.iter().map(|field| {
                let name = &field.ident;
                let value = match &field.role {
                    Role::Member(member) => {
                        let value = member_value(event, field, member, index);
                        index += 1;
                        value
                    }
                    Role::Flatten => quote!(__rest),
                    Role::Skip { default } => absent(field, default),
                };
                quote!(#name: #value)
            });
            quote!(Self { #(#fields),* })
        }
    }
}

/// What a field gets if no member fills it, where that is known.
fn absent(field: &Field, default: &Default) -> TokenStream {
    match default {
        Default::None | Default::Trait => {
            quote_spanned!(located(field.ty.span())=> ::core::default::Default::default())
        }
        Default::Path(path) => quote_spanned!(located(path.span())=> #path()),
    }
}

fn member_value(event: &Event, field: &Field, member: &Member, index: usize) -> TokenStream {
    let (slot, name) = (slot(field), &field.ident);
    let span = located(field.ty.span());
    let absent = match (&member.default, &event.default) {
        (Default::Trait | Default::Path(_), _) => absent(field, &member.default),
        (Default::None, Default::Trait | Default::Path(_)) => quote!(__default.#name),
        (Default::None, Default::None) if member.deserialize_with.is_some() => {
            return quote_spanned!(span=> __members.require_seed(#slot, #index)?);
        }
        (Default::None, Default::None) => return quote_spanned!(span=> __members.require(#slot, #index)?),
    };
    quote! {
        match #slot {
            ::core::option::Option::Some(__value) => __value,
            ::core::option::Option::None => #absent,
        }
    }
}

fn reader_ident(field: &Field) -> Ident {
    format_ident!("__Read_{}", field.ident.unraw())
}

/// A seed that calls the user's function.
fn reader(event: &Event, field: &Field, member: &Member, generics: &Generics) -> Option<TokenStream> {
    let path = member.deserialize_with.as_ref()?;
    let Event { ident, serde, .. } = event;
    let (reader, ty) = (reader_ident(field), &field.ty);
    let de = generics::input_lifetime();
    let (_, event_generics, _) = event.generics.split_for_impl();
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let call = quote_spanned!(located(path.span())=> #path(__deserializer));
    Some(quote! {
        #[allow(non_camel_case_types)]
        struct #reader #impl_generics (
            ::core::marker::PhantomData<(&#de (), #ident #event_generics)>
        ) #where_clause;
        impl #impl_generics #serde::de::DeserializeSeed<#de> for #reader #ty_generics #where_clause {
            type Value = #ty;

            fn deserialize<__D: #serde::Deserializer<#de>>(
                self,
                __deserializer: __D,
            ) -> ::core::result::Result<#ty, __D::Error> {
                #call
            }
        }
    })
}
