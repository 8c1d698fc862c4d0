//! `impl Validate`: one call into the runtime crate for each rule.

use proc_macro2::{Literal as Token, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{LitStr, Path};

use super::generics;
use super::span::{located, named_at};
use crate::model::{Event, Level, Literal, Role, Rule, RuleKind};

/// ```text
/// fn check(&self, __validator: &mut Validator<'_>) {
///     use rule as __rule;
///     __rule::non_empty(&mut __validator.member("item_id"), &self.item_id);
///     if let Some(__validator) = &mut __validator.strict() {
///         __rule::base64(&mut __validator.member("image"), &self.image);
///     }
/// }
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, generics, runtime, rules, .. } = event;
    let generics = generics::with_predicates(generics, generics::validate_bounds(event));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut calls = Vec::new();
    for field in event.fields() {
        let span = located(field.ty.span());
        let name = named_at(&field.ident, span);
        let value = quote_spanned!(span=> &self.#name);
        match &field.role {
            Role::Wire(wire) => {
                calls.extend(wire.rules.iter().map(|rule| (rule.level, placed(event, rule, Some(&wire.name), &value))));
            }
            Role::Flatten { .. } => {
                let call = quote_spanned!(span=> #runtime::__private::Flattened(#value).check_flattened(__validator));
                calls.push((Level::Contract, call));
            }
            Role::HadNoType | Role::Skip { .. } => {}
        }
    }
    calls.extend(rules.iter().map(|rule| (rule.level, placed(event, rule, None, &quote!(self)))));
    let validator = if calls.is_empty() { quote!(_) } else { quote!(__validator) };
    let has_rules = !rules.is_empty() || event.wire_fields().any(|(_, wire)| !wire.rules.is_empty());
    let rules = has_rules.then(|| quote!(use #runtime::rule as __rule;));
    let no_rules = event.flattened().map(|_| quote!(use #runtime::__private::NoRules as _;));
    let statements = calls.chunk_by(|(one, _), (other, _)| one == other).map(statements);
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Validate for #ident #ty_generics #where_clause {
            fn check(&self, #validator: &mut #runtime::Validator<'_>) {
                #rules
                #no_rules
                #(#statements)*
            }
        }
    }
}

/// The calls of neighbouring rules of one level, in the order in which their violations come.
fn statements(calls: &[(Level, TokenStream)]) -> TokenStream {
    let level = calls.first().map_or(Level::Contract, |(level, _)| *level);
    let calls = calls.iter().map(|(_, call)| call);
    match level {
        Level::Contract => quote!(#(#calls;)*),
        Level::Strict => quote! {
            if let ::core::option::Option::Some(__validator) = &mut __validator.strict() {
                #(#calls;)*
            }
        },
    }
}

/// A rule on a field, or on the struct as a whole.
fn placed(event: &Event, rule: &Rule, name: Option<&LitStr>, value: &TokenStream) -> TokenStream {
    let place = name.map_or_else(|| quote!(__validator), |name| quote!(&mut __validator.member(#name)));
    call(event, rule, &place, value)
}

/// The call of one rule, with the span of the rule: an error about it stands where the user wrote it.
fn call(event: &Event, rule: &Rule, place: &TokenStream, value: &TokenStream) -> TokenStream {
    let runtime = &event.runtime;
    let span = located(rule.span);
    let (name, arguments) = match &rule.kind {
        RuleKind::Index => ("index", quote!()),
        RuleKind::NonEmpty => ("non_empty", quote!()),
        RuleKind::Len { min, max } => {
            let number = |end: Option<u64>| option(end.map(Token::u64_unsuffixed));
            let (min, max) = (number(*min), number(*max));
            ("len", quote!(, #min, #max))
        }
        RuleKind::Range { min, max } => {
            let number = |end: &Option<Literal>| option(end.map(|end| number(runtime, end)));
            let (min, max) = (number(min), number(max));
            ("range", quote!(, #min, #max))
        }
        RuleKind::Integer => ("integer", quote!()),
        RuleKind::Base64 => ("base64", quote!()),
        RuleKind::Prefix(prefix) => ("prefix", quote!(, #prefix)),
        RuleKind::OneOf(values) => ("one_of", quote!(, &[#(#values),*])),
        RuleKind::Required => ("required", quote!()),
        RuleKind::Nested => ("nested", quote!()),
        RuleKind::Each(rules) => {
            let calls = rules
                .iter()
                .map(|rule| call(event, rule, &quote!(__validator), &quote_spanned!(located(rule.span)=> __item)));
            ("each", quote!(, |__validator, __item| { #(#calls;)* }))
        }
        RuleKind::With(path) => ("with", quote!(, #path)),
    };
    let name = syn::Ident::new(name, span);
    quote_spanned!(span=> __rule::#name(#place, #value #arguments))
}

/// The value of a number literal.
pub(super) fn number(runtime: &Path, literal: Literal) -> TokenStream {
    match literal {
        Literal::Whole(value) => {
            let value = Token::i128_unsuffixed(value);
            quote!(#runtime::__private::whole(#value))
        }
        Literal::Fraction(value) => {
            let value = Token::f64_unsuffixed(value);
            quote!(#runtime::__private::fraction(#value))
        }
    }
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(::core::option::Option::None), |value| quote!(::core::option::Option::Some(#value)))
}
