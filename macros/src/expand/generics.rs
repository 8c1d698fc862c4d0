//! The bounds of the generated impls: those serde would infer, and those the rules need.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    GenericArgument, GenericParam, Generics, Lifetime, LifetimeParam, PathArguments, ReturnType, Type, TypePath,
    WherePredicate, parse_quote,
};

use crate::model::{Bound, Default, Event, Field, Role, Rule, RuleKind};
use crate::types::is_parameter;

/// The lifetime of the input. `#[serde(bound = "T: Deserialize<'de>")]` means it with the name it has in serde.
pub(super) fn input_lifetime(event: &Event) -> Lifetime {
    let fields = event.wire_fields().map(|(_, wire)| &wire.bound);
    let mut bounds = std::iter::once(&event.bound).chain(fields).filter_map(|bound| bound.deserialize.as_ref());
    let named = bounds.any(|predicates| mentions_input(quote!(#(#predicates)*)));
    let declared = event.generics.lifetimes().any(|parameter| parameter.lifetime.ident == "de");
    Lifetime::new(if named && !declared { "'de" } else { "'__de" }, Span::call_site())
}

/// Returns `true` if a bound mentions `'de` without declaring it, as `for<'de> T: Deserialize<'de>` does.
fn mentions_input(tokens: TokenStream) -> bool {
    let mut tick = false;
    let mut mentioned = false;
    for token in tokens {
        match &token {
            TokenTree::Ident(ident) if ident == "for" => return false,
            TokenTree::Ident(ident) => mentioned |= tick && ident == "de",
            TokenTree::Group(group) => mentioned |= mentions_input(group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        tick = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'');
    }
    mentioned
}

pub(super) fn with_predicates(generics: &Generics, predicates: Vec<WherePredicate>) -> Generics {
    let mut generics = generics.clone();
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// The generics of an impl that reads: the input lives as long as every lifetime in `borrowed`.
pub(super) fn reading(generics: &Generics, input: &Lifetime, borrowed: impl IntoIterator<Item = Lifetime>) -> Generics {
    let mut generics = generics.clone();
    let mut input = LifetimeParam::new(input.clone());
    input.bounds.extend(borrowed);
    generics.params.insert(0, GenericParam::Lifetime(input));
    generics
}

/// The lifetimes of an event that borrow from the input: those of references, and those that `#[serde(borrow)]` names.
pub(super) fn borrowed_lifetimes(event: &Event) -> Vec<Lifetime> {
    let mut borrowed = Vec::new();
    for field in event.fields() {
        let borrow = match &field.role {
            Role::Wire(wire) => &wire.borrow,
            Role::Flatten { borrow } => borrow,
            Role::HadNoType | Role::Skip { .. } => continue,
        };
        match (borrow, &field.ty) {
            (Some(borrow), _) => borrowed.extend(borrow.lifetimes.iter().cloned()),
            (None, Type::Reference(reference)) => borrowed.extend(reference.lifetime.clone()),
            (None, _) => {}
        }
    }
    // In the order of their declaration, each once; `'static` is not declared.
    let declared = event.generics.lifetimes().map(|parameter| parameter.lifetime.clone());
    let lifetimes = declared.chain([Lifetime::new("'static", Span::call_site())]);
    lifetimes.filter(|lifetime| borrowed.contains(lifetime)).collect()
}

/// Returns the bounds of `Serialize`.
pub(super) fn serialize_bounds(event: &Event) -> Vec<WherePredicate> {
    let serde = &event.serde;
    let mut predicates = given_on_fields(event, |bound| bound.serialize.as_ref());
    if let Some(given) = &event.bound.serialize {
        predicates.extend(given.iter().cloned());
        return predicates;
    }
    let fields = event.fields().iter().filter(|field| match &field.role {
        Role::Wire(wire) => wire.serialize_with.is_none() && wire.bound.serialize.is_none(),
        Role::Flatten { .. } => true,
        Role::HadNoType | Role::Skip { .. } => false,
    });
    predicates.extend(inferred(event, fields, &quote!(#serde::Serialize)));
    predicates.extend(container_default(event));
    predicates
}

/// Returns the bounds of `Decode` and `Deserialize`.
pub(super) fn deserialize_bounds(event: &Event) -> Vec<WherePredicate> {
    let (serde, de) = (&event.serde, input_lifetime(event));
    let mut predicates = given_on_fields(event, |bound| bound.deserialize.as_ref());
    if let Some(given) = &event.bound.deserialize {
        predicates.extend(given.iter().cloned());
        return predicates;
    }
    let read = event.fields().iter().filter(|field| match &field.role {
        Role::Wire(wire) => wire.deserialize_with.is_none() && wire.bound.deserialize.is_none(),
        Role::Flatten { .. } => true,
        Role::HadNoType | Role::Skip { .. } => false,
    });
    predicates.extend(inferred(event, read, &quote!(#serde::Deserialize<#de>)));
    let defaulted = event.fields().iter().filter(|field| match &field.role {
        Role::Wire(wire) => matches!(wire.default, Default::Trait),
        Role::Skip { default } => matches!(default, Default::Trait),
        Role::Flatten { .. } | Role::HadNoType => false,
    });
    predicates.extend(inferred(event, defaulted, &quote!(::core::default::Default)));
    predicates.extend(container_default(event));
    predicates
}

/// Returns the bounds of `JsonSchema`: every type parameter is in the name of the schema.
pub(super) fn schema_bounds(event: &Event) -> Vec<WherePredicate> {
    let runtime = &event.runtime;
    let bound = quote!(#runtime::__private::schema::JsonSchema);
    let fields = event.fields().iter().filter(|field| match &field.role {
        Role::Wire(wire) => wire.schema_with.is_none(),
        Role::Flatten { .. } => true,
        Role::HadNoType | Role::Skip { .. } => false,
    });
    let parameters = type_parameters(&event.generics);
    let own = parameters.iter().map(|parameter| parse_quote!(#parameter: #bound));
    let inferred = inferred(event, fields, &bound).into_iter().filter(|predicate| match predicate {
        WherePredicate::Type(predicate) => !is_parameter(&predicate.bounded_ty, &event.generics),
        _ => true,
    });
    own.chain(inferred).collect()
}

/// `#[serde(default)]` on a struct with type parameters: the struct itself must have a default.
fn container_default(event: &Event) -> Option<WherePredicate> {
    let (Default::Trait, Some(_)) = (&event.default, event.generics.type_params().next()) else { return None };
    let (ident, (_, ty_generics, _)) = (&event.ident, event.generics.split_for_impl());
    Some(parse_quote!(#ident #ty_generics: ::core::default::Default))
}

/// Returns the bounds of `Validate`: the rules fit the fields whose type depends on a parameter.
pub(super) fn validate_bounds(event: &Event) -> Vec<WherePredicate> {
    if let Some(given) = &event.rule_bound {
        return given.clone();
    }
    let parameters = type_parameters(&event.generics);
    let mut predicates = Vec::new();
    for field in event.fields() {
        let (ty, Role::Wire(wire)) = (&field.ty, &field.role) else { continue };
        if mentions(ty.to_token_stream(), &parameters) {
            rule_bounds(event, &quote!(#ty), &wire.rules, &mut predicates);
        }
    }
    predicates
}

fn rule_bounds(event: &Event, ty: &TokenStream, rules: &[Rule], predicates: &mut Vec<WherePredicate>) {
    let runtime = &event.runtime;
    let rule = quote!(#runtime::rule);
    for Rule { kind, .. } in rules {
        let bound = match kind {
            RuleKind::Index | RuleKind::Integer | RuleKind::Range { .. } => quote!(#rule::Numeric),
            RuleKind::NonEmpty | RuleKind::Len { .. } => quote!(#rule::Length),
            RuleKind::Base64 | RuleKind::Prefix(_) | RuleKind::OneOf(_) => quote!(#rule::Text),
            RuleKind::Required => quote!(#rule::Optional),
            // To ask it of the event itself would be to ask what is being answered.
            RuleKind::Nested if mentions(ty.clone(), &[event.ident.clone(), format_ident!("Self")]) => continue,
            RuleKind::Nested => quote!(#runtime::Validate),
            RuleKind::Each(inner) => {
                rule_bounds(event, &quote!(<#ty as #rule::Items>::Item), inner, predicates);
                quote!(#rule::Items)
            }
            RuleKind::With(_) => continue,
        };
        predicates.push(parse_quote!(#ty: #bound));
    }
}

fn given_on_fields<'e>(
    event: &'e Event,
    side: impl Fn(&'e Bound) -> Option<&'e Vec<WherePredicate>>,
) -> Vec<WherePredicate> {
    let bounds = event.fields().iter().filter_map(|field| match &field.role {
        Role::Wire(wire) => side(&wire.bound),
        Role::Flatten { .. } | Role::HadNoType | Role::Skip { .. } => None,
    });
    bounds.flatten().cloned().collect()
}

/// As serde infers: `T: bound` for each type parameter that a field's type mentions, `T::Item: bound` for an associated
/// type of one; what only `PhantomData` mentions needs nothing.
fn inferred<'f>(
    event: &Event,
    fields: impl IntoIterator<Item = &'f Field>,
    bound: &TokenStream,
) -> Vec<WherePredicate> {
    let mut found =
        Mentioned { parameters: type_parameters(&event.generics), used: Vec::new(), associated: Vec::new() };
    for field in fields {
        found.visit(&field.ty);
    }
    let Mentioned { parameters, used, associated } = found;
    let used = parameters.iter().filter(|parameter| used.contains(parameter)).map(|parameter| quote!(#parameter));
    let associated = associated.iter().map(|path| quote!(#path));
    used.chain(associated).map(|ty| parse_quote!(#ty: #bound)).collect()
}

pub(super) fn type_parameters(generics: &Generics) -> Vec<Ident> {
    generics.type_params().map(|parameter| parameter.ident.clone()).collect()
}

/// Returns `true` if one of `names` is anywhere in `tokens`.
pub(super) fn mentions(tokens: TokenStream, names: &[Ident]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident),
        TokenTree::Group(group) => mentions(group.stream(), names),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Returns `true` if a lifetime, `'static` included, is anywhere in `tokens`.
pub(super) fn mentions_lifetime(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '\'',
        TokenTree::Group(group) => mentions_lifetime(group.stream()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

/// Returns `true` if a lifetime that is not one of `known` is anywhere in `tokens`, and `Self`, which has another meaning in
/// a function of its own, is not.
pub(super) fn mentions_other_lifetime(tokens: TokenStream, known: &[Lifetime]) -> bool {
    fn mentioned(tokens: TokenStream, known: &[Lifetime]) -> bool {
        let mut tick = false;
        tokens.into_iter().any(|token| {
            let found = match &token {
                TokenTree::Ident(ident) => tick && !known.iter().any(|lifetime| lifetime.ident == *ident),
                TokenTree::Group(group) => mentioned(group.stream(), known),
                TokenTree::Punct(_) | TokenTree::Literal(_) => false,
            };
            tick = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'');
            found
        })
    }
    !mentions(tokens.clone(), &[format_ident!("Self")]) && mentioned(tokens, known)
}

/// The type parameters that types mention.
struct Mentioned {
    parameters: Vec<Ident>,
    used: Vec<Ident>,
    associated: Vec<TypePath>,
}

impl Mentioned {
    fn visit(&mut self, ty: &Type) {
        match ty {
            Type::Path(path) => self.visit_path(path),
            Type::Array(array) => self.visit(&array.elem),
            Type::Group(group) => self.visit(&group.elem),
            Type::Paren(paren) => self.visit(&paren.elem),
            Type::Ptr(pointer) => self.visit(&pointer.elem),
            Type::Reference(reference) => self.visit(&reference.elem),
            Type::Slice(slice) => self.visit(&slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter().for_each(|ty| self.visit(ty)),
            // Function pointers, trait objects, macros: whoever serializes these gives the bound.
            _ => {}
        }
    }

    fn visit_path(&mut self, path: &TypePath) {
        let segments = &path.path.segments;
        if let (None, Some(first)) = (&path.qself, segments.first()) {
            if self.parameters.contains(&first.ident) {
                if segments.len() == 1 {
                    self.used.push(first.ident.clone());
                } else {
                    self.associated.push(path.clone());
                }
                return;
            }
        }
        if segments.last().is_some_and(|last| last.ident == "PhantomData") {
            return;
        }
        for segment in segments {
            match &segment.arguments {
                PathArguments::None => {}
                PathArguments::AngleBracketed(arguments) => {
                    for argument in &arguments.args {
                        match argument {
                            GenericArgument::Type(ty) => self.visit(ty),
                            GenericArgument::AssocType(assoc) => self.visit(&assoc.ty),
                            _ => {}
                        }
                    }
                }
                PathArguments::Parenthesized(arguments) => {
                    arguments.inputs.iter().for_each(|argument| self.visit(&argument.ty));
                    if let ReturnType::Type(_, ty) = &arguments.output {
                        self.visit(ty);
                    }
                }
            }
        }
    }
}
