//! Attributes as written: typed keys, each with its place, nothing judged across keys.

pub(crate) mod event;
mod list;
mod range;
mod rule;
pub(crate) mod serde;
mod value;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DataEnum, DeriveInput, Expr, Fields, Ident, LitStr, Meta, Variant};

use self::event::EventValue;
use self::list::Item;
use self::serde::SerdeValue;
use self::value::KeyValue;
use crate::diag::Problem;
use crate::problems::{Problems, Reported, SourceSpan};
use crate::text::excerpt;
use crate::vocabulary::{EventKey, Place, SerdeKey, Vocabulary};

/// Every key of the attributes of one thing, in source order.
pub(crate) struct Attributes {
    pub(crate) event: Vec<KeyValue<EventKey, EventValue>>,
    pub(crate) serde: Vec<KeyValue<SerdeKey, SerdeValue>>,
    /// Set if an error on a struct may be about its type, which is then not missing as well.
    pub(crate) bad_type: Option<Reported>,
}

/// The item, a field or a variant, with its attributes.
pub(crate) struct Annotated<'a, T> {
    pub(crate) node: &'a T,
    pub(crate) name: &'a Ident,
    pub(crate) attributes: Attributes,
    /// The place of the name.
    pub(crate) at: SourceSpan,
}

/// A struct that is to be an event.
pub(crate) struct WrittenEvent<'a> {
    pub(crate) item: Annotated<'a, DeriveInput>,
    /// An error where it is not a struct with names.
    pub(crate) fields: Result<Vec<Annotated<'a, syn::Field>>, Reported>,
}

/// An enum that is to be a family.
pub(crate) struct WrittenFamily<'a> {
    pub(crate) item: Annotated<'a, DeriveInput>,
    /// An error where it is not an enum.
    pub(crate) variants: Result<Vec<Annotated<'a, Variant>>, Reported>,
}

/// Reads a struct that is to be an event.
pub(crate) fn event<'a>(input: &'a DeriveInput, problems: &mut Problems) -> WrittenEvent<'a> {
    // On an item of another kind the keys are no mistake of their own.
    let mut elsewhere = Problems::new();
    let is_struct = matches!(input.data, Data::Struct(_));
    let attributes = attributes(&input.attrs, Place::Event, if is_struct { problems } else { &mut elsewhere });
    let name = input.ident.to_string();
    // The keyword stands before the name.
    let fields = match &input.data {
        Data::Struct(data) => Ok(&data.fields),
        Data::Enum(data) => {
            let keyword = problems.at(&data.enum_token);
            Err(problems.push(keyword, Problem::EnumAsEvent { name }))
        }
        Data::Union(data) => {
            let keyword = problems.at(&data.union_token);
            Err(problems.push(keyword, Problem::UnionAsEvent { name }))
        }
    };
    let item = Annotated { node: input, name: &input.ident, attributes, at: problems.at(&input.ident) };
    let fields = fields.and_then(|fields| named(&item, fields, problems));
    WrittenEvent { item, fields }
}

fn named<'a>(
    item: &Annotated<'a, DeriveInput>,
    fields: &'a Fields,
    problems: &mut Problems,
) -> Result<Vec<Annotated<'a, syn::Field>>, Reported> {
    match fields {
        Fields::Named(fields) => {
            // Named fields have names, but their type does not say so.
            let named = fields.named.iter().filter_map(|field| Some((field, field.ident.as_ref()?)));
            let annotated = named.map(|(field, name)| Annotated {
                node: field,
                name,
                attributes: attributes(&field.attrs, Place::Field, problems),
                at: problems.at(name),
            });
            Ok(annotated.collect())
        }
        Fields::Unnamed(fields) => {
            let parentheses = problems.at(fields);
            let name = item.name.to_string();
            Err(problems.push(parentheses, Problem::TupleStruct { name }))
        }
        Fields::Unit => Ok(Vec::new()),
    }
}

/// Returns `true` if an enum has keys of the other derive on its variants.
pub(crate) fn is_also_family(input: &DeriveInput) -> bool {
    let Data::Enum(data) = &input.data else { return false };
    data.variants.iter().flat_map(|variant| &variant.attrs).any(|attribute| attribute.path().is_ident("event"))
}

