//! The variants of a family: each holds one type, each type stands once, at most one is unknown.

use syn::{DeriveInput, Fields, LitStr, Path, Type, Variant as Node};

use super::attr::{Attr, runtime_path};
use super::invalid::Invalid;
use super::schema;
use crate::diag::Problem;
use crate::model::{Family, FamilyKind, Schema, Variant, VariantKind};
use crate::problems::{Problems, Reported};
use crate::syntax::event::EventValue;
use crate::syntax::{self, Annotated, Attributes, WrittenFamily, docs};
use crate::text::excerpt;
use crate::tokens::source_text;
use crate::types::{peeled, unboxed};
use crate::vocabulary::EventKey;

/// Reads and checks an enum that is to be a family.
pub(crate) fn family(input: &DeriveInput) -> Result<Family, Invalid> {
    let mut problems = Problems::new();
    let WrittenFamily { item, variants } = syntax::family(input, &mut problems);
    let Annotated { node, name, attributes, at } = item;
    let mut runtime: Attr<Path> = Attr::default();
    let (mut part, mut serialize_only): (Attr<()>, Attr<()>) = (Attr::default(), Attr::default());
    let mut schema: Attr<()> = Attr::default();
    let (mut terminal, mut failure): (Attr<Vec<LitStr>>, Attr<Vec<LitStr>>) = (Attr::default(), Attr::default());
    for key in attributes.event {
        match key.value {
            Ok(EventValue::Crate(path)) => runtime.set("crate", key.at, path, &mut problems),
            Ok(EventValue::Part) => part.set("part", key.at, (), &mut problems),
            Ok(EventValue::SerializeOnly) => serialize_only.set("serialize_only", key.at, (), &mut problems),
            Ok(EventValue::Schema) => schema.set("schema", key.at, (), &mut problems),
            // The stubs are then those of a family of parts.
            Err(_) if key.key == EventKey::Part => part.set("part", key.at, (), &mut problems),
            Ok(EventValue::Terminal(types)) => terminal.set("terminal", key.at, types, &mut problems),
            Ok(EventValue::Failure(types)) => failure.set("failure", key.at, types, &mut problems),
            // The rest is never read on a family.
            Ok(
                EventValue::Type(_)
                | EventValue::Alias(_)
                | EventValue::Bound(_)
                | EventValue::Accept(_)
                | EventValue::WithoutType(_)
                | EventValue::HadNoType
                | EventValue::SchemaWith(_)
                | EventValue::Untagged
                | EventValue::Nullable
                | EventValue::Unknown
                | EventValue::Family
                | EventValue::Rule(_),
            )
            | Err(_) => {}
        }
    }
    schema::check(&schema, &mut problems);
    let has_schema = schema.is_set();
    if part.is_set() {
        for (at, key) in [(terminal.at(), "terminal"), (failure.at(), "failure")] {
            if let Some(at) = at {
                problems.push(at, Problem::PartWithEnding { key });
            }
        }
    }
    let is_part = part.is_set();
    let serialize_only = serialize_only.is_set();
    let kind = if is_part {
        FamilyKind::Parts
    } else {
        FamilyKind::Events { terminal: terminal.into_value(), failure: failure.into_value() }
    };
    let runtime = runtime_path(&runtime);
    let is_derived_twice = syntax::is_also_event(input);
    let variants = variants.and_then(|variants| {
        if variants.is_empty() {
            let family = name.to_string();
            problems.push(at, Problem::EmptyFamily { family });
        }
        let known = variants.iter().filter(|variant| !is_unknown(&variant.attributes));
        if let Some(at) = known.map(|variant| variant.at).nth(MOST_VARIANTS) {
            problems.push(at, Problem::TooManyVariants { most: MOST_VARIANTS });
        }
        let mut seen = Seen::default();
        let variants: Vec<_> = variants.into_iter().map(|variant| check(variant, &mut seen, &mut problems)).collect();
        variants.into_iter().collect::<Result<_, _>>()
    });
    let family = variants.map(|variants| Family {
        ident: name.clone(),
        generics: node.generics.clone(),
        runtime: runtime.clone(),
        variants,
        kind,
        serialize_only,
        schema: has_schema.then(|| Schema { docs: docs(&node.attrs) }),
    });
    problems.finish(family).map_err(|errors| Invalid { errors, runtime, is_part, has_schema, is_derived_twice })
}

/// The decoder counts variants in one byte.
const MOST_VARIANTS: usize = 254;

fn is_unknown(attributes: &Attributes) -> bool {
    attributes.event.iter().any(|key| matches!(key.value, Ok(EventValue::Unknown)))
}

#[derive(Default)]
struct Seen {
    /// The variant with `unknown`.
    unknown: Option<String>,
    /// The variant with `without_type`.
    without_type: Option<String>,
    /// The types, as text, with their variants.
    types: Vec<(String, String)>,
}

