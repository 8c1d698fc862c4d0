//! The schema of a family: one of its events, or an event of another type where the family keeps these.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::description::description;
use super::field::HeldSchema;
use crate::shape::{Shape, Tags, Variants, WithoutType};

/// The schema of a family.
pub struct Family<'g> {
    generator: &'g mut SchemaGenerator,
    description: Option<String>,
    branches: Vec<Value>,
    read: Option<Read>,
    tags: Vec<&'static str>,
    keeps_unknown: bool,
}

/// The facts about a family that is read.
struct Read {
    variants: &'static Variants,
    without_type: Option<WithoutType>,
}

impl<'g> Family<'g> {
    /// Creates the schema of a family of this shape.
    pub fn new(generator: &'g mut SchemaGenerator, docs: &[&str], shape: &'static Shape) -> Self {
        let mut tags = Vec::new();
        shape.each_tag(&mut |tag| tags.push(tag));
        let (read, keeps_unknown) = match shape.tags {
            Tags::Family { variants, keeps_unknown, without_type } => (
                Some(Read { variants, without_type }),
                keeps_unknown || variants.position_that_keeps_unknown().is_some(),
            ),
            Tags::Event(_) | Tags::Untagged => (None, false),
        };
        Self { generator, description: description(docs), branches: Vec::new(), read, tags, keeps_unknown }
    }

    /// Creates the schema of a family that is only written, with these types.
    pub fn of_written(
        generator: &'g mut SchemaGenerator,
        docs: &[&str],
        types: &[&'static str],
        keeps_unknown: bool,
    ) -> Self {
        let tags = types.to_vec();
        Self { generator, description: description(docs), branches: Vec::new(), read: None, tags, keeps_unknown }
    }

    /// Adds the next variant, which holds a `T`.
    pub fn variant<T: HeldSchema + ?Sized>(&mut self) {
        let schema = self.generator.subschema_for::<T>().to_value();
        let index = self.branches.len();
        let narrower = self.read.as_ref().and_then(|read| narrower(read, index));
        self.branches.push(match narrower {
            Some(narrower) => json!({ "allOf": [schema, narrower] }),
            None => schema,
        });
    }

    /// Returns the schema.
    pub fn finish(mut self) -> Schema {
        if self.keeps_unknown {
            let mut tag = json!({ "type": "string" });
            if !self.tags.is_empty() {
                tag["not"] = json!({ "enum": self.tags });
            }
            self.branches.push(json!({
                "description": "An event of any other type.",
                "type": "object",
                "properties": { "type": tag },
                "required": ["type"],
            }));
        }
        let mut schema = Map::new();
        if let Some(description) = self.description {
            schema.insert("description".into(), description.into());
        }
        // The variants of a family that is only written are not known to differ.
        let keyword = if self.read.is_some() { "oneOf" } else { "anyOf" };
        schema.insert(keyword.into(), self.branches.into());
        schema.into()
    }
}

/// Returns the schema of those objects among the ones of a variant that the family reads as this variant, if it does not read
/// all.
fn narrower(read: &Read, index: usize) -> Option<Value> {
    let shape = read.variants.get(index)?;
    match shape.tags {
        // An unknown type is for the outer family.
        Tags::Family { variants, keeps_unknown, .. } => {
            let mut tags = Vec::new();
            shape.each_tag(&mut |tag| tags.push(tag));
            let is_open = keeps_unknown || variants.position_that_keeps_unknown().is_some();
            is_open.then(|| json!({ "properties": { "type": { "enum": tags } } }))
        }
        Tags::Event(_) if shape.may_lack_type => Some(match &read.without_type {
            Some(WithoutType { variant, field }) if *variant == index => json!({
                "anyOf": [
                    { "required": ["type"] },
                    { "properties": { *field: { "not": { "type": "null" } } }, "required": [field] },
                ],
            }),
            _ => json!({ "required": ["type"] }),
        }),
        Tags::Event(_) | Tags::Untagged => None,
    }
}
