//! Each struct reads an object that is whole, one that lacks a field, and one in which a field has another type.

use std::collections::BTreeSet;

use response_event::payload::{ItemStatus, OutputItem};
use serde_json::{Map, Value, json};

use crate::advice::{field, new_struct};
use crate::facts::{Fact, Facts, Object, Place, facts};
use crate::families::{FAMILIES, family};

/// A value of each JSON type that the field may have. The object can stand for any that an event or item holds: a family
/// keeps it as unknown, and a struct finds in it the fields that it requires.
fn examples(fact: &Fact) -> impl Iterator<Item = Value> {
    fact.types.split('|').map(move |json_type| match json_type {
        "string" if fact.object.kind == "webhook" && fact.field == "object" => json!("event"),
        "string" => json!("a"),
        "number" | "any" => json!(1),
        "boolean" => json!(true),
        "array" => json!([]),
        "object" => {
            json!({"type": "example", "id": "a", "object": "response", "created_at": 1, "model": "a", "output": [],
                "commands": [], "command": [], "path": "a", "message": "a", "code": "a", "previous_response_id": "a"})
        }
        other => panic!("tests/tests/catalogue/facts.tsv: `{other}` is no JSON type:\n{fact}"),
    })
}

/// A value of a JSON type that the field does not have.
fn of_another_type(fact: &Fact) -> Value {
    if fact.may_be("boolean") { json!("a") } else { json!(true) }
}

/// An object with each of its fields.
fn whole(object: &Object, facts: &[Fact]) -> Map<String, Value> {
    let fields = facts.iter().filter_map(|fact| Some((fact.field.clone(), examples(fact).next()?)));
    [("type".to_owned(), Value::from(object.tag.as_str()))].into_iter().chain(fields).collect()
}

/// Objects and fields for which the family has a struct: those of the others are reported once, by the first test.
fn known(facts: &Facts) -> impl Iterator<Item = (&Object, &[Fact])> {
    facts
        .iter()
        .filter(|(object, _)| family(&object.kind).types.contains(&object.tag.as_str()))
        .map(|(object, facts)| (object, facts.as_slice()))
}

/// Those of them that take an object with every field: a struct that does not is reported once, by the second test.
fn sound(facts: &Facts) -> impl Iterator<Item = (&Object, &[Fact])> {
    known(facts).filter(|(object, facts)| {
        let json = Value::Object(whole(object, facts)).to_string();
        (family(&object.kind).read)(&json).is_ok_and(|read| read.broken.is_empty())
    })
}

