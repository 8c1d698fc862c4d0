//! `impl Decode`, the one function that reads the members, and `impl Deserialize` around it.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ExprPath, Generics, Ident, Index};

use super::generics;
use super::span::located;
use crate::model::{Body, Default, Event, Field, Member, Role};

/// ```text
/// let mut __item_id = None;
/// let mut __member = __members.next();
/// loop {
///     __member = match __member {
///         0 => __members.read(&mut __item_id),
///         END => break,
///         FAILED => return Err(__members.error()),
///         _ => __members.skip(),
///     };
/// }
/// __members.require(&mut __item_id, 0);
/// let (Some(__item_id),) = (__item_id,) else { return Err(__members.error()) };
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

            fn decode<__A: #runtime::__private::Source<#de>>(
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
    let Event { runtime, name, tag_aliases, .. } = event;
    let wires = event.members().map(|(_, member)| &member.wire);
    let aliases = event.members().flat_map(|(_, member)| &member.aliases);
    let unknown = match (event.flattened(), event.deny_unknown_fields) {
        (Some(_), _) => quote!(Keep),
        (None, true) => quote!(Deny),
        (None, false) => quote!(Ignore),
    };
    let (first, tags) = match &event.tag {
        Some(tag) => ("type", quote!(Event(&[#tag, #(#tag_aliases),*]))),
        None => ("", quote!(Untagged)),
    };
    quote! {
        &#runtime::__private::Shape {
            name: #name,
            fields: &[#first, #(#wires),*],
            aliases: &[#(#aliases),*],
            unknown: #runtime::__private::UnknownMembers::#unknown,
            tags: #runtime::__private::Tags::#tags,
        }
    }
}

fn body(event: &Event, reading: &Generics) -> TokenStream {
    let readers = event.members().filter_map(|(field, member)| reader(event, field, member, reading));
    let imports = imports(event);
    let slots = event.members().map(|(field, _)| slot(field));
    let read = read(event);
    let require = require(event);
    let default = container_default(event);
    let value = value(event);
    quote! {
        #(#imports)*
        #(#readers)*
        #(let mut #slots = ::core::option::Option::None;)*
        #read
        #require
        #default
        ::core::result::Result::Ok(#value)
    }
}

/// What is asked of types, and the traits that answer for those which have no answer of their own.
fn imports(event: &Event) -> impl Iterator<Item = TokenStream> {
    let runtime = &event.runtime;
    let seeds = event.members().any(|(_, member)| matches!(source(member), Source::Borrowing));
    let slots = event.members().any(|(_, member)| asks_slot(event, member));
    let seeds = seeds.then(|| quote!({Borrowing as __Borrowing, BorrowsItself as _}));
    let slots = slots.then(|| quote!({NeverAbsent as _, Slot as __Slot}));
    let names = seeds.into_iter().chain(slots);
    names.map(move |names| quote!(use #runtime::__private::#names;))
}

/// Where the value of a member comes from.
enum Source<'m> {
    /// Its own `Deserialize`.
    Itself,
    /// `#[serde(borrow)]`
    Borrowing,
    /// `#[serde(deserialize_with = "…")]`
    With(&'m ExprPath),
}

fn source(member: &Member) -> Source<'_> {
    match (&member.deserialize_with, &member.borrow) {
        (Some(path), _) => Source::With(path),
        (None, Some(_)) => Source::Borrowing,
        (None, None) => Source::Itself,
    }
}

/// Whether only the type of a member says what becomes of it when it is absent, and cannot say so by its `Deserialize`.
fn asks_slot(event: &Event, member: &Member) -> bool {
    member.deserialize_with.is_some() && has_no_default(event, member)
}

fn has_no_default(event: &Event, member: &Member) -> bool {
    matches!((&member.default, &event.default), (Default::None, Default::None))
}

/// The local variable that takes a member. It is hygienic: that of a field `members` is not the parameter `__members`.
fn slot(field: &Field) -> Ident {
    Ident::new(&format!("__{}", field.ident.unraw()), Span::mixed_site())
}

/// Reads all members into their slots.
fn read(event: &Event) -> TokenStream {
    let runtime = &event.runtime;
    let arms = arms(event);
    if event.flattened().is_some() {
        return if event.members().next().is_some() {
            quote!(let __rest = __members.flatten(&mut |__members, __member| match __member { #arms })?;)
        } else {
            quote!(let __rest = __members.flatten(&mut |__members, _| __members.skip())?;)
        };
    }
    quote! {
        let mut __member = __members.next();
        loop {
            __member = match __member {
                #runtime::__private::END => break,
                #runtime::__private::FAILED => return ::core::result::Result::Err(__members.error()),
                #arms
            };
        }
    }
}

/// Which slot takes the member at an index; an alias has an index of its own, behind all members.
fn arms(event: &Event) -> TokenStream {
    let mut alias = event.members().count();
    let arms = event.members().enumerate().map(|(index, (field, member))| {
        let aliases = alias..alias + member.aliases.len();
        alias = aliases.end;
        let indexes = std::iter::once(index).chain(aliases).map(Index::from);
        let read = read_member(event, field, member);
        quote!(#(#indexes)|* => #read,)
    });
    quote! {
        #(#arms)*
        _ => __members.skip(),
    }
}

fn read_member(event: &Event, field: &Field, member: &Member) -> TokenStream {
    let slot = slot(field);
    let span = located(field.ty.span());
    match source(member) {
        Source::Itself => quote_spanned!(span=> __members.read(&mut #slot)),
        Source::Borrowing => {
            let ty = &field.ty;
            let seed = quote_spanned!(span=> __Borrowing::<#ty>::new().member_seed());
            quote_spanned!(span=> __members.read_seed(&mut #slot, #seed))
        }
        Source::With(_) => {
            let reader = reader_ident(field);
            let parameters = (!event.generics.params.is_empty()).then(|| quote!((::core::marker::PhantomData::<Self>)));
            quote_spanned!(span=> __members.read_seed(&mut #slot, #reader #parameters))
        }
    }
}

/// Fills the slots of members that were absent, or fails, and takes the members out of their slots.
fn require(event: &Event) -> Option<TokenStream> {
    let required: Vec<_> =
        event.members().enumerate().filter(|(_, (_, member))| has_no_default(event, member)).collect();
    let fill = required.iter().map(|(index, (field, member))| {
        let (slot, index) = (slot(field), Index::from(*index));
        let span = located(field.ty.span());
        if asks_slot(event, member) {
            quote_spanned!(span=> __Slot(&mut #slot).require_member(__members, #index);)
        } else {
            quote_spanned!(span=> __members.require(&mut #slot, #index);)
        }
    });
    let slots: Vec<_> = required.iter().map(|(_, (field, _))| slot(field)).collect();
    (!slots.is_empty()).then(|| {
        quote! {
            #(#fill)*
            let (#(::core::option::Option::Some(#slots),)*) = (#(#slots,)*) else {
                return ::core::result::Result::Err(__members.error());
            };
        }
    })
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
            let fields = fields.iter().map(|field| {
                let name = &field.ident;
                let value = match &field.role {
                    Role::Member(member) => member_value(event, field, member),
                    Role::Flatten => quote!(__rest),
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

/// The value of a member, or what stands in for an absent one.
fn member_value(event: &Event, field: &Field, member: &Member) -> TokenStream {
    let (slot, name) = (slot(field), &field.ident);
    match (&member.default, &event.default) {
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

/// A seed that calls the user's function.
///
/// ```text
/// struct __Read_created_at;
/// impl<'__de> DeserializeSeed<'__de> for __Read_created_at { … }
/// ```
fn reader(event: &Event, field: &Field, member: &Member, reading: &Generics) -> Option<TokenStream> {
    let Source::With(path) = source(member) else { return None };
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