fn check(variant: Annotated<'_, Node>, seen: &mut Seen, problems: &mut Problems) -> Result<Variant, Reported> {
    let Annotated { node, name: ident, attributes, at } = variant;
    let name = ident.to_string();
    let (kind, without_type) = kind(&name, attributes, seen, problems);
    let ty = held(&name, &node.fields, kind).map_err(|problem| problems.push(at, problem))?;
    if let object @ (Type::TraitObject(_) | Type::ImplTrait(_)) = peeled(unboxed(ty)) {
        let ty = excerpt(object);
        return Err(problems.push(at.narrow(object), Problem::TraitObject { variant: name, ty }));
    }
    if kind != VariantKind::Unknown {
        let event = unboxed(ty);
        let text = source_text(event);
        match seen.types.iter().find(|(other, _)| *other == text) {
            Some((_, first)) => {
                let (held, first) = (excerpt(event), first.clone());
                problems.push(at.narrow(ty), Problem::DuplicateVariantType { ty: held, first });
            }
            None => seen.types.push((text, name)),
        }
    }
    Ok(Variant { ident: ident.clone(), ty: ty.clone(), kind, without_type })
}

/// Returns what the variant holds, and the field that makes an object without `type` this variant.
fn kind(
    variant: &str,
    attributes: Attributes,
    seen: &mut Seen,
    problems: &mut Problems,
) -> (VariantKind, Option<LitStr>) {
    let mut without_type: Attr<LitStr> = Attr::default();
    let (mut unknown, mut family): (Attr<()>, Attr<()>) = (Attr::default(), Attr::default());
    for key in attributes.event {
        match key.value {
            Ok(EventValue::Unknown) => unknown.set("unknown", key.at, (), problems),
            Ok(EventValue::Family) => family.set("family", key.at, (), problems),
            Ok(EventValue::WithoutType(field)) => without_type.set("without_type", key.at, field, problems),
            // The rest is never read on a variant.
            Ok(
                EventValue::Type(_)
                | EventValue::Alias(_)
                | EventValue::Untagged
                | EventValue::Part
                | EventValue::SerializeOnly
                | EventValue::Schema
                | EventValue::SchemaWith(_)
                | EventValue::Accept(_)
                | EventValue::HadNoType
                | EventValue::Terminal(_)
                | EventValue::Failure(_)
                | EventValue::Crate(_)
                | EventValue::Bound(_)
                | EventValue::Nullable
                | EventValue::Rule(_),
            )
            | Err(_) => {}
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
            None => seen.unknown = Some(variant.to_owned()),
        }
    }
    if let Some((at, field)) = without_type.get() {
        let at = at.narrow(field);
        match &*field.value() {
            "" => _ = problems.push(at, Problem::EmptyTag { key: "without_type" }),
            "type" => _ = problems.push(at, Problem::WithoutTypeIsType),
            _ => {}
        }
    }
    if let Some(at) = without_type.at() {
        for (other, key) in [(unknown.at(), "unknown"), (family.at(), "family")] {
            if let Some(other) = other {
                problems.push(at.later(other), Problem::KeyBesideKey { key: "without_type", other: key.to_owned() });
            }
        }
        match &seen.without_type {
            Some(first) => {
                let first = first.clone();
                problems.push(at, Problem::KeyTwice { key: "without_type", first });
            }
            None => seen.without_type = Some(variant.to_owned()),
        }
    }
    let kind = match (unknown.is_set(), family.is_set()) {
        (true, _) => VariantKind::Unknown,
        (false, true) => VariantKind::Family,
        (false, false) => VariantKind::Event,
    };
    (kind, without_type.into_value())
}

/// Returns the one type in the variant's parentheses.
fn held<'a>(variant: &str, fields: &'a Fields, kind: VariantKind) -> Result<&'a Type, Problem> {
    let variant = variant.to_owned();
    match fields {
        Fields::Named(_) => return Err(Problem::StructVariant { variant }),
        Fields::Unnamed(_) | Fields::Unit => {}
    }
    let mut fields = fields.iter();
    match (fields.next(), fields.next()) {
        (Some(field), None) => Ok(&field.ty),
        (Some(_), Some(_)) => Err(Problem::WideVariant { variant }),
        (None, _) => {
            let event = if kind == VariantKind::Unknown { "UnknownEvent" } else { "Event" };
            Err(Problem::UnitVariant { variant, event })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn types_that_differ_behind_the_excerpt_are_not_the_same() {
        let module = "a".repeat(60);
        let variants = |second| format!("enum Family {{ One({module}::One), Two(Box<{module}::{second}>) }}");
        let accepts = |item: String| family(&syn::parse_str(&item).expect("an enum")).is_ok();
        assert!(accepts(variants("Two")));
        assert!(!accepts(variants("One")));
    }
}
