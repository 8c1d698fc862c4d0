//! The keywords of a rule.
//!
//! Most keywords are about values of one JSON type and hold for all others, `null` among them; those that are not take care
//! of `null`.

use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};

use serde_json::{Map, Value, json};

use super::field::Rule;
use super::rules::Rules;
use crate::number::Number;

/// Base64 with the standard alphabet and padding; no bit is set that no byte needs.
const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

/// Adds the keywords of a rule to the schema of a value. Returns `true` if the rule requires the value.
pub(super) fn add(rule: &Rule<'_>, rules: Rules, schema: &mut Value) -> bool {
    if rules == Rules::None {
        return false;
    }
    match rule {
        Rule::Index => {
            bound(schema, Some(Number::whole(0)), None);
            if rules >= Rules::Strict {
                integer(schema);
            }
        }
        Rule::Integer => integer(schema),
        Rule::Range { min, max } => bound(schema, *min, *max),
        Rule::NonEmpty => length(schema, Some(1), None),
        Rule::Len { min, max } => length(schema, *min, *max),
        Rule::Prefix(prefix) => pattern(schema, format!("^{}", escaped(prefix))),
        Rule::OneOf(values) => one_of(schema, values),
        Rule::Base64 => {
            pattern(schema, BASE64.into());
            keywords(schema).insert("contentEncoding".into(), "base64".into());
        }
        Rule::Required => {
            refuse_null(schema);
            return true;
        }
        Rule::Each(inner) => {
            for name in item_keywords(schema) {
                let items = keywords(schema).entry(name).or_insert(Value::Bool(true));
                for rule in *inner {
                    add(rule, rules, items);
                }
            }
        }
        Rule::Strict(rule) => return rules >= Rules::Strict && add(rule, rules, schema),
        Rule::Nested | Rule::With => {}
    }
    false
}

/// Returns the keywords of a schema, which then has some.
pub(super) fn keywords(schema: &mut Value) -> &mut Map<String, Value> {
    if !schema.is_object() {
        *schema = match schema {
            Value::Bool(false) => json!({ "not": {} }),
            _ => json!({}),
        };
    }
    schema.as_object_mut().expect("an object was put there")
}

/// Returns the names in `type`.
fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_null(schema: &Value) -> bool {
    types(schema) == ["null"]
}

fn integer(schema: &mut Value) {
    match keywords(schema).get_mut("type") {
        Some(Value::String(name)) if name == "number" => *name = "integer".into(),
        Some(Value::Array(names)) if names.iter().any(|name| name == "number") => {
            for name in names.iter_mut().filter(|name| **name == "number") {
                *name = "integer".into();
            }
        }
        Some(Value::String(name)) if name == "integer" => {}
        // The type is in another schema.
        _ => _ = keywords(schema).insert("multipleOf".into(), 1.into()),
    }
}

/// Narrows the bounds of a number.
fn bound(schema: &mut Value, min: Option<Number>, max: Option<Number>) {
    let keywords = keywords(schema);
    let number = |value: &Value| serde_json::from_value::<Number>(value.clone()).ok();
    for (name, end) in [("minimum", min), ("maximum", max)] {
        let (Some(end), current) = (end, keywords.get(name).and_then(number)) else { continue };
        let end = match current {
            Some(current) if name == "minimum" => end.max(current),
            Some(current) => end.min(current),
            None => end,
        };
        if let Ok(end) = serde_json::to_value(end) {
            keywords.insert(name.into(), end);
        }
    }
}

/// Narrows the length of a text, list or map.
fn length(schema: &mut Value, min: Option<u64>, max: Option<u64>) {
    let kinds = [("string", "Length"), ("array", "Items"), ("object", "Properties")];
    let types = types(schema);
    let fit = |name: &str| types.contains(&name);
    let any = kinds.iter().any(|(name, _)| fit(name));
    // Where the type is in another schema, the keywords of all three are about the one that it is.
    let names: Vec<_> = kinds.iter().filter(|(name, _)| fit(name) || !any).map(|(_, suffix)| *suffix).collect();
    let keywords = keywords(schema);
    for suffix in names {
        for (prefix, end) in [("min", min), ("max", max)] {
            let name = format!("{prefix}{suffix}");
            let current = keywords.get(&name).and_then(Value::as_u64);
            let end = match (end, current) {
                (Some(end), Some(current)) if prefix == "min" => Some(end.max(current)),
                (Some(end), Some(current)) => Some(end.min(current)),
                (end, _) => end,
            };
            if let Some(end) = end {
                keywords.insert(name, end.into());
            }
        }
    }
}

