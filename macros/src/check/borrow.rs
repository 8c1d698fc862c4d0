//! The lifetimes that a field borrows from the input.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Lifetime, PathArguments, Type};

use super::attr::Attr;
use crate::diag::Problem;
use crate::problems::Problems;
use crate::text::excerpt;
use crate::types::peeled;

/// Returns the lifetimes that `borrow` selects. Without it only references borrow; `expand` handles the plain ones.
pub(super) fn check(borrow: &Attr<Vec<Lifetime>>, ty: &Type, problems: &mut Problems) -> Vec<Lifetime> {
    let mut named = Vec::new();
    collect(ty.to_token_stream(), &mut named);
    let Some((at, written)) = borrow.get() else {
        let hidden = is_reference(ty) && !matches!(ty, Type::Reference(_));
        return if hidden { named } else { Vec::new() };
    };
    if named.is_empty() {
        problems.push(at, Problem::BorrowWithoutLifetime { ty: excerpt(ty) });
        return Vec::new();
    }
    if written.is_empty() {
        return named;
    }
    let mut wanted: Vec<Lifetime> = Vec::new();
    for lifetime in written {
        let at = at.narrow_to(lifetime.span());
        if wanted.contains(lifetime) {
            let value = lifetime.to_string();
            problems.push(at, Problem::DuplicateValue { value });
        } else if named.contains(lifetime) {
            wanted.push(lifetime.clone());
        } else {
            let (lifetime, ty) = (lifetime.to_string(), excerpt(ty));
            problems.push(at, Problem::BorrowUnknownLifetime { lifetime, ty });
        }
    }
    wanted
}

/// The lifetimes that the tokens of a type name, each once.
fn collect(tokens: TokenStream, lifetimes: &mut Vec<Lifetime>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => collect(group.stream(), lifetimes),
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                if let Some(TokenTree::Ident(ident)) = tokens.next() {
                    let lifetime = Lifetime { apostrophe: punct.span(), ident };
                    if !lifetimes.contains(&lifetime) {
                        lifetimes.push(lifetime);
                    }
                }
            }
            TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// `&'a T`, `Option<&'a T>`
fn is_reference(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Reference(_) => true,
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.filter(|segment| segment.ident == "Option").is_some_and(|segment| {
                matches!(&segment.arguments, PathArguments::AngleBracketed(arguments)
                    if matches!(arguments.args.first(), Some(GenericArgument::Type(ty)) if is_reference(ty)))
            })
        }
        _ => false,
    }
}
