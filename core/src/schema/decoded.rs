//! Schemas without rules inside one with rules: of a field that is not validated.

use alloc::format;
use alloc::string::String;

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::rules::{Rules, generator_without_rules, has_left_out};

/// Describes a value without rules. Definitions that differ from those with rules get names of their own.
pub(super) fn without_rules(
    generator: &mut SchemaGenerator,
    describe: &dyn Fn(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if Rules::of(generator) == Rules::None {
        return describe(generator);
    }
    let mut inner = generator_without_rules(generator);
    let schema = describe(&mut inner);
    if !has_left_out(&mut inner) {
        return describe(generator);
    }
    let definitions = inner.take_definitions(false);
    adopt(generator, schema.to_value(), definitions)
}

/// Adds the definitions under new names, and returns the schema with references to these.
fn adopt(generator: &mut SchemaGenerator, mut schema: Value, mut definitions: Map<String, Value>) -> Schema {
    let path = generator.settings().definitions_path.trim_start_matches('#').trim_end_matches('/');
    let prefix = format!("#{path}/");
    let mut suffix = String::from("-decoded");
    let mut number = 2;
    // Names are given in the order of the types, so a name may stand for another type elsewhere.
    let adopted = loop {
        let adopted: Map<String, Value> = definitions
            .iter()
            .map(|(name, definition)| {
                let mut definition = definition.clone();
                rename(&mut definition, &prefix, &suffix);
                (format!("{name}{suffix}"), definition)
            })
            .collect();
        let is_free = |(name, definition): (&String, &Value)| {
            generator.definitions().get(name).is_none_or(|other| other == definition)
        };
        if adopted.iter().all(is_free) {
            break adopted;
        }
        suffix = format!("-decoded{number}");
        number += 1;
    };
    definitions.clear();
    rename(&mut schema, &prefix, &suffix);
    generator.definitions_mut().extend(adopted);
    Schema::try_from(schema).unwrap_or_default()
}

/// Appends the suffix to every reference to a definition.
fn rename(schema: &mut Value, prefix: &str, suffix: &str) {
    match schema {
        Value::Array(schemas) => schemas.iter_mut().for_each(|schema| rename(schema, prefix, suffix)),
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match (&**keyword, value) {
                    ("$ref", Value::String(reference)) if reference.starts_with(prefix) => reference.push_str(suffix),
                    // Their keys are names, and no keywords.
                    ("properties" | "patternProperties" | "$defs" | "dependentSchemas", Value::Object(schemas)) => {
                        schemas.values_mut().for_each(|schema| rename(schema, prefix, suffix));
                    }
                    ("const" | "default" | "enum" | "examples", _) => {}
                    (_, value) => rename(value, prefix, suffix),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reference_is_renamed_whatever_the_name_of_its_field_is() {
        let part = json!({ "$ref": "#/$defs/Part" });
        let mut schema = json!({
            "properties": { "default": part, "const": { "items": part } },
            "default": part,
        });
        rename(&mut schema, "#/$defs/", "-decoded");
        let renamed = json!({ "$ref": "#/$defs/Part-decoded" });
        assert_eq!(schema["properties"], json!({ "default": renamed, "const": { "items": renamed } }));
        assert_eq!(schema["default"], part, "a value, and no schema");
    }
}