fn pattern(schema: &mut Value, pattern: String) {
    let keywords = keywords(schema);
    if keywords.contains_key("pattern") {
        let all = keywords.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.push(json!({ "pattern": pattern }));
        }
    } else {
        keywords.insert("pattern".into(), pattern.into());
    }
}

/// Returns the regular expression that matches a text.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        if r"\^$.|?*+()[]{}/".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

fn one_of(schema: &mut Value, values: &[&str]) {
    let null = takes_null(schema).then_some(Value::Null);
    let values: Vec<_> = values.iter().map(|value| Value::from(*value)).chain(null).collect();
    match keywords(schema).get_mut("enum") {
        Some(Value::Array(current)) => current.retain(|value| values.contains(value)),
        _ => drop(keywords(schema).insert("enum".into(), Value::Array(values))),
    }
}

/// Returns `true` if `null` may conform.
fn takes_null(schema: &Value) -> bool {
    if let Some(Value::Array(schemas)) = schema.get("anyOf") {
        return schemas.iter().any(takes_null);
    }
    match schema {
        Value::Bool(takes) => *takes,
        _ if schema.get("$ref").is_some() => false,
        _ => {
            let types = types(schema);
            let is_listed = schema.get("enum").and_then(Value::as_array).is_none_or(|all| all.contains(&Value::Null));
            (types.is_empty() || types.contains(&"null")) && is_listed && schema.get("const").is_none()
        }
    }
}

/// Takes `null` out of a schema.
fn refuse_null(schema: &mut Value) {
    let keywords = keywords(schema);
    if let Some(Value::Array(values)) = keywords.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Value::Array(names)) = keywords.get_mut("type") {
        names.retain(|name| name != "null");
        if let [name] = names.as_slice() {
            let name = name.clone();
            keywords.insert("type".into(), name);
        }
    }
    if let Some(Value::Array(schemas)) = keywords.get_mut("anyOf") {
        schemas.retain(|schema| !is_null(schema));
    }
    let alone = match keywords.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::Object(alone)]) if keywords.len() == 1 && !alone.contains_key("not") => Some(alone.clone()),
        _ => None,
    };
    if let Some(alone) = alone {
        *keywords = alone;
    }
    if takes_null(schema) {
        let no_null = json!({ "not": { "type": "null" } });
        match self::keywords(schema) {
            keywords if keywords.contains_key("not") => *schema = json!({ "allOf": [schema.take(), no_null] }),
            keywords => drop(keywords.insert("not".into(), json!({ "type": "null" }))),
        }
    }
}

