//! `impl Decode`, the one function that reads the fields, and `impl Deserialize` around it.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ExprPath, GenericParam, Generics, Ident, Index, parse_quote};

use super::generics;
use super::span::located;
use crate::model::{Body, Default, Event, Field, Role, WireField};

/// ```text
/// let mut __item_id = None;
/// __fields.read_all(&mut [slot(&mut __item_id)])?;
/// __fields.require(&mut __item_id, 0);
/// let (Some(__item_id),) = (__item_id,) else { return Err(__fields.error()) };
/// Ok(Self { item_id: __item_id })
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, runtime, serde, .. } = event;
    let de = generics::input_lifetime(event);
    let generics = generics::with_predicates(&event.generics, generics::deserialize_bounds(event));
    let generics = generics::reading(&generics, &de, generics::borrowed_lifetimes(event));
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = event.generics.split_for_impl();
    let shape = shape(event);
    let body = body(event, &generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Decode<#de> for #ident #ty_generics #where_clause {
            const SHAPE: &'static #runtime::__private::Shape = #shape;

            fn decode<__A: #runtime::__private::ObjectAccess<#de>>(
                __fields: &mut #runtime::__private::FieldReader<#de, __A>,
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
    let Event { runtime, name, tag_aliases, .. } = event;
    let names = event.wire_fields().map(|(_, wire)| &wire.name);
    let aliases = event.wire_fields().flat_map(|(_, wire)| &wire.aliases);
    let len = Index::from(event.wire_fields().count());
    let of_aliases =
        event.wire_fields().enumerate().flat_map(|(index, (_, wire))| wire.aliases.iter().map(move |_| index));
    let of_aliases = of_aliases.map(Index::from);
    let may_lack_type = event.had_no_type().is_some();
    let unknown = match (event.flattened(), event.deny_unknown_fields) {
        (Some(rest), _) => {
            let ty = &rest.ty;
            quote! {{
                use #runtime::__private::ReadsRest as _;
                #runtime::__private::Rest::<#ty>::UNKNOWN
            }}
        }
        (None, true) => quote!(#runtime::__private::UnknownFields::Deny),
        (None, false) => quote!(#runtime::__private::UnknownFields::Ignore),
    };
    let endings = if event.is_part {
        quote!(::core::option::Option::None)
    } else {
        quote!(::core::option::Option::Some(#runtime::__private::Endings::RESPONSES_API))
    };
    let (first, tags) = match &event.tag {
        Some(tag) => ("type", quote!(Event(&[#tag, #(#tag_aliases),*]))),
        None => ("", quote!(Untagged)),
    };
    quote! {
        &#runtime::__private::Shape {
            name: #name,
            names: #runtime::__private::Names::new(&[#first, #(#names,)* #(#aliases),*]),
            len: #len,
            aliases: &[#(#of_aliases),*],
            may_lack_type: #may_lack_type,
            order: #runtime::__private::FieldOrder::Any,
            unknown: #unknown,
            tags: #runtime::__private::Tags::#tags,
            endings: #endings,
        }
    }
}

fn body(event: &Event, reading: &Generics) -> TokenStream {
    let readers = event.wire_fields().filter_map(|(field, wire)| {
        reader(event, field, wire, reading).or_else(|| reader_of_unborrowed(event, field, wire, reading))
    });
    let imports = imports(event);
    let slots = event.wire_fields().map(|(field, _)| slot(field));
    let read = read(event);
    let require = require(event);
    let default = container_default(event);
    let value = value(event);
    let result = if let Some(path) = &event.accept {
        quote_spanned!(located(path.span())=> __fields.accept(#value, #path))
    } else {
        quote!(::core::result::Result::Ok(#value))
    };
    quote! {
        #(#imports)*
        #(#readers)*
        #(let mut #slots = ::core::option::Option::None;)*
        #read
        #require
        #default
        #result
    }
}

/// Imports the probes of a type, and the traits that answer for the types without an answer of their own.
fn imports(event: &Event) -> impl Iterator<Item = TokenStream> {
    let runtime = &event.runtime;
    let seeds = event.wire_fields().any(|(_, wire)| matches!(source(wire), ValueSource::Borrowing));
    let slots = event.wire_fields().any(|(_, wire)| asks_slot(event, wire));
    let seeds = seeds.then(|| quote!({Borrowing as __Borrowing, BorrowsItself as _}));
    let slots = slots.then(|| quote!({Absence as __Absence, NeverAbsent as _}));
    let rest = event.flattened().map(|_| quote!({ReadsRest as _, Rest as __Rest}));
    let names = seeds.into_iter().chain(slots).chain(rest);
    names.map(move |names| quote!(use #runtime::__private::#names;))
}

/// The source of a field's value.
enum ValueSource<'m> {
    /// Its own `Deserialize`.
    Itself,
    /// `#[serde(borrow)]`
    Borrowing,
    /// `#[serde(deserialize_with = "…")]`
    With(&'m ExprPath),
}

fn source(wire: &WireField) -> ValueSource<'_> {
    match (&wire.deserialize_with, &wire.borrow) {
        (Some(path), _) => ValueSource::With(path),
        (None, Some(_)) => ValueSource::Borrowing,
        (None, None) => ValueSource::Itself,
    }
}

/// Returns `true` if the type of a field decides whether it may be absent, but its `Deserialize` is not used.
fn asks_slot(event: &Event, wire: &WireField) -> bool {
    wire.deserialize_with.is_some() && has_no_default(event, wire)
}

fn has_no_default(event: &Event, wire: &WireField) -> bool {
    matches!((&wire.default, &event.default), (Default::None, Default::None))
}

/// The local variable that takes a field. It is hygienic: that of a field `members` is not the parameter `__fields`.
fn slot(field: &Field) -> Ident {
    Ident::new(&format!("__{}", field.ident.unraw()), Span::mixed_site())
}

/// Reads all fields into their slots.
fn read(event: &Event) -> TokenStream {
    let slots = event.wire_fields().map(|(field, wire)| slot_of(event, field, wire));
    let slots = quote!(&mut [#(#slots),*]);
    let Some(rest) = event.flattened() else { return quote!(__fields.read_all(#slots)?;) };
    let ty = &rest.ty;
    let read = quote_spanned!(located(ty.span())=> __Rest::<#ty>::read_rest);
    quote!(let __rest = #read(__fields, #slots)?;)
}

/// The slot of a field, which reads its value.
fn slot_of(event: &Event, field: &Field, wire: &WireField) -> TokenStream {
    let runtime = &event.runtime;
    let slot = slot(field);
    let span = located(field.ty.span());
    let seed = match source(wire) {
        ValueSource::Itself if is_unborrowed(event, field, wire) => {
            let reader = unborrowed_ident(event, field, span);
            let read = quote_spanned!(span=> #reader(__fields, __slot, ::core::option::Option::None));
            let de = generics::input_lifetime(event);
            return quote! {
                &mut #runtime::__private::SlotBy::new(
                    &mut #slot,
                    |__fields: &mut #runtime::__private::FieldReader<#de, __A>, __slot| #read,
                )
            };
        }
        ValueSource::Itself => return quote_spanned!(span=> #runtime::__private::slot(&mut #slot)),
        ValueSource::Borrowing => {
            let ty = &field.ty;
            quote_spanned!(span=> __Borrowing::<#ty>::new().member_seed())
        }
        ValueSource::With(_) => {
            let reader = reader_ident(field);
            let parameters = (!event.generics.params.is_empty()).then(|| quote!((::core::marker::PhantomData::<Self>)));
            quote_spanned!(span=> #reader #parameters)
        }
    };
    quote_spanned!(span=> &mut #runtime::__private::SeedSlot::new(&mut #slot, || #seed))
}

/// Fills the slots of fields that were absent, or fails, and takes the fields out of their slots.
fn require(event: &Event) -> Option<TokenStream> {
    let required: Vec<_> =
        event.wire_fields().enumerate().filter(|(_, (_, wire))| has_no_default(event, wire)).collect();
    let fill = required.iter().map(|(index, (field, wire))| {
        let (slot, index) = (slot(field), Index::from(*index));
        let span = located(field.ty.span());
        if asks_slot(event, wire) {
            quote_spanned!(span=> __Absence(&mut #slot).require_member(__fields, #index);)
        } else if is_unborrowed(event, field, wire) {
            let reader = unborrowed_ident(event, field, span);
            quote_spanned!(span=> #reader(__fields, &mut #slot, ::core::option::Option::Some(#index))?;)
        } else {
            quote_spanned!(span=> __fields.require(&mut #slot, #index);)
        }
    });
    let slots: Vec<_> = required.iter().map(|(_, (field, _))| slot(field)).collect();
    (!slots.is_empty()).then(|| {
        quote! {
            #(#fill)*
            let (#(::core::option::Option::Some(#slots),)*) = (#(#slots,)*) else {
                return ::core::result::Result::Err(__fields.error());
            };
        }
    })
}

/// `#[serde(default)]` on the struct: the fields of one value stand in for absent fields.
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
            let fields = fields.iter().map(|field| {
                let name = &field.ident;
                let value = match &field.role {
                    Role::Wire(wire) => field_value(event, field, wire),
                    Role::Flatten { .. } => quote!(__rest),
                    Role::HadNoType => quote!(__fields.had_no_type()),
                    Role::Skip { default } => skipped_value(event, field, default),
                };
                quote!(#name: #value)
            });
            quote!(Self { #(#fields),* })
        }
    }
}

fn skipped_value(event: &Event, field: &Field, default: &Default) -> TokenStream {
    let name = &field.ident;
    match (default, &event.default) {
        (Default::Path(path), _) => quote_spanned!(located(path.span())=> #path()),
        (Default::None, Default::Trait | Default::Path(_)) => quote!(__default.#name),
        (Default::Trait, _) | (Default::None, Default::None) => {
            quote_spanned!(located(field.ty.span())=> ::core::default::Default::default())
        }
    }
}

/// The value of a field, or what stands in for an absent one.
fn field_value(event: &Event, field: &Field, wire: &WireField) -> TokenStream {
    let (slot, name) = (slot(field), &field.ident);
    match (&wire.default, &event.default) {
        (Default::Trait, _) => quote_spanned!(located(field.ty.span())=> #slot.unwrap_or_default()),
        // A closure: an error about the type of its body stands at the path.
        (Default::Path(path), _) => {
            let default = quote_spanned!(located(path.span())=> #path());
            quote!(#slot.unwrap_or_else(|| #default))
        }
        (Default::None, Default::Trait | Default::Path(_)) => quote!(#slot.unwrap_or(__default.#name)),
        (Default::None, Default::None) => quote!(#slot),
    }
}

fn reader_ident(field: &Field) -> Ident {
    format_ident!("__Read_{}", field.ident.unraw())
}

/// Returns `true` if the type of a field names a lifetime that is not known to be borrowed. The compiler then decides
/// whether the type borrows after all.
fn is_unborrowed(event: &Event, field: &Field, wire: &WireField) -> bool {
    let own = matches!(source(wire), ValueSource::Itself);
    own && generics::mentions_other_lifetime(field.ty.to_token_stream(), &generics::borrowed_lifetimes(event))
}

/// The function of such a field, with the type parameters.
fn unborrowed_ident(event: &Event, field: &Field, span: Span) -> TokenStream {
    let mut name = format_ident!("__read_{}", field.ident.unraw());
    name.set_span(span);
    let types = event.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
    });
    let types: Vec<_> = types.collect();
    if types.is_empty() { quote!(#name) } else { quote!(#name::<#(#types,)* __A>) }
}

/// A function of its own for such a field: the compiler reports in each function one lifetime that is too short, and here it
/// does so at the type of the field.
///
/// ```text
/// fn __read_delta(__fields: …, __slot: &mut Option<Delta<'a>>, __absent: Option<usize>) -> Result<(), __A::Error> { … }
/// ```
fn reader_of_unborrowed(event: &Event, field: &Field, wire: &WireField, reading: &Generics) -> Option<TokenStream> {
    if !is_unborrowed(event, field, wire) {
        return None;
    }
    let (runtime, ty, span) = (&event.runtime, &field.ty, located(field.ty.span()));
    let de = generics::input_lifetime(event);
    let mut generics = reading.clone();
    generics.params.push(parse_quote!(__A: #runtime::__private::ObjectAccess<#de>));
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let name = format_ident!("__read_{}", field.ident.unraw());
    let read = quote_spanned!(span=> __fields.read(__slot, ::core::marker::PhantomData::<#ty>));
    let body = if has_no_default(event, wire) {
        let require = quote_spanned!(span=> __fields.require::<#ty>(__slot, __index));
        quote! {
            match __absent {
                ::core::option::Option::None => #read,
                ::core::option::Option::Some(__index) => {
                    #require;
                    ::core::result::Result::Ok(())
                }
            }
        }
    } else {
        read
    };
    let absent = if has_no_default(event, wire) { quote!(__absent) } else { quote!(_) };
    Some(quote! {
        fn #name #impl_generics (
            __fields: &mut #runtime::__private::FieldReader<#de, __A>,
            __slot: &mut ::core::option::Option<#ty>,
            #absent: ::core::option::Option<::core::primitive::usize>,
        ) -> ::core::result::Result<(), __A::Error> #where_clause {
            #body
        }
    })
}

/// A seed that calls the user's function.
///
/// ```text
/// struct __Read_created_at;
/// impl<'__de> DeserializeSeed<'__de> for __Read_created_at { … }
/// ```
fn reader(event: &Event, field: &Field, wire: &WireField, reading: &Generics) -> Option<TokenStream> {
    let ValueSource::With(path) = source(wire) else { return None };
    let Event { ident, generics, serde, .. } = event;
    let (reader, ty) = (reader_ident(field), &field.ty);
    let de = generics::input_lifetime(event);
    let (struct_generics, ty_generics, struct_clause) = generics.split_for_impl();
    let (impl_generics, _, where_clause) = reading.split_for_impl();
    // Its fields only use the parameters.
    let fields = (!generics.params.is_empty()).then(|| quote!((::core::marker::PhantomData<#ident #ty_generics>)));
    let call = quote_spanned!(located(path.span())=> #path(__deserializer));
    Some(quote! {
        struct #reader #struct_generics #fields #struct_clause;

        #[automatically_derived]
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
