//! The table of facts, read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One row: a member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) object: Object,
    pub(crate) member: String,
    /// JSON types, sorted, with `|` between them.
    pub(crate) types: String,
    pub(crate) need: Need,
    pub(crate) nullable: bool,
    /// Ours: the SDKs do not say it.
    pub(crate) place: Place,
}

/// What a member belongs to: where the object stands, and its `type`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Object {
    pub(crate) kind: String,
    pub(crate) tag: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    All,
    Some,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Typed,
    Raw,
    Other,
}

impl Fact {
    pub(crate) fn parse(line: &str) -> Result<Self, String> {
        let columns: Vec<_> = line.split('\t').collect();
        let [kind, tag, member, types, need, null, place] = columns[..] else {
            return Err(format!("{} columns, not 7", columns.len()));
        };
        Ok(Self {
            object: Object { kind: kind.to_owned(), tag: tag.to_owned() },
            member: member.to_owned(),
            types: types.to_owned(),
            need: match need {
                "all" => Need::All,
                "some" => Need::Some,
                "none" => Need::None,
                _ => return Err(format!("`{need}` is not `all`, `some` or `none`")),
            },
            nullable: match null {
                "null" => true,
                "-" => false,
                _ => return Err(format!("`{null}` is not `null` or `-`")),
            },
            place: match place {
                "typed" => Place::Typed,
                "raw" => Place::Raw,
                "other" => Place::Other,
                _ => return Err(format!("`{place}` is not `typed`, `raw` or `other`")),
            },
        })
    }

    /// Whether the contract must ask for it.
    pub(crate) fn is_demanded(&self) -> bool {
        self.need == Need::All && !self.nullable
    }

    pub(crate) fn may_be(&self, json_type: &str) -> bool {
        self.types.split('|').any(|one| one == json_type)
    }
}

/// The row as it stands in the table.
impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { object: Object { kind, tag }, member, types, need, nullable, place } = self;
        let need = match need {
            Need::All => "all",
            Need::Some => "some",
            Need::None => "none",
        };
        let null = if *nullable { "null" } else { "-" };
        let place = match place {
            Place::Typed => "typed",
            Place::Raw => "raw",
            Place::Other => "other",
        };
        write!(f, "{kind}\t{tag}\t{member}\t{types}\t{need}\t{null}\t{place}")
    }
}

/// The members of each object, in their order.
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
fn each_member_has_one_row_and_a_row_is_written_as_it_is_read() {
    let facts = facts();
    let mut seen = BTreeSet::new();
    for fact in facts.values().flatten() {
        assert_eq!(Fact::parse(&fact.to_string()).as_ref(), Ok(fact));
        assert!(seen.insert((&fact.object, &fact.member)), "two rows for the member:\n{fact}");
    }
}