/// Returns the keywords that describe the items of a list or the values of a map.
fn item_keywords(schema: &Value) -> Vec<&'static str> {
    let types = types(schema);
    let fit: Vec<_> = [("array", "items"), ("object", "additionalProperties")]
        .into_iter()
        .filter_map(|(name, keyword)| types.contains(&name).then_some(keyword))
        .collect();
    if fit.is_empty() { vec!["items", "additionalProperties"] } else { fit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(rule: Rule<'_>, mut schema: Value) -> Value {
        add(&rule, Rules::Strict, &mut schema);
        schema
    }

    #[test]
    fn a_value_that_is_required_is_not_null() {
        for (schema, expected) in [
            (json!({"type": ["string", "null"]}), json!({"type": "string"})),
            (json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}), json!({"$ref": "#/$defs/A"})),
            (json!({"type": ["string", "null"], "enum": ["a", null]}), json!({"type": "string", "enum": ["a"]})),
            (json!(true), json!({"not": {"type": "null"}})),
            (
                json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}], "minLength": 1}),
                json!({"anyOf": [{"$ref": "#/$defs/A"}], "minLength": 1}),
            ),
            (json!({"not": {"const": ""}}), json!({"allOf": [{"not": {"const": ""}}, {"not": {"type": "null"}}]})),
        ] {
            assert_eq!(with(Rule::Required, schema.clone()), expected, "{schema}");
        }
    }

    #[test]
    fn a_second_list_of_texts_narrows_the_first() {
        let schema = with(Rule::OneOf(&["b", "c"]), with(Rule::OneOf(&["a", "b"]), json!({"type": "string"})));
        assert_eq!(schema, json!({"type": "string", "enum": ["b"]}));
    }

    #[test]
    fn a_text_that_may_be_null_is_one_of_the_texts_or_null() {
        let rule = Rule::OneOf(&["a", "b"]);
        for (schema, values) in [
            (json!({"type": ["string", "null"]}), json!(["a", "b", null])),
            (json!({"type": "string"}), json!(["a", "b"])),
            (json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}), json!(["a", "b", null])),
            (json!({"$ref": "#/$defs/A"}), json!(["a", "b"])),
        ] {
            assert_eq!(with(rule, schema.clone())["enum"], values, "{schema}");
        }
    }

    #[test]
    fn bounds_only_become_narrower() {
        let byte = json!({"type": "integer", "minimum": 0, "maximum": 255});
        let range = |min: i128, max: i128| Rule::Range { min: Some(Number::whole(min)), max: Some(Number::whole(max)) };
        assert_eq!(with(range(-5, 100), byte.clone()), json!({"type": "integer", "minimum": 0, "maximum": 100}));
        assert_eq!(with(range(5, 1000), byte), json!({"type": "integer", "minimum": 5, "maximum": 255}));
    }

    #[test]
    fn a_length_is_about_the_type_of_the_value() {
        let len = Rule::Len { min: Some(2), max: Some(4) };
        assert_eq!(with(len, json!({"type": "string"})), json!({"type": "string", "minLength": 2, "maxLength": 4}));
        assert_eq!(with(Rule::NonEmpty, json!({"type": ["array", "null"]}))["minItems"], 1);
        assert_eq!(with(Rule::NonEmpty, json!({"type": "object"}))["minProperties"], 1);
        let reference = with(Rule::NonEmpty, json!({"$ref": "#/$defs/A"}));
        assert_eq!(reference, json!({"$ref": "#/$defs/A", "minItems": 1, "minLength": 1, "minProperties": 1}));
    }

    #[test]
    fn a_prefix_is_no_regular_expression() {
        assert_eq!(with(Rule::Prefix("a.b/(c)_"), json!({}))["pattern"], r"^a\.b\/\(c\)_");
        let both = with(Rule::Base64, json!({"type": "string", "pattern": "^iVBOR"}));
        assert_eq!(both["allOf"][0]["pattern"], BASE64);
    }

    #[test]
    fn a_rule_for_each_item_is_in_the_schema_of_items() {
        let rule = Rule::Each(&[Rule::NonEmpty, Rule::Prefix("a")]);
        let list = with(rule, json!({"type": ["array", "null"], "items": {"type": "string"}}));
        assert_eq!(list["items"], json!({"type": "string", "minLength": 1, "pattern": "^a"}));
        let map = with(rule, json!({"type": "object", "additionalProperties": {"type": "string"}}));
        assert_eq!(map["additionalProperties"]["minLength"], 1);
    }

    #[test]
    fn a_strict_index_is_an_integer() {
        let mut schema = json!({"type": ["number", "null"]});
        add(&Rule::Index, Rules::Contract, &mut schema);
        assert_eq!(schema, json!({"type": ["number", "null"], "minimum": 0}));
        add(&Rule::Index, Rules::Strict, &mut schema);
        assert_eq!(schema, json!({"type": ["integer", "null"], "minimum": 0}));
        assert_eq!(with(Rule::Integer, json!({"$ref": "#/$defs/A"}))["multipleOf"], 1);
        let rule = Rule::Strict(&Rule::Integer);
        add(&rule, Rules::Contract, &mut schema);
        assert_eq!(schema["minimum"], 0, "a strict rule is not of the contract");
        assert!(!rule.is_nested(Rules::Strict));
    }
}
