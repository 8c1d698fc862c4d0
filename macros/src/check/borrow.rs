//! The lifetimes that a field borrows from the input.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, Lifetime, PathArguments, Type};

use super::attr::Attr;
use crate::diag::Problem;
use crate::model::{Field, Role};
use crate::problems::{Problems, SourceSpan};
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

/// Checks that what surely borrows from the input is known to borrow: references inside the containers of std.
///
/// A lifetime that another field borrows needs no `borrow` here. With bounds on lifetimes or of the user's own, only the
/// compiler can tell.
pub(super) fn check_all(fields: &[Field], types: &[SourceSpan], generics: &Generics, problems: &mut Problems) {
    let bounded = generics.lifetimes().any(|parameter| !parameter.bounds.is_empty());
    if bounded || generics.where_clause.is_some() {
        return;
    }
    let mut borrowed = Vec::new();
    let mut unmarked = Vec::new();
    for (field, at) in fields.iter().zip(types) {
        let Role::Wire(wire) = &field.role else { continue };
        match (&wire.borrow, peeled(&field.ty)) {
            _ if wire.bound.deserialize.is_some() => return,
            (Some(borrow), _) => borrowed.extend(borrow.lifetimes.iter().cloned()),
            (None, Type::Reference(reference)) => borrowed.extend(reference.lifetime.clone()),
            (None, _) if wire.deserialize_with.is_some() => {}
            (None, ty) => {
                let mut lifetimes = Vec::new();
                collect_references(ty, &mut lifetimes);
                unmarked.push((*at, ty, lifetimes));
            }
        }
    }
    for (at, ty, lifetimes) in unmarked {
        if lifetimes.iter().any(|lifetime| lifetime.ident != "static" && !borrowed.contains(lifetime)) {
            problems.push(at, Problem::MissingBorrow { ty: excerpt(ty) });
        }
    }
}

/// The containers of std whose items are read as themselves.
const CONTAINERS: &[&str] = &[
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "BinaryHeap",
    "Box",
    "HashMap",
    "HashSet",
    "LinkedList",
    "Option",
    "Rc",
    "Vec",
    "VecDeque",
];

/// The lifetimes of references to text or bytes, inside containers, arrays and tuples.
fn collect_references(ty: &Type, lifetimes: &mut Vec<Lifetime>) {
    match peeled(ty) {
        Type::Reference(reference) => lifetimes.extend(reference.lifetime.clone()),
        Type::Array(array) => collect_references(&array.elem, lifetimes),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|ty| collect_references(ty, lifetimes)),
        Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| CONTAINERS.iter().any(|name| last.ident == name));
            if let Some(PathArguments::AngleBracketed(arguments)) = last.map(|last| &last.arguments) {
                for argument in &arguments.args {
                    if let GenericArgument::Type(ty) = argument {
                        collect_references(ty, lifetimes);
                    }
                }
            }
        }
        _ => {}
    }
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
