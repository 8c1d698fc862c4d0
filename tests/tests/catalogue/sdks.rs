//! The table of facts against the catalogue that was made of the SDKs, where it is at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use response_event_tests::shared::shared;
use serde::Deserialize;

use crate::facts::{Fact, Facts, Object, Place, Sources, facts};

/// The SDK whose items all have a struct.
const ALL_ITEMS_OF: &str = "openai-python";

#[derive(Deserialize)]
struct Event {
    tag: String,
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct NamedObject {
    name: String,
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
    #[serde(flatten)]
    value: Type,
    required_in: Vec<String>,
    optional_in: Vec<String>,
    nullable_in: Vec<String>,
    absent_in: Vec<String>,
}

#[derive(Deserialize)]
struct Type {
    #[serde(rename = "type")]
    types: Types,
    object: Option<String>,
    items: Option<Box<Type>>,
    #[serde(default)]
    variants: Vec<Variant>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Types {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct Variant {
    tag: Option<String>,
    object: String,
    sdks: Vec<String>,
}

impl Types {
    /// As the facts have them.
    fn names(&self) -> String {
        let names = match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        };
        let names: BTreeSet<_> = names
            .iter()
            .map(|name| match name.as_str() {
                "integer" => "number",
                "enum" => "string",
                other => other,
            })
            .collect();
        names.into_iter().collect::<Vec<_>>().join("|")
    }
}

/// The events by their tags, and the objects by their names.
struct Catalogue {
    events: BTreeMap<String, Vec<Field>>,
    objects: BTreeMap<String, Vec<Field>>,
}

impl Catalogue {
    fn read(folder: &Path) -> Result<Self, String> {
        fn file<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, String> {
            let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
        }
        let events: Vec<Event> = file(&folder.join("events.json"))?;
        let objects: Vec<NamedObject> = file(&folder.join("objects.json"))?;
        Ok(Self {
            events: events.into_iter().map(|event| (event.tag, event.fields)).collect(),
            objects: objects.into_iter().map(|object| (object.name, object.fields)).collect(),
        })
    }

    fn type_of<'a>(fields: &'a [Field], name: &str) -> Result<&'a Type, String> {
        let field = fields.iter().find(|field| field.name == name);
        field.map(|field| &field.value).ok_or_else(|| format!("the catalogue has no `{name}` where it was looked for"))
    }

    fn event(&self, tag: &str) -> Result<&[Field], String> {
        self.events.get(tag).map(Vec::as_slice).ok_or_else(|| format!("the catalogue has no event `{tag}`"))
    }

    fn object(&self, name: &str) -> Result<&[Field], String> {
        self.objects.get(name).map(Vec::as_slice).ok_or_else(|| format!("the catalogue has no object `{name}`"))
    }

    /// Returns the facts about everything that has a struct; the place of each field is `typed`.
    fn facts(&self) -> Result<Facts, String> {
        let mut facts = Facts::new();
        let mut add = |kind: &str, tag: &str, fields: &[Field]| {
            let object = Object { kind: kind.to_owned(), tag: tag.to_owned() };
            let fields = fields.iter().filter(|field| field.name != "type");
            let fields = fields.map(|field| fact(&object, field)).collect();
            facts.insert(object, fields);
        };
        for (tag, fields) in &self.events {
            add("event", tag, fields);
        }
        let response = Self::type_of(self.event("response.completed")?, "response")?.object.as_deref();
        let output = Self::type_of(self.object(response.unwrap_or_default())?, "output")?.items.as_deref();
        let items = output.map(|output| output.variants.as_slice()).unwrap_or_default();
        let items = items.iter().filter(|item| item.sdks.iter().any(|sdk| sdk.starts_with(ALL_ITEMS_OF)));
        let parts = &Self::type_of(self.event("response.content_part.added")?, "part")?.variants;
        let added = self.event("response.output_text.annotation.added")?;
        let annotations = &Self::type_of(added, "annotation")?.variants;
        let variants = items.map(|item| ("item", item)).chain(parts.iter().map(|part| ("part", part)));
        for (kind, variant) in variants.chain(annotations.iter().map(|annotation| ("annotation", annotation))) {
            add(kind, variant.tag.as_deref().unwrap_or_default(), self.object(&variant.object)?);
        }
        let summary = Self::type_of(self.event("response.reasoning_summary_part.added")?, "part")?.object.as_deref();
        add("summary", "summary_text", self.object(summary.unwrap_or_default())?);
        Ok(facts)
    }
}

fn fact(object: &Object, field: &Field) -> Fact {
    Fact {
        object: object.clone(),
        field: field.name.clone(),
        types: field.value.types.names(),
        required: sources(&field.required_in),
        optional: sources(&field.optional_in),
        absent: sources(&field.absent_in),
        nullable: sources(&field.nullable_in),
        place: Place::Typed,
    }
}

/// The sources of which the catalogue has the same version as the facts. Of the others the facts are newer; the command in
/// `tests/drift` compares those with the releases themselves.
const SAME_VERSION: &[&str] = &["openrouter-1", "openrouter-0"];

/// Finds the SDKs of the catalogue among the sources of the facts.
fn sources(sdks: &[String]) -> Sources {
    let name = |sdk: &String| match sdk.as_str() {
        "openai-python 3.54.0" => "python",
        "openai-node 6.49.0" => "node",
        "openrouter-sdk 1.3.19" => "openrouter-1",
        "openrouter-sdk 0.9.11" => "openrouter-0",
        other => panic!("`{other}` is no source of tests/tests/catalogue/facts.tsv: add it there and here"),
    };
    Sources::parse(sdks.iter().map(name)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
#[ignore = "needs ../shared/catalogue beside the project"]
fn the_facts_are_those_of_the_sdks() {
    let folder = shared("catalogue");
    let catalogue = Catalogue::read(&folder).and_then(|catalogue| catalogue.facts());
    let of_sdks = catalogue.unwrap_or_else(|error| panic!("{error}"));
    let ours = facts();
    let find =
        |facts: &Facts, fact: &Fact| facts.get(&fact.object)?.iter().find(|other| other.field == fact.field).cloned();
    let is_known = |fact: &Fact| !(fact.required.is_empty() && fact.optional.is_empty());
    let (mut compared, mut failed) = (0, Vec::new());
    for fact in of_sdks.values().flatten().map(|fact| fact.of_sources(SAME_VERSION)).filter(is_known) {
        compared += 1;
        match find(&ours, &fact) {
            None => failed.push(format!("a field without a row; add\n{fact}")),
            Some(ours) => {
                // Other sources may know more types.
                let fact = Fact { place: ours.place, types: ours.types.clone(), ..fact };
                let ours = ours.of_sources(SAME_VERSION);
                if ours != fact {
                    failed.push(format!("the SDKs have changed; they have\n{fact}\nand not\n{ours}"));
                }
            }
        }
    }
    for fact in ours.values().flatten().map(|fact| fact.of_sources(SAME_VERSION)).filter(is_known) {
        if find(&of_sdks, &fact).is_none() {
            failed.push(format!("no SDK has the field; remove\n{fact}"));
        }
    }
    println!(
        "catalogue: {compared} fields of {SAME_VERSION:?}, {} of them not as in {}",
        failed.len(),
        folder.display()
    );
    assert!(failed.is_empty(), "tests/tests/catalogue/facts.tsv, {} rows:\n\n{}\n", failed.len(), failed.join("\n\n"));
}
