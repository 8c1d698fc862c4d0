//! What the user wrote: the attributes of an item as typed keys, each with its place, nothing judged across keys.

pub(crate) mod event;
mod list;
mod range;
mod rule;
pub(crate) mod serde;
mod value;

use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Meta, Variant};

use self::event::EventValue;
use self::list::Item;
use self::serde::SerdeValue;
use self::value::KeyValue;
use crate::diag::Problem;
use crate::problems::{Problems, SourceSpan};
use crate::vocabulary::{EventKey, Place, SerdeKey, Vocabulary};

/// Every key of the attributes of one thing, in source order.
pub(crate) struct Attributes {
    pub(crate) event: Vec<KeyValue<EventKey, EventValue>>,
    pub(crate) serde: Vec<KeyValue<SerdeKey, SerdeValue>>,
}

/// The item, a field or a variant, with its attributes.
pub(crate) struct Annotated<'a, T> {
    pub(crate) node: &'a T,
    pub(crate) attributes: Attributes,
    /// Its name.
    pub(crate) at: SourceSpan,
}

/// A struct that is to be an event.
pub(crate) struct WrittenEvent<'a> {
    pub(crate) item: Annotated<'a, DeriveInput>,
    /// `None` where it is not a struct with names, which is reported already.
    pub(crate) fields: Option<Vec<Annotated<'a, syn::Field>>>,
}

/// An enum that is to be a family.
pub(crate) struct WrittenFamily<'a> {
    pub(crate) item: Annotated<'a, DeriveInput>,
    /// `None` where it is not an enum, which is reported already.
    pub(crate) variants: Option<Vec<Annotated<'a, Variant>>>,
}

/// Reads a struct that is to be an event.
pub(crate) fn event<'a>(input: &'a DeriveInput, problems: &mut Problems) -> WrittenEvent<'a> {
    let attributes = attributes(&input.attrs, Place::Event, problems);
    let name = input.ident.to_string();
    // The keyword stands before the name.
    let fields = match &input.data {
        Data::Struct(data) => Some(&data.fields),
        Data::Enum(data) => {
            let keyword = problems.at(&data.enum_token);
            problems.push(keyword, Problem::EnumAsEvent { name });
            None
        }
        Data::Union(data) => {
            let keyword = problems.at(&data.union_token);
            problems.push(keyword, Problem::UnionAsEvent { name });
            None
        }
    };
    let item = Annotated { node: input, attributes, at: problems.at(&input.ident) };
    let fields = fields.and_then(|fields| named(&item, fields, problems));
    WrittenEvent { item, fields }
}

fn named<'a>(
    item: &Annotated<'a, DeriveInput>,
    fields: &'a Fields,
    problems: &mut Problems,
) -> Option<Vec<Annotated<'a, syn::Field>>> {
    match fields {
        Fields::Named(fields) => Some(
            fields
                .named
                .iter()
                .map(|field| Annotated {
                    node: field,
                    attributes: attributes(&field.attrs, Place::Field, problems),
                    at: problems.at(&field.ident),
                })
                .collect(),
        ),
        Fields::Unnamed(fields) => {
            let parentheses = problems.at(fields);
            let name = item.node.ident.to_string();
            problems.push(parentheses, Problem::TupleStruct { name });
            None
        }
        Fields::Unit => Some(Vec::new()),
    }
}

/// Reads an enum that is to be a family.
pub(crate) fn family<'a>(input: &'a DeriveInput, problems: &mut Problems) -> WrittenFamily<'a> {
    let attributes = attributes(&input.attrs, Place::Family, problems);
    let name = input.ident.to_string();
    let data = match &input.data {
        Data::Enum(data) => Some(data),
        Data::Struct(data) => {
            let keyword = problems.at(&data.struct_token);
            problems.push(keyword, Problem::StructAsFamily { name });
            None
        }
        Data::Union(data) => {
            let keyword = problems.at(&data.union_token);
            problems.push(keyword, Problem::UnionAsFamily { name });
            None
        }
    };
    let item = Annotated { node: input, attributes, at: problems.at(&input.ident) };
    let variants = data.map(|data| variants(data, problems));
    WrittenFamily { item, variants }
}

fn variants<'a>(data: &'a DataEnum, problems: &mut Problems) -> Vec<Annotated<'a, Variant>> {
    data.variants
        .iter()
        .map(|variant| {
            let part = Annotated {
                node: variant,
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
pub(crate) fn attributes(attributes: &[Attribute], place: Place, problems: &mut Problems) -> Attributes {
    let mut event = Vec::new();
    let mut serde = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("event") {
            for item in keys(attribute, "event", Vocabulary::Event(place), problems) {
                event::read(item, place, problems, &mut event);
            }
        } else if attribute.path().is_ident("serde") {
            for item in keys(attribute, "serde", Vocabulary::Serde(place), problems) {
                serde::read(item, place, problems, &mut serde);
            }
        }
    }
    Attributes { event, serde }
}

fn keys(attribute: &Attribute, name: &'static str, valid: Vocabulary, problems: &mut Problems) -> Vec<Item> {
    match &attribute.meta {
        Meta::List(list) => list::items(list.tokens.clone(), valid, problems),
        Meta::Path(_) | Meta::NameValue(_) => {
            let at = problems.at(&attribute.meta);
            problems.push(at, Problem::BareAttribute { attribute: name });
            Vec::new()
        }
    }
}
