//! `impl Validate`: one call into the runtime crate for each rule.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;
use syn::spanned::Spanned;

use super::generics;
use crate::model::{Event, Level, Literal, Role, Rule, RuleKind};

/// ```text
/// fn check(&self, __validator: &mut Validator<'_>) {
///     rule::non_empty(&mut __validator.member("item_id"), &self.item_id);
///     if let Some(mut __validator) = __validator.strict() { rule::base64(…); }
/// }
/// ```
pub(super) fn event(event: &Event) -> TokenStream {
    let Event { ident, generics, runtime, rules, .. } = event;
    let generics = generics::with_predicates(generics, generics::validate_bounds(event));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut statements = Vec::new();
    for field in event.fields() {
        let Role::Member(member) = &field.role else { continue };
        let name = &field.ident;
        let value = quote_spanned!(located(field.ty.span())=> &self.#name);
        statements.extend(member.rules.iter().map(|rule| statement(event, rule, Some(&member.wire), &value)));
    }
    statements.extend(rules.iter().map(|rule| statement(event, rule, None, &quote!(self))));
    let validator = if statements.is_empty() { quote!(_) } else { quote!(__validator) };
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Validate for #ident #ty_generics #where_clause {
            fn check(&self, #validator: &mut #runtime::Validator<'_>) {
                #(#statements)*
            }
        }
    }
}

/// A rule on a member, or on the struct as a whole.
fn statement(event: &Event, rule: &Rule, member: Option<&LitStr>, value: &TokenStream) -> TokenStream {
    let place = match (member, rule.level) {
        (Some(wire), _) => quote!(&mut __validator.member(#wire)),
        (None, Level::Contract) => quote!(__validator),
        (None, Level::Strict) => quote!(&mut __validator),
    };
    let call = call(event, rule, &place, value);
    match rule.level {
        Level::Contract => quote!(#call;),
        Level::Strict => quote! {
            if let ::core::option::Option::Some(mut __validator) = __validator.strict() {
                #call;
            }
        },
    }
}

/// The call of one rule, with the span of the rule: an error about it stands where the user wrote it.
fn call(event: &Event, rule: &Rule, place: &TokenStream, value: &TokenStream) -> TokenStream {
    let runtime = &event.runtime;
    let span = located(rule.span);
    let (name, arguments) = match &rule.kind {
        RuleKind::Index => ("index", quote!()),
        RuleKind::NonEmpty => ("non_empty", quote!()),
        RuleKind::Len { min, max } => {
            let (min, max) = (option(min.map(|min| quote!(#min))), option(max.map(|max| quote!(#max))));
            ("len", quote!(, #min, #max))
        }
        RuleKind::Range { min, max } => {
            let number = |end: &Option<Literal>| {
                option(end.map(|end| match end {
                    Literal::Whole(value) => quote!(#runtime::__private::whole(#value)),
                    Literal::Fraction(value) => quote!(#runtime::__private::fraction(#value)),
                }))
            };
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
            let calls = rules.iter().map(|rule| call(event, rule, &quote!(__validator), &quote!(__item)));
            ("each", quote!(, |__validator, __item| { #(#calls;)* }))
        }
        RuleKind::With(path) => ("with", quote!(, #path)),
    };
    let name = syn::Ident::new(name, span);
    quote_spanned!(span=> #runtime::rule::#name(#place, #value #arguments))
}

fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

/// Where the user wrote something, with the hygiene of generated code: lints see a macro, errors point at the source.
pub(super) fn located(span: Span) -> Span {
    Span::call_site().located_at(span)
}
