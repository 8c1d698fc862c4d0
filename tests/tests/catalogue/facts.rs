//! The table of facts, read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One row: a field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) object: Object,
    pub(crate) field: String,
    /// JSON types, sorted, with `|` between them.
    pub(crate) types: String,
    pub(crate) required: Sources,
    pub(crate) optional: Sources,
    pub(crate) absent: Sources,
    /// The sources that allow `null`.
    pub(crate) nullable: Sources,
    /// Ours: no source says it.
    pub(crate) place: Place,
}

/// What a field belongs to: where the object stands, and its `type`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Object {
    pub(crate) kind: String,
    pub(crate) tag: String,
}

/// The names of the sources, in the order in which a row lists them.
const SOURCES: [&str; 6] = ["python", "node", "openrouter-1", "openrouter-0", "open-responses", "websocket"];

/// A set of sources, each as its place in [`SOURCES`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sources(BTreeSet<usize>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Typed,
    Raw,
    Extra,
}

impl Sources {
    pub(crate) fn parse<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let place = |name| {
            let place = SOURCES.iter().position(|source| *source == name);
            place.ok_or_else(|| format!("`{name}` is none of {SOURCES:?}"))
        };
        names.into_iter().map(place).collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns those whose names are in the list.
    pub(crate) fn only(&self, names: &[&str]) -> Self {
        Self(self.0.iter().copied().filter(|source| names.contains(&SOURCES[*source])).collect())
    }

    /// Returns the names, in the order in which a row lists them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().map(|source| SOURCES[*source])
    }
}

impl fmt::Display for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.names().collect();
        f.write_str(if names.is_empty() { "-" } else { "" })?;
        f.write_str(&names.join(","))
    }
}

impl Fact {
    pub(crate) fn parse(line: &str) -> Result<Self, String> {
        let columns: Vec<_> = line.split('\t').collect();
        let [kind, tag, field, types, required, optional, absent, nullable, place] = columns[..] else {
            return Err(format!("{} columns, not 9", columns.len()));
        };
        let sources = |column: &str| Sources::parse(column.split(',').filter(|name| *name != "-"));
        Ok(Self {
            object: Object { kind: kind.to_owned(), tag: tag.to_owned() },
            field: field.to_owned(),
            types: types.to_owned(),
            required: sources(required)?,
            optional: sources(optional)?,
            absent: sources(absent)?,
            nullable: sources(nullable)?,
            place: match place {
                "typed" => Place::Typed,
                "raw" => Place::Raw,
                "extra" => Place::Extra,
                _ => return Err(format!("`{place}` is not `typed`, `raw` or `extra`")),
            },
        })
    }

    /// Returns `true` if the contract must require the field: every source that knows the object does, and none allows
    /// `null`.
    pub(crate) fn is_demanded(&self) -> bool {
        self.optional.is_empty() && self.absent.is_empty() && self.nullable.is_empty()
    }

    /// Returns the same as these sources alone have it.
    pub(crate) fn of_sources(&self, names: &[&str]) -> Self {
        Self {
            required: self.required.only(names),
            optional: self.optional.only(names),
            absent: self.absent.only(names),
            nullable: self.nullable.only(names),
            ..self.clone()
        }
    }

    pub(crate) fn may_be(&self, json_type: &str) -> bool {
        self.types.split('|').any(|one| one == json_type)
    }
}

/// The row as it stands in the table.
impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { object: Object { kind, tag }, field, types, required, optional, absent, nullable, place } = self;
        let place = match place {
            Place::Typed => "typed",
            Place::Raw => "raw",
            Place::Extra => "extra",
        };
        write!(f, "{kind}\t{tag}\t{field}\t{types}\t{required}\t{optional}\t{absent}\t{nullable}\t{place}")
    }
}

/// The fields of each object, in their order.
pub(crate) type Facts = BTreeMap<Object, Vec<Fact>>;

/// The table.
pub(crate) fn facts() -> Facts {
    let mut facts = Facts::new();
    for (number, line) in include_str!("facts.tsv").lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let fact = Fact::parse(line)
            .unwrap_or_else(|error| panic!("tests/tests/catalogue/facts.tsv, line {}: {error}\n  {line}", number + 1));
        facts.entry(fact.object.clone()).or_default().push(fact);
    }
    facts
}

#[test]
fn each_field_has_one_row_and_a_row_is_written_as_it_is_read() {
    let facts = facts();
    let mut seen = BTreeSet::new();
    for fact in facts.values().flatten() {
        assert_eq!(Fact::parse(&fact.to_string()).as_ref(), Ok(fact));
        assert!(seen.insert((&fact.object, &fact.field)), "two rows for the field:\n{fact}");
    }
}

#[test]
fn each_source_of_an_object_is_in_every_row_of_it() {
    for (object, facts) in facts() {
        let known =
            |fact: &Fact| fact.required.0.iter().chain(&fact.optional.0).chain(&fact.absent.0).copied().collect();
        let all: BTreeSet<usize> = facts.iter().flat_map(|fact| -> Vec<usize> { known(fact) }).collect();
        for fact in &facts {
            let mut of_row: Vec<usize> = known(fact);
            of_row.sort_unstable();
            assert!(
                of_row.iter().eq(&all),
                "{object:?} is known to {}: name each of them in `required`, `optional` or `absent`:\n{fact}",
                Sources(all)
            );
        }
    }
}
