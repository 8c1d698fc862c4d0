//! `impl JsonSchema`, for an item with `#[event(schema)]`: one call into the runtime crate for each field.

use proc_macro2::{Literal as Token, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Ident, Path};

use super::generics;
use super::span::{located, named_at};
use super::validate::number;
use crate::model::{Default, Event, Field, Level, Literal, Role, Rule, RuleKind, Schema, WireField};

/// ```text
/// fn json_schema(__generator: &mut SchemaGenerator) -> Schema {
///     use schema as __schema;
///     let mut __object = __schema::Object::new(__generator, &["…"]);
///     __object.tags(&["…"], true);
///     __object.field::<String>(__schema::Field { names: &["item_id"], rules: &[__schema::Rule::NonEmpty], … });
///     __object.finish()
/// }
/// ```
pub(super) fn event(event: &Event) -> Option<TokenStream> {
    let Event { ident, runtime, tag, tag_aliases, .. } = event;
    let Schema { docs } = event.schema.as_ref()?;
    let generics = if event.serialize_only || event.generics.type_params().next().is_none() {
        event.generics.clone()
    } else {
        let generics = generics::with_predicates(&event.generics, generics::deserialize_bounds(event));
        generics::reading(&generics, &generics::input_lifetime(event), generics::borrowed_lifetimes(event))
    };
    let generics = generics::with_predicates(&generics, generics::schema_bounds(event));
    let tags = tag.as_ref().map(|tag| {
        let is_required = event.had_no_type().is_none();
        quote!(__object.tags(&[#tag #(, #tag_aliases)*], #is_required);)
    });
    let default = match &event.default {
        Default::None => None,
        Default::Trait => Some(quote!(let __default: Self = ::core::default::Default::default();)),
        Default::Path(path) => Some(quote!(let __default: Self = #path();)),
    };
    let fields = event.fields().iter().filter_map(|field| match &field.role {
        Role::Wire(wire) => Some(described(event, field, wire)),
        Role::Flatten { .. } => {
            let ty = &field.ty;
            Some(quote_spanned!(located(ty.span())=> __schema::Flattened::<#ty>::NEW.describe(&mut __object);))
        }
        Role::HadNoType | Role::Skip { .. } => None,
    });
    let deny = event.deny_unknown_fields.then(|| quote!(__object.deny_unknown_fields();));
    let any = |is_it: fn(&Event, &WireField) -> bool| event.wire_fields().any(|(_, wire)| is_it(event, wire));
    let no_option = any(asks_whether_option).then(|| quote!(use #runtime::__private::schema::AlwaysRequired as _;));
    let no_default = any(has_default_value).then(|| quote!(use #runtime::__private::schema::NoDefault as _;));
    let no_flatten = event.flattened().map(|_| quote!(use #runtime::__private::schema::AlwaysFlattened as _;));
    let body = quote! {
        use #runtime::__private::schema as __schema;
        #no_option
        #no_default
        #no_flatten
        #default
        let mut __object = __schema::Object::new(__generator, &[#(#docs),*]);
        #tags
        #(#fields)*
        #deny
        __object.finish()
    };
    Some(schema_impl(runtime, ident, (&event.generics, &generics), &event.name, &body))
}

/// Writes the impl around the body of `json_schema`, for the generics of the item and those of the impl.
pub(super) fn schema_impl(
    runtime: &Path,
    ident: &Ident,
    (own, generics): (&Generics, &Generics),
    name: &str,
    body: &TokenStream,
) -> TokenStream {
    let schema = quote!(#runtime::__private::schema);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = own.split_for_impl();
    let names = parameters(own, &schema);
    quote! {
        #[automatically_derived]
        impl #impl_generics #schema::JsonSchema for #ident #ty_generics #where_clause {
            fn schema_name() -> #schema::Cow<'static, ::core::primitive::str> {
                #schema::name(#name, &[#(#names),*])
            }

            fn schema_id() -> #schema::Cow<'static, ::core::primitive::str> {
                #schema::id::<Self>()
            }

            fn json_schema(__generator: &mut #schema::SchemaGenerator) -> #schema::Schema {
                #body
            }
        }
    }
}

/// The name of the schema of each type parameter, and the value of each constant.
fn parameters(generics: &Generics, schema: &TokenStream) -> Vec<TokenStream> {
    let values = generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => {
            let ident = &parameter.ident;
            Some(quote!(<#ident as #schema::JsonSchema>::schema_name()))
        }
        GenericParam::Const(parameter) => {
            let ident = &parameter.ident;
            Some(quote!(#schema::constant(&#ident)))
        }
        GenericParam::Lifetime(_) => None,
    });
    values.collect()
}

/// Returns `true` if an object that is written may lack the field.
fn may_be_unwritten(event: &Event, wire: &WireField) -> bool {
    event.serialize_only && wire.skip_serializing_if.is_some()
}

/// Returns `true` if the type of a field says by its form whether the field is required: nothing reads it by itself.
fn asks_whether_option(event: &Event, wire: &WireField) -> bool {
    let has_no_default = matches!((&wire.default, &event.default), (Default::None, Default::None));
    let is_read_otherwise = event.serialize_only || wire.deserialize_with.is_some();
    has_no_default && is_read_otherwise && !may_be_unwritten(event, wire)
}

/// Returns `true` if an absent field has a value that can be written as JSON.
fn has_default_value(event: &Event, wire: &WireField) -> bool {
    let has_no_default = matches!((&wire.default, &event.default), (Default::None, Default::None));
    !has_no_default && wire.serialize_with.is_none() && wire.deserialize_with.is_none()
}

/// The call that describes one field.
fn described(event: &Event, field: &Field, wire: &WireField) -> TokenStream {
    let (ty, docs) = (&field.ty, &field.docs);
    let span = located(ty.span());
    let (name, aliases) = (&wire.name, &wire.aliases);
    let is_required = match (&wire.default, &event.default) {
        _ if may_be_unwritten(event, wire) => quote!(false),
        _ if asks_whether_option(event, wire) => {
            quote_spanned!(span=> __schema::Requirement::<#ty>::NEW.is_required())
        }
        (Default::None, Default::None) => quote_spanned!(span=> __schema::is_required::<#ty>()),
        _ => quote!(false),
    };
    let value = match (&wire.default, &event.default) {
        _ if !has_default_value(event, wire) => None,
        (Default::Trait, _) => Some(quote_spanned!(span=> &<#ty as ::core::default::Default>::default())),
        (Default::Path(path), _) => Some(quote_spanned!(span=> &#path())),
        (Default::None, Default::None) => None,
        (Default::None, Default::Trait | Default::Path(_)) => {
            let name = named_at(&field.ident, span);
            Some(quote_spanned!(span=> &__default.#name))
        }
    };
    let default = value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote_spanned!(span=> __schema::DefaultValue::<'_, #ty>(#value).to_json()),
    );
    let rules = rules(event, &wire.rules);
    let facts = quote! {
        __schema::Field {
            names: &[#name #(, #aliases)*],
            is_required: #is_required,
            default: #default,
            docs: &[#(#docs),*],
            rules: &[#(#rules),*],
        }
    };
    if let Some(path) = &wire.schema_with {
        quote_spanned!(span=> __object.field_with(#path, #facts);)
    } else {
        quote_spanned!(span=> __object.field::<#ty>(#facts);)
    }
}

/// The rules as data, those of the strict level in `Strict`.
fn rules(event: &Event, rules: &[Rule]) -> Vec<TokenStream> {
    let all = rules.iter().map(|rule| {
        let described = described_rule(event, rule);
        match rule.level {
            Level::Contract => described,
            Level::Strict => quote!(__schema::Rule::Strict(&#described)),
        }
    });
    all.collect()
}

fn described_rule(event: &Event, rule: &Rule) -> TokenStream {
    let runtime = &event.runtime;
    match &rule.kind {
        RuleKind::Index => quote!(__schema::Rule::Index),
        RuleKind::NonEmpty => quote!(__schema::Rule::NonEmpty),
        RuleKind::Len { min, max } => {
            let end = |end: &Option<u64>| {
                option(end.map(|end| {
                    let end = Token::u64_unsuffixed(end);
                    quote!(#end)
                }))
            };
            let (min, max) = (end(min), end(max));
            quote!(__schema::Rule::Len { min: #min, max: #max })
        }
        RuleKind::Range { min, max } => {
            let end = |end: &Option<Literal>| option(end.map(|end| number(runtime, end)));
            let (min, max) = (end(min), end(max));
            quote!(__schema::Rule::Range { min: #min, max: #max })
        }
        RuleKind::Integer => quote!(__schema::Rule::Integer),
        RuleKind::Base64 => quote!(__schema::Rule::Base64),
        RuleKind::Prefix(prefix) => quote!(__schema::Rule::Prefix(#prefix)),
        RuleKind::OneOf(values) => quote!(__schema::Rule::OneOf(&[#(#values),*])),
        RuleKind::Required => quote!(__schema::Rule::Required),
        RuleKind::Nested => quote!(__schema::Rule::Nested),
        RuleKind::Each(inner) => {
            // They have the level of `each`, which is written once.
            let inner = inner.iter().map(|rule| described_rule(event, rule));
            quote!(__schema::Rule::Each(&[#(#inner),*]))
        }
        RuleKind::With(_) => quote!(__schema::Rule::With),
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(::core::option::Option::None), |value| quote!(::core::option::Option::Some(#value)))
}
