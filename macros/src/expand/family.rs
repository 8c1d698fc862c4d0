//! A family: its traits, each a match over the variants, and the conversions from and to its events.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, Index, Lifetime, LitStr, Type, parse_quote};

use super::generics::{mentions, mentions_lifetime, reading, type_parameters, with_predicates};
use super::schema::schema_impl;
use super::span::located;
use crate::model::{Family, FamilyKind, Schema, Variant, VariantKind};
use crate::name::unraw;
use crate::types::{boxed, is_parameter};

/// ```text
/// impl EventFamily for Family { const TYPES …  fn event_type … }
/// impl Validate for Family { … }
/// impl Serialize for Family { … }
/// impl Decode for Family { … } // unless it is only serialized
/// impl Deserialize for Family { … }
/// impl From<Event> for Family { … }
/// impl TryFrom<Family> for Event { … }
/// const _: () = { fn __assert_held() { … } };
/// const _: () = { assert_new_tags(…) };
/// impl JsonSchema for Family { … } // if it has a schema
/// ```
pub(super) fn family(family: &Family) -> TokenStream {
    let identity = identity(family);
    let validate = validate(family);
    let encode = encode(family);
    let decode = (!family.serialize_only).then(|| decode(family));
    let conversions = family.variants.iter().map(|variant| conversions(family, variant));
    let assert_held = assert_held(family);
    let distinct = (!family.serialize_only).then(|| distinct(family)).flatten();
    let schema = schema(family);
    quote!(#identity #validate #encode #decode #(#conversions)* #assert_held #distinct #schema)
}

/// The generics, where each variant's type that mentions a type parameter implements `bound`.
fn bounded(family: &Family, bound: impl Fn(&Variant) -> TokenStream) -> Generics {
    let parameters = type_parameters(&family.generics);
    bounded_where(family, |ty| mentions(ty.to_token_stream(), &parameters), bound)
}

/// The generics, where each variant's type that `depends` implements `bound`.
fn bounded_where(
    family: &Family,
    depends: impl Fn(&Type) -> bool,
    bound: impl Fn(&Variant) -> TokenStream,
) -> Generics {
    let predicates = family.variants.iter().filter(|variant| depends(&variant.ty)).map(|variant| {
        let (ty, bound) = (&variant.ty, bound(variant));
        parse_quote!(#ty: #bound)
    });
    with_predicates(&family.generics, predicates.collect())
}

/// The variants that are events or families, in their order: their places are the indexes that the decoder knows.
fn known(family: &Family) -> impl Iterator<Item = &Variant> {
    family.variants.iter().filter(|variant| variant.kind != VariantKind::Unknown)
}

fn identity(family: &Family) -> TokenStream {
    let Family { ident, runtime, .. } = family;
    let generics = bounded(family, |variant| trait_of(family, variant));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let types = types(family);
    let (identity, type_of) = match family.kind {
        FamilyKind::Events { .. } => (quote!(#runtime::EventFamily), quote!(event_type)),
        FamilyKind::Parts => (quote!(#runtime::PartFamily), quote!(part_type)),
    };
    let arms = family.variants.iter().map(|variant| {
        let name = &variant.ident;
        match variant.kind {
            VariantKind::Event => {
                let event_type = item(family, variant, Item::Type);
                quote!(Self::#name(_) => #event_type,)
            }
            VariantKind::Family | VariantKind::Unknown => {
                let event_type = item(family, variant, Item::TypeOf);
                quote!(Self::#name(__event) => #event_type(__event),)
            }
        }
    });
    let import = import(family);
    let of_events = match &family.kind {
        FamilyKind::Events { terminal, failure } => {
            let (endings, position) = (endings(terminal.as_deref(), failure.as_deref()), event_position(family));
            Some(quote!(#endings #position))
        }
        FamilyKind::Parts => None,
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #identity for #ident #ty_generics #where_clause {
            const TYPES: &'static [&'static ::core::primitive::str] = #types;

            fn #type_of(&self) -> &::core::primitive::str {
                #import
                match self {
                    #(#arms)*
                }
            }

            #of_events
        }
    }
}

/// The lists that differ from those of the Responses API.
fn endings(terminal: Option<&[LitStr]>, failure: Option<&[LitStr]>) -> TokenStream {
    let list = |name: &str, types: Option<&[LitStr]>| {
        let (name, types) = (Ident::new(name, Span::call_site()), types?);
        Some(quote!(const #name: &'static [&'static ::core::primitive::str] = &[#(#types),*];))
    };
    let (terminal, failure) = (list("TERMINAL_TYPES", terminal), list("FAILURE_TYPES", failure));
    quote!(#terminal #failure)
}

fn event_position(family: &Family) -> TokenStream {
    let (runtime, import) = (&family.runtime, import(family));
    let positions = family.variants.iter().map(|variant| {
        let (name, position) = (&variant.ident, item(family, variant, Item::Position));
        quote!(Self::#name(__event) => #position(__event),)
    });
    quote! {
        #[inline]
        fn event_position(&self) -> #runtime::EventPosition<'_> {
            #import
            match self {
                #(#positions)*
            }
        }
    }
}

fn trait_of(family: &Family, variant: &Variant) -> TokenStream {
    let runtime = &family.runtime;
    match (variant.kind, &family.kind) {
        (VariantKind::Event, FamilyKind::Events { .. }) => quote!(#runtime::ResponseEvent),
        (VariantKind::Event, FamilyKind::Parts) => quote!(#runtime::EventPart),
        (VariantKind::Family, FamilyKind::Events { .. }) => quote!(#runtime::EventFamily),
        (VariantKind::Family, FamilyKind::Parts) => quote!(#runtime::PartFamily),
        (VariantKind::Unknown, _) => quote!(::core::marker::Sized),
    }
}

/// Something that a family asks of the type in a variant.
#[derive(Clone, Copy)]
enum Item {
    /// The type of an event on the wire.
    Type,
    /// The types of a family.
    Types,
    /// The function that returns the type of a value.
    TypeOf,
    /// The function that returns the position of an event.
    Position,
    /// The function that checks the rules.
    Check,
    /// The function that writes a value.
    Serialize,
    /// The shape, to be read with.
    Shape,
    /// The function that reads a value.
    Decode,
}

/// Returns the path to an item of a variant's type.
///
/// `Held` has one for every type, so that a type that does not belong there is one error, that of [`assert_held`]. Where a
/// type parameter decides, there are bounds to ask instead.
fn item(family: &Family, variant: &Variant, item: Item) -> TokenStream {
    let (runtime, ty) = (&family.runtime, &variant.ty);
    let span = located(ty.span());
    if !is_generic(family, variant) {
        let name = match item {
            Item::Type => "TYPE",
            Item::Types => "TYPES",
            Item::TypeOf => "event_type",
            Item::Position => "event_position",
            Item::Check => "check",
            Item::Serialize => "serialize",
            Item::Shape => "SHAPE",
            Item::Decode => "decode",
        };
        let (role, name) = (role(family, variant), Ident::new(name, span));
        return quote_spanned!(span=> __Held::<#runtime::__private::#role, #ty>::#name);
    }
    let kind = trait_of(family, variant);
    match (item, &family.kind) {
        (Item::Type, _) => quote_spanned!(span=> <#ty as #kind>::TYPE),
        (Item::Types, _) => quote_spanned!(span=> <#ty as #kind>::TYPES),
        (Item::TypeOf, FamilyKind::Events { .. }) => quote_spanned!(span=> <#ty as #kind>::event_type),
        (Item::TypeOf, FamilyKind::Parts) => quote_spanned!(span=> <#ty as #kind>::part_type),
        (Item::Position, _) => quote_spanned!(span=> <#ty as #kind>::event_position),
        (Item::Check, _) => quote_spanned!(span=> <#ty as #runtime::Validate>::check),
        (Item::Serialize, _) => quote_spanned!(span=> <#ty as #runtime::__private::serde::Serialize>::serialize),
        (Item::Shape, _) => quote_spanned!(span=> <#ty as #runtime::Decode<'__de>>::SHAPE),
        (Item::Decode, _) => quote_spanned!(span=> <#ty as #runtime::Decode<'__de>>::decode),
    }
}

/// Imports what [`item`] names.
fn import(family: &Family) -> Option<TokenStream> {
    let runtime = &family.runtime;
    let needed = family.variants.iter().any(|variant| !is_generic(family, variant));
    needed.then(|| quote!(use #runtime::__private::{Held as __Held, NotHeld as _};))
}

/// Returns `true` if a type parameter decides what the type in the variant is.
fn is_generic(family: &Family, variant: &Variant) -> bool {
    variant.kind != VariantKind::Unknown && mentions(variant.ty.to_token_stream(), &type_parameters(&family.generics))
}

/// The name that `Held` has for what the variant holds.
fn role(family: &Family, variant: &Variant) -> Ident {
    let role = match (variant.kind, &family.kind) {
        (VariantKind::Event, FamilyKind::Events { .. }) => "AsEvent",
        (VariantKind::Event, FamilyKind::Parts) => "AsPart",
        (VariantKind::Family, FamilyKind::Events { .. }) => "AsFamily",
        (VariantKind::Family, FamilyKind::Parts) => "AsPartFamily",
        (VariantKind::Unknown, _) => "AsUnknown",
    };
    Ident::new(role, Span::call_site())
}

/// Asserts once for each variant that it can hold its type.
///
/// ```text
/// const _: () = {
///     fn __assert_held() {
///         use sort::*;
///         (&&&&&&&Sorter::<InProgress>::NEW).category().as_event();
///     }
/// };
/// ```
fn assert_held(family: &Family) -> Option<TokenStream> {
    let Family { generics, runtime, .. } = family;
    let checks: Vec<_> = family
        .variants
        .iter()
        // In a function of its own, `Self` is not the family; a family that holds itself is an error of the compiler.
        .filter(|variant| !mentions(variant.ty.to_token_stream(), &[Ident::new("Self", Span::call_site())]))
        .filter(|variant| !is_generic(family, variant))
        .map(|variant| {
            let (ty, span) = (&variant.ty, located(variant.ty.span()));
            let function = match (variant.kind, &family.kind) {
                (VariantKind::Event, FamilyKind::Events { .. }) => "as_event",
                (VariantKind::Event, FamilyKind::Parts) => "as_part",
                (VariantKind::Family, FamilyKind::Events { .. }) => "as_family",
                (VariantKind::Family, FamilyKind::Parts) => "as_part_family",
                (VariantKind::Unknown, _) => "as_unknown",
            };
            let function = Ident::new(function, span);
            quote_spanned!(span=> (&&&&&&&#runtime::__private::Sorter::<#ty>::NEW).category().#function();)
        })
        .collect();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    (!checks.is_empty()).then(|| {
        quote! {
            const _: () = {
                fn __assert_held #impl_generics () #where_clause {
                    use #runtime::__private::sort::*;
                    #(#checks)*
                }
            };
        }
    })
}

/// A plain list, unless it holds the lists of nested families.
fn types(family: &Family) -> TokenStream {
    let (runtime, import) = (&family.runtime, import(family));
    let nested = known(family).any(|variant| variant.kind == VariantKind::Family);
    let types = known(family).map(|variant| match variant.kind {
        VariantKind::Family => item(family, variant, Item::Types),
        VariantKind::Event | VariantKind::Unknown => {
            let event_type = item(family, variant, Item::Type);
            if nested { quote!(&[#event_type]) } else { event_type }
        }
    });
    let list = if nested {
        quote!(const { &#runtime::__private::TypeList::concat(&[#(#types),*]) }.as_slice())
    } else {
        quote!(&[#(#types),*])
    };
    quote!({ #import #list })
}

fn validate(family: &Family) -> TokenStream {
    let Family { ident, runtime, .. } = family;
    let generics = bounded(family, |_| quote!(#runtime::Validate));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let arms = family.variants.iter().map(|variant| {
        let (name, check) = (&variant.ident, item(family, variant, Item::Check));
        let check = quote_spanned!(located(variant.ty.span())=> #check(__event, __validator));
        quote!(Self::#name(__event) => #check,)
    });
    let import = import(family);
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Validate for #ident #ty_generics #where_clause {
            fn check(&self, __validator: &mut #runtime::Validator<'_>) {
                #import
                match self {
                    #(#arms)*
                }
            }
        }
    }
}

fn encode(family: &Family) -> TokenStream {
    let Family { ident, runtime, .. } = family;
    let serde = quote!(#runtime::__private::serde);
    let generics = bounded(family, |_| quote!(#serde::Serialize));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let arms = family.variants.iter().map(|variant| {
        let (name, serialize) = (&variant.ident, item(family, variant, Item::Serialize));
        let serialize = quote_spanned!(located(variant.ty.span())=> #serialize(__event, __serializer));
        quote!(Self::#name(__event) => #serialize,)
    });
    let import = import(family);
    quote! {
        #[automatically_derived]
        impl #impl_generics #serde::Serialize for #ident #ty_generics #where_clause {
            fn serialize<__S: #serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #import
                match self {
                    #(#arms)*
                }
            }
        }
    }
}

/// ```text
/// match __fields.variant()? {
///     0 => <InProgress as Decode<'__de>>::decode(__fields).map(Self::InProgress),
///     _ => <UnknownEvent as Decode<'__de>>::decode(__fields).map(Self::Unknown),
/// }
/// ```
fn decode(family: &Family) -> TokenStream {
    let Family { ident, runtime, .. } = family;
    let serde = quote!(#runtime::__private::serde);
    let de = Lifetime::new("'__de", Span::call_site());
    let parameters = type_parameters(&family.generics);
    // Only an event with a lifetime knows whether the input must live that long.
    let depends = |ty: &Type| mentions(ty.to_token_stream(), &parameters) || mentions_lifetime(ty.to_token_stream());
    let generics = bounded_where(family, depends, |_| quote!(#runtime::Decode<#de>));
    let generics = reading(&generics, &de, []);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = family.generics.split_for_impl();
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let shapes = known(family).map(|variant| item(family, variant, Item::Shape));
    let import = import(family);
    let keeps_unknown = family.variants.iter().any(|variant| variant.kind == VariantKind::Unknown);
    let read = |variant: &Variant| {
        let (name, decode) = (&variant.ident, item(family, variant, Item::Decode));
        let decode = quote_spanned!(located(variant.ty.span())=> #decode(__fields));
        quote!(#decode.map(Self::#name))
    };
    let arms = known(family).enumerate().map(|(index, variant)| {
        let (index, read) = (Index::from(index), read(variant));
        quote!(#index => #read,)
    });
    let unknown = family.variants.iter().find(|variant| variant.kind == VariantKind::Unknown);
    let other = if let Some(variant) = unknown {
        read(variant)
    } else {
        quote!(::core::result::Result::Err(__fields.no_variant()))
    };
    let mut marked =
        known(family).enumerate().filter_map(|(index, variant)| Some((index, variant, variant.without_type.as_ref()?)));
    let (without_type, may_lack_type) = match marked.next() {
        None => (quote!(None), None),
        Some((index, variant, field)) => {
            let (index, ty) = (Index::from(index), &variant.ty);
            let without_type = quote!(Some(#runtime::__private::WithoutType { variant: #index, field: #field }));
            let assert = quote_spanned!(located(ty.span())=> #runtime::__private::assert_may_lack_type::<#ty>(););
            (without_type, Some(assert))
        }
    };
    let endings = match &family.kind {
        FamilyKind::Events { terminal: None, failure: None } => {
            quote!(Some(#runtime::__private::Endings::RESPONSES_API))
        }
        FamilyKind::Events { terminal, failure } => {
            let list = |name: &str, types: &Option<Vec<LitStr>>| {
                let default = Ident::new(name, Span::call_site());
                let default = quote!(#runtime::__private::Endings::RESPONSES_API.#default);
                types.as_ref().map_or(default, |types| quote!(&[#(#types),*]))
            };
            let (terminal, failure) = (list("terminal", terminal), list("failure", failure));
            quote!(Some(&#runtime::__private::Endings { terminal: #terminal, failure: #failure }))
        }
        FamilyKind::Parts => quote!(None),
    };
    let distinct = has_parameters(&family.generics).then(|| {
        let checks = distinct_checks(family, &quote!(<Self as #runtime::Decode<#de>>::SHAPE));
        quote!(const { #checks })
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Decode<#de> for #ident #ty_generics #where_clause {
            const SHAPE: &'static #runtime::__private::Shape = &#runtime::__private::Shape {
                name: #name,
                names: #runtime::__private::Names::new(&[]),
                len: 0,
                aliases: &[],
                may_lack_type: false,
                order: #runtime::__private::FieldOrder::TypeFirst,
                unknown: #runtime::__private::UnknownFields::Ignore,
                tags: #runtime::__private::Tags::Family {
                    variants: {
                        #import
                        &#runtime::__private::Variants::new([#(#shapes),*])
                    },
                    keeps_unknown: #keeps_unknown,
                    without_type: ::core::option::Option::#without_type,
                },
                endings: ::core::option::Option::#endings,
            };

            fn decode<__A: #runtime::__private::ObjectAccess<#de>>(
                __fields: &mut #runtime::__private::FieldReader<#de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                #import
                #distinct
                #may_lack_type
                match __fields.variant()? {
                    #(#arms)*
                    _ => #other,
                }
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

/// ```text
/// let mut __family = Family::new(__generator, &["…"], <Self as Decode<'__de>>::SHAPE);
/// __family.variant::<InProgress>();
/// __family.finish()
/// ```
fn schema(family: &Family) -> Option<TokenStream> {
    let Family { ident, runtime, .. } = family;
    let Schema { docs } = family.schema.as_ref()?;
    let schema = quote!(#runtime::__private::schema);
    let de = Lifetime::new("'__de", Span::call_site());
    let parameters = type_parameters(&family.generics);
    let (generics, types) = if family.serialize_only {
        let generics = bounded(family, |variant| {
            let kind = trait_of(family, variant);
            quote!(#kind + #schema::JsonSchema)
        });
        (generics, types(family))
    } else {
        let depends =
            |ty: &Type| mentions(ty.to_token_stream(), &parameters) || mentions_lifetime(ty.to_token_stream());
        let generics = bounded_where(family, depends, |_| quote!(#runtime::Decode<#de> + #schema::JsonSchema));
        (reading(&generics, &de, []), quote!(<Self as #runtime::Decode<#de>>::SHAPE))
    };
    let calls = known(family).map(|variant| {
        let ty = &variant.ty;
        quote_spanned!(located(ty.span())=> __family.variant::<#ty>();)
    });
    let keeps_unknown = family.variants.iter().any(|variant| variant.kind == VariantKind::Unknown);
    let new = if family.serialize_only {
        quote!(#schema::Family::of_written(__generator, &[#(#docs),*], #types, #keeps_unknown))
    } else {
        quote!(#schema::Family::new(__generator, &[#(#docs),*], #types))
    };
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let body = quote! {
        let mut __family = #new;
        #(#calls)*
        __family.finish()
    };
    Some(schema_impl(runtime, ident, (&family.generics, &generics), &name, &body))
}

/// `From` and `TryFrom`, unless the type is a parameter: those would be for every type.
fn conversions(family: &Family, variant: &Variant) -> Option<TokenStream> {
    let Family { ident, generics, runtime, .. } = family;
    let inner = boxed(&variant.ty);
    let ty = inner.unwrap_or(&variant.ty);
    if is_parameter(ty, generics) {
        return None;
    }
    let name = &variant.ident;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let (make, take) = match inner {
        Some(_) => (quote!(#runtime::__private::Box::new(__event)), quote!(*__event)),
        None => (quote!(__event), quote!(__event)),
    };
    let other = (family.variants.len() > 1).then(|| quote!(__other => ::core::result::Result::Err(__other),));
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ty> for #ident #ty_generics #where_clause {
            fn from(__event: #ty) -> Self {
                Self::#name(#make)
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::convert::TryFrom<#ident #ty_generics> for #ty #where_clause {
            type Error = #ident #ty_generics;

            fn try_from(__family: #ident #ty_generics) -> ::core::result::Result<Self, Self::Error> {
                match __family {
                    #ident::#name(__event) => ::core::result::Result::Ok(#take),
                    #other
                }
            }
        }
    })
}

/// Two variants with one tag do not compile. With type parameters that shows only where the family is used: before, the
/// tags are not known.
fn distinct(family: &Family) -> Option<TokenStream> {
    let Family { ident, generics, runtime, .. } = family;
    if has_parameters(generics) {
        return None;
    }
    let lifetimes = generics.lifetimes().map(|_| quote!('static));
    let role = Ident::new(
        match family.kind {
            FamilyKind::Events { .. } => "AsFamily",
            FamilyKind::Parts => "AsPartFamily",
        },
        Span::call_site(),
    );
    // An event with a lifetime is a bound of the family's impl: if it is no event, the family has no shape.
    let shape = quote!({
        use #runtime::__private::{Held as __Held, NotHeld as _};
        __Held::<#runtime::__private::#role, #ident<#(#lifetimes),*>>::SHAPE
    });
    let checks = distinct_checks(family, &shape);
    Some(quote! {
        // Each variant with each: more steps than the compiler takes for granted where there are hundreds.
        #[allow(long_running_const_eval)]
        const _: () = { #checks };
    })
}

/// Returns `true` if there are parameters besides lifetimes.
fn has_parameters(generics: &Generics) -> bool {
    generics.type_params().next().is_some() || generics.const_params().next().is_some()
}

fn distinct_checks(family: &Family, shape: &TokenStream) -> TokenStream {
    let checks = known(family).enumerate().skip(1).map(|(index, variant)| {
        let index = Index::from(index);
        let span = located(variant.ident.span());
        quote_spanned!(span=> __shape.assert_new_tags(__names, #index);)
    });
    let fields = known(family).filter_map(|variant| variant.without_type.as_ref());
    let fields = fields.map(|field| quote_spanned!(located(field.span())=> __shape.assert_field_without_type();));
    let names = known(family).map(|variant| unraw(&variant.ident));
    quote! {
        let __shape = #shape;
        let __names: &[&::core::primitive::str] = &[#(#names),*];
        #(#checks)*
        #(#fields)*
    }
}
