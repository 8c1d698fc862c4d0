//! The variants of a family: each holds one type, each type stands once, at most one is unknown.

use syn::{DeriveInput, Fields, Path, Variant as Node, parse_quote};

use super::attr::Attr;
use crate::diag::Problem;
use crate::model::{Family, Variant, VariantKind};
use crate::problems::Problems;
use crate::syntax::event::EventValue;
use crate::syntax::{self, Annotated};
use crate::text::excerpt;
use crate::types::{boxed, peeled};

/// Reads and checks an enum that is to be a family; `None` only where `problems` says why.
pub(crate) fn family(input: &DeriveInput, problems: &mut Problems) -> Option<Family> {
    let written = syntax::family(input, problems);
    let Annotated { node, attributes, at } = written.item;
    let mut runtime: Attr<Path> = Attr::default();
    for key in attributes.event {
        if let Some(EventValue::Crate(path)) = key.value {
            runtime.set("crate", key.at, path, problems);
        }
    }
    let parts = written.variants?;
    if parts.is_empty() {
        let family = node.ident.to_string();
        problems.push(at, Problem::EmptyFamily { family });
    }
    let mut seen = Seen::default();
    let variants: Vec<_> = parts.into_iter().map(|part| variant(part, &mut seen, problems)).collect();
    Some(Family {
        ident: node.ident.clone(),
        generics: node.generics.clone(),
        runtime: runtime.into_value().unwrap_or_else(|| parse_quote!(::response_event)),
        variants: variants.into_iter().collect::<Option<_>>()?,
    })
}

#[derive(Default)]
struct Seen {
    /// The variant with `unknown`.
    unknown: Option<String>,
    /// The types, as text, with their variants.
    types: Vec<(String, String)>,
}

fn variant(part: Annotated<'_, Node>, seen: &mut Seen, problems: &mut Problems) -> Option<Variant> {
    let Annotated { node, attributes, at } = part;
    let variant = node.ident.to_string();
    let (mut unknown, mut family): (Attr<()>, Attr<()>) = (Attr::default(), Attr::default());
    for key in attributes.event {
        match key.value {
            Some(EventValue::Unknown) => unknown.set("unknown", key.at, (), problems),
            Some(EventValue::Family) => family.set("family", key.at, (), problems),
            // The rest is never read on a variant.
            Some(
                EventValue::Type(_)
                | EventValue::Alias(_)
                | EventValue::Untagged
                | EventValue::Crate(_)
                | EventValue::Nullable
                | EventValue::Rule(_),
            )
            | None => {}
        }
    }
    if let (Some(unknown), Some(family)) = (unknown.at(), family.at()) {
        problems.push(unknown.later(family), Problem::UnknownFamily);
    }
    if let Some(at) = unknown.at() {
        match &seen.unknown {
            Some(first) => {
                let first = first.clone();
                problems.push(at, Problem::DuplicateUnknown { first });
            }
            None => seen.unknown = Some(variant.clone()),
        }
    }
    let kind = match (unknown.is_set(), family.is_set()) {
        (true, _) => VariantKind::Unknown,
        (false, true) => VariantKind::Family,
        (false, false) => VariantKind::Event,
    };

    let event = if kind == VariantKind::Unknown { "UnknownEvent" } else { "Event" };
    let problem = match &node.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => None,
        Fields::Unnamed(fields) if fields.unnamed.is_empty() => {
            Some(Problem::UnitVariant { variant: variant.clone(), event })
        }
        Fields::Unit => Some(Problem::UnitVariant { variant: variant.clone(), event }),
        Fields::Unnamed(_) => Some(Problem::WideVariant { variant: variant.clone() }),
        Fields::Named(_) => Some(Problem::StructVariant { variant: variant.clone() }),
    };
    if let Some(problem) = problem {
        problems.push(at, problem);
        return None;
    }
    let ty = &node.fields.iter().next()?.ty;
    if kind != VariantKind::Unknown {
        // A family holds an event once, boxed or not.
        let name = excerpt(boxed(ty).unwrap_or_else(|| peeled(ty)));
        match seen.types.iter().find(|(other, _)| *other == name) {
            Some((_, first)) => {
                let first = first.clone();
                problems.push(at.narrow(ty), Problem::DuplicateVariantType { ty: name, first });
            }
            None => seen.types.push((name, variant)),
        }
    }
    Some(Variant { ident: node.ident.clone(), ty: ty.clone(), kind })
}
