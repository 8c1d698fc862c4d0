//! The schema of an object: generated code adds one field after the other.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::decoded::without_rules;
use super::description::description;
use super::field::{Field, FieldSchema};
use super::keyword;
use super::rules::{Rules, note_rule};

/// The schema of an object.
pub struct Object<'g> {
    generator: &'g mut SchemaGenerator,
    rules: Rules,
    description: Option<String>,
    properties: Map<String, Value>,
    required: Vec<String>,
    additional: Option<Value>,
    all_of: Vec<Value>,
}

impl<'g> Object<'g> {
    /// Creates the schema of an object without fields.
    pub fn new(generator: &'g mut SchemaGenerator, docs: &[&str]) -> Self {
        let rules = Rules::of(generator);
        Self {
            generator,
            rules,
            description: description(docs),
            properties: Map::new(),
            required: Vec::new(),
            additional: None,
            all_of: Vec::new(),
        }
    }

    /// Adds `type`, which is one of these.
    pub fn tags(&mut self, tags: &[&str], is_required: bool) {
        let tag = match tags {
            [tag] => json!({ "type": "string", "const": tag }),
            // An alias is never written.
            [tag, ..] if self.generator.contract().is_serialize() => json!({ "type": "string", "const": tag }),
            _ => json!({ "type": "string", "enum": tags }),
        };
        self.properties.insert("type".into(), tag);
        if is_required {
            self.required.push("type".into());
        }
    }

    /// Adds a field of type `T`.
    pub fn field<T: FieldSchema + ?Sized>(&mut self, field: Field<'_>) {
        self.add(&|generator| generator.subschema_for::<T>(), field);
    }

    /// Adds a field whose schema a function returns.
    pub fn field_with(&mut self, describe: impl Fn(&mut SchemaGenerator) -> Schema, field: Field<'_>) {
        self.add(&describe, field);
    }

    fn add(&mut self, describe: &dyn Fn(&mut SchemaGenerator) -> Schema, field: Field<'_>) {
        let Field { mut names, mut is_required, default, docs, rules } = field;
        for rule in rules {
            rule.each_level(&mut |level| note_rule(self.generator, level));
        }
        let is_nested = rules.iter().any(|rule| rule.is_nested(self.rules));
        let schema = if is_nested { describe(self.generator) } else { without_rules(self.generator, describe) };
        let mut schema = schema.to_value();
        for rule in rules {
            is_required |= keyword::add(rule, self.rules, &mut schema);
        }
        if let Some(default) = default {
            keyword::keywords(&mut schema).insert("default".into(), default);
        }
        if let Some(description) = description(docs) {
            keyword::keywords(&mut schema).insert("description".into(), description.into());
        }
        if self.generator.contract().is_serialize() {
            // An alias is never written.
            names = names.get(..1).unwrap_or_default();
        }
        match names {
            [name] if is_required => self.required.push((*name).into()),
            names if is_required => {
                let one: Vec<_> = names.iter().map(|name| json!({ "required": [name] })).collect();
                self.all_of.push(json!({ "oneOf": one }));
            }
            names => {
                let pairs = names.iter().enumerate().flat_map(|(index, name)| {
                    names.iter().skip(index + 1).map(move |other| json!({ "not": { "required": [name, other] } }))
                });
                self.all_of.extend(pairs);
            }
        }
        for name in names {
            self.properties.insert((*name).into(), schema.clone());
        }
    }

    /// Adds the fields of a flattened value. Those of an `Option` may be all absent.
    pub(super) fn flatten<T: JsonSchema + ?Sized>(&mut self, is_optional: bool) {
        // Not a reference: the fields are in this object.
        let Value::Object(mut schema) = T::json_schema(self.generator).to_value() else { return };
        for keyword in ["$schema", "title", "description", "type"] {
            schema.remove(keyword);
        }
        let names: Vec<String> = match schema.remove("properties") {
            Some(Value::Object(properties)) => {
                let names = properties.keys().cloned().collect();
                for (name, property) in properties {
                    self.properties.entry(name).or_insert(property);
                }
                names
            }
            _ => Vec::new(),
        };
        match schema.remove("additionalProperties") {
            None | Some(Value::Bool(true)) => {}
            additional => self.additional = additional,
        }
        if is_optional {
            if schema.is_empty() {
                return;
            }
            let names = if names.is_empty() { alloc::vec![String::from("type")] } else { names };
            let present: Vec<_> = names.iter().map(|name| json!({ "required": [name] })).collect();
            self.all_of.push(json!({ "anyOf": [schema, { "not": { "anyOf": present } }] }));
            return;
        }
        if let Some(Value::Array(required)) = schema.remove("required") {
            self.required.extend(required.iter().filter_map(Value::as_str).map(String::from));
        }
        if let Some(Value::Array(all_of)) = schema.remove("allOf") {
            self.all_of.extend(all_of);
        }
        if !schema.is_empty() {
            self.all_of.push(schema.into());
        }
    }

    /// Refuses every other field.
    pub fn deny_unknown_fields(&mut self) {
        self.additional = Some(false.into());
    }

    /// Returns the schema.
    pub fn finish(self) -> Schema {
        let mut schema = Map::new();
        if let Some(description) = self.description {
            schema.insert("description".into(), description.into());
        }
        schema.insert("type".into(), "object".into());
        schema.insert("properties".into(), self.properties.into());
        if !self.required.is_empty() {
            schema.insert("required".into(), self.required.into());
        }
        if let Some(additional) = self.additional {
            schema.insert("additionalProperties".into(), additional);
        }
        if !self.all_of.is_empty() {
            schema.insert("allOf".into(), self.all_of.into());
        }
        schema.into()
    }
}

/// Returns the schema of a text that is one of the known ones, strictly, and else any text.
#[cfg(feature = "events")]
pub(crate) fn text_of(generator: &mut SchemaGenerator, known: &[&str]) -> Schema {
    note_rule(generator, Rules::Strict);
    let mut schema = Map::new();
    schema.insert("type".into(), "string".into());
    let keyword = if Rules::of(generator) == Rules::Strict { "enum" } else { "examples" };
    schema.insert(keyword.into(), known.into());
    schema.into()
}