fn report(failed: &[String]) {
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

#[test]
fn every_type_of_the_facts_has_a_struct_and_every_struct_is_in_the_facts() {
    let facts = facts();
    let mut failed = Vec::new();
    for (object, facts) in &facts {
        let family = family(&object.kind);
        if !family.types.contains(&object.tag.as_str()) {
            failed.push(new_struct(family, object, facts));
        }
    }
    for family in FAMILIES {
        let of_facts: BTreeSet<_> =
            facts.keys().filter(|object| object.kind == family.kind).map(|object| object.tag.as_str()).collect();
        for tag in family.types.iter().filter(|tag| !of_facts.contains(**tag)) {
            if !family.beyond_the_sdks.contains(tag) {
                failed.push(format!(
                    "`{}` knows `{tag}`, the facts do not: add its fields to tests/tests/catalogue/facts.tsv, or, if no \
                     SDK has it, its type to `beyond_the_sdks` in tests/tests/catalogue/families.rs",
                    family.name
                ));
            }
        }
        for tag in family.beyond_the_sdks {
            if of_facts.contains(tag) || !family.types.contains(tag) {
                failed.push(format!("remove `{tag}` from `beyond_the_sdks` in tests/tests/catalogue/families.rs"));
            }
        }
    }
    report(&failed);
}

#[test]
fn a_whole_object_keeps_its_contract_and_is_written_back_with_every_field() {
    let mut failed = Vec::new();
    for (object, facts) in known(&facts()) {
        let Object { kind, tag } = object;
        let whole = whole(object, facts);
        let others = facts.iter().flat_map(|fact| examples(fact).skip(1).map(|other| (fact.field.clone(), other)));
        let others = others.map(|field| whole.clone().into_iter().chain([field]).collect());
        for whole in [whole.clone()].into_iter().chain(others) {
            let json = Value::Object(whole.clone()).to_string();
            let read = match (family(kind).read)(&json) {
                Ok(read) => read,
                Err(error) => {
                    failed.push(format!(
                        "the {kind} `{tag}` with every field is refused; a field is misspelt, or of the wrong type: \
                         {error}\n  {json}"
                    ));
                    continue;
                }
            };
            failed.extend(read.broken.iter().map(|(_, text)| {
                format!("the {kind} `{tag}` with every field breaks its contract; relax the rule: {text}\n  {json}")
            }));
            let lost = facts.iter().filter(|fact| read.written.get(&fact.field) != whole.get(&fact.field));
            failed.extend(lost.map(|fact| {
                format!(
                    "the {kind} `{tag}` loses `{}`: it has no such field and no `extra`. Write\n{}",
                    fact.field,
                    field(fact)
                )
            }));
        }
    }
    report(&failed);
}

#[test]
fn a_field_that_all_sources_require_is_missed_where_it_lacks() {
    let mut failed = Vec::new();
    for (object, facts) in sound(&facts()) {
        for fact in facts.iter().filter(|fact| fact.is_demanded()) {
            let name = &fact.field;
            let mut without = whole(object, facts);
            without.remove(name);
            let missed = match (family(&object.kind).read)(&Value::Object(without).to_string()) {
                Err(error) => error.contains("missing") && error.contains(&format!("`{name}`")),
                Ok(read) => read.broken.iter().any(|(pointer, _)| *pointer == format!("/{name}")),
            };
            if !missed {
                failed.push(format!(
                    "the {} `{}` does not miss `{name}`, which all sources require. In its struct, write\n    \
                     #[event(required)]\n    pub {name}: Option<…>,",
                    object.kind, object.tag
                ));
            }
        }
    }
    report(&failed);
}

#[test]
fn a_field_that_not_all_sources_require_may_lack() {
    let mut failed = Vec::new();
    for (object, facts) in sound(&facts()) {
        for fact in facts.iter().filter(|fact| !fact.is_demanded()) {
            let name = &fact.field;
            let mut changed = vec![("without", whole(object, facts))];
            changed[0].1.remove(name);
            if !fact.nullable.is_empty() {
                changed.push(("with `null` as", whole(object, facts)));
                changed[1].1.insert(name.clone(), Value::Null);
            }
            for (how, changed) in changed {
                let refused = match (family(&object.kind).read)(&Value::Object(changed).to_string()) {
                    Err(error) => error,
                    Ok(read) if read.broken.is_empty() => continue,
                    Ok(read) => read.broken.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("; "),
                };
                failed.push(format!(
                    "the {} `{}` {how} `{name}`, which a source allows, is refused: {refused}\n  make it an `Option` \
                     without `required`",
                    object.kind, object.tag
                ));
            }
        }
    }
    report(&failed);
}

#[test]
fn a_field_of_another_type_is_refused_or_kept_as_the_facts_say() {
    let mut failed = Vec::new();
    for (object, facts) in sound(&facts()) {
        for fact in facts {
            let found = place_of(object, facts, fact);
            if found != Ok(fact.place) {
                let found = found.map_or_else(|error| error, |place| format!("it is `{place:?}`").to_lowercase());
                failed.push(format!(
                    "`{}` of the {} `{}` is not as the facts have it: {found}. If its field is misspelt or lacks, write\
                     \n{}if it is right, write another place into the row\n{fact}",
                    fact.field,
                    object.kind,
                    object.tag,
                    field(fact)
                ));
            }
        }
    }
    report(&failed);
}

/// Finds out where the struct keeps the field: it refuses a value of another type, or it does not write a `null`, as an
/// `Option` does not, or it keeps both.
fn place_of(object: &Object, facts: &[Fact], fact: &Fact) -> Result<Place, String> {
    let read = |value: Option<Value>| {
        let mut changed = whole(object, facts);
        match value {
            Some(value) => changed.insert(fact.field.clone(), value),
            None => changed.remove(&fact.field),
        };
        (family(&object.kind).read)(&Value::Object(changed).to_string())
    };
    let other_type = of_another_type(fact);
    match read(Some(other_type.clone())) {
        Err(error) if error.contains(&format!("at `/{}", fact.field)) => return Ok(Place::Typed),
        Err(error) => return Err(format!("{other_type} is refused elsewhere: {error}")),
        Ok(read) if read.written.get(&fact.field) != Some(&other_type) => return Err(format!("{other_type} is lost")),
        Ok(_) => {}
    }
    let is_written = |value| read(value).is_ok_and(|read| read.written.contains_key(&fact.field));
    let is_demanded = read(None).is_err();
    if is_written(Some(Value::Null)) && !is_demanded { Ok(Place::Extra) } else { Ok(Place::Raw) }
}

#[test]
fn an_item_finds_its_common_fields() {
    let mut failed = Vec::new();
    let facts = facts();
    for (Object { tag, .. }, facts, whole) in sound(&facts)
        .filter(|(object, _)| object.kind == "item")
        .map(|(object, facts)| (object, facts, whole(object, facts)))
    {
        let item: OutputItem =
            serde_json::from_value(Value::Object(whole.clone())).unwrap_or_else(|error| panic!("{tag}: {error}"));
        let status = item.status();
        let status = status.as_ref().map(ItemStatus::as_str);
        for (name, found) in [("id", item.id().as_deref()), ("call_id", item.call_id().as_deref()), ("status", status)]
        {
            let has_field = facts.iter().any(|fact| fact.field == name && fact.place == Place::Typed);
            let expected = whole.get(name).filter(|_| has_field).and_then(Value::as_str);
            if found != expected {
                let field = if has_field { name.to_owned() } else { format!("{name}: None") };
                failed.push(format!(
                    "`OutputItem::{name}` returns {found:?} for `{tag}`, not {expected:?}: write `{field}` in its row in \
                     core/src/payload/output_item/mod.rs"
                ));
            }
        }
    }
    report(&failed);
}