/// Returns `true` if a struct has the keys of an event.
pub(crate) fn is_also_event(input: &DeriveInput) -> bool {
    let Data::Struct(_) = &input.data else { return false };
    let keys = attributes(&input.attrs, Place::Event, &mut Problems::new()).event;
    keys.iter().any(|written| matches!(written.key, EventKey::Type | EventKey::Untagged))
}

/// Reads an enum that is to be a family.
pub(crate) fn family<'a>(input: &'a DeriveInput, problems: &mut Problems) -> WrittenFamily<'a> {
    // On an item of another kind the keys are no mistake of their own.
    let mut elsewhere = Problems::new();
    let is_enum = matches!(input.data, Data::Enum(_));
    let attributes = attributes(&input.attrs, Place::Family, if is_enum { problems } else { &mut elsewhere });
    let name = input.ident.to_string();
    let data = match &input.data {
        Data::Enum(data) => Ok(data),
        Data::Struct(data) => {
            let keyword = problems.at(&data.struct_token);
            Err(problems.push(keyword, Problem::StructAsFamily { name }))
        }
        Data::Union(data) => {
            let keyword = problems.at(&data.union_token);
            Err(problems.push(keyword, Problem::UnionAsFamily { name }))
        }
    };
    let item = Annotated { node: input, name: &input.ident, attributes, at: problems.at(&input.ident) };
    let variants = data.map(|data| variants(data, problems));
    WrittenFamily { item, variants }
}

fn variants<'a>(data: &'a DataEnum, problems: &mut Problems) -> Vec<Annotated<'a, Variant>> {
    data.variants
        .iter()
        .map(|variant| {
            let part = Annotated {
                node: variant,
                name: &variant.ident,
                attributes: attributes(&variant.attrs, Place::Variant, problems),
                at: problems.at(&variant.ident),
            };
            // Nothing may stand there, so parsing is reporting.
            for field in &variant.fields {
                attributes(&field.attrs, Place::VariantField, problems);
            }
            part
        })
        .collect()
}

/// Reads `#[event(…)]` and `#[serde(…)]`, skips every other attribute.
fn attributes(attributes: &[Attribute], place: Place, problems: &mut Problems) -> Attributes {
    let mut all = Attributes { event: Vec::new(), serde: Vec::new(), bad_type: None };
    for attribute in attributes {
        if attribute.path().is_ident("event") {
            let before = problems.count();
            let items = keys(attribute, "event", Vocabulary::Event(place), problems);
            if problems.count() > before {
                all.bad_type = problems.reported();
            }
            for item in items {
                event::read(item, place, problems, &mut all.event);
            }
        } else if attribute.path().is_ident("serde") {
            for item in keys(attribute, "serde", Vocabulary::Serde(place), problems) {
                let bad_type = serde::read(item, place, problems, &mut all.serde);
                all.bad_type = all.bad_type.or(bad_type);
            }
        }
    }
    all
}

/// Returns the lines of the documentation.
pub(crate) fn docs(attributes: &[Attribute]) -> Vec<Expr> {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => Some(pair.value.clone()),
        Meta::NameValue(_) | Meta::List(_) | Meta::Path(_) => None,
    });
    lines.collect()
}

/// Returns the key for a string alone, which is most likely the type.
fn type_in(value: &TokenStream) -> Option<String> {
    syn::parse2::<LitStr>(value.clone()).is_ok().then(|| format!("type = {}", excerpt(value)))
}

fn keys(attribute: &Attribute, name: &'static str, valid: Vocabulary, problems: &mut Problems) -> Vec<Item> {
    match &attribute.meta {
        Meta::List(list) => list::items(list.tokens.clone(), valid, problems),
        Meta::Path(_) | Meta::NameValue(_) => {
            let at = problems.at(&attribute.meta);
            let inside = match (&attribute.meta, valid) {
                (Meta::NameValue(pair), Vocabulary::Event(Place::Event)) => type_in(&pair.value.to_token_stream()),
                _ => None,
            };
            let inside = inside.unwrap_or_else(|| "…".to_owned());
            problems.push(at, Problem::BareAttribute { attribute: name, inside });
            Vec::new()
        }
    }
}
