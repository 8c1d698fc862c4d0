//! The vocabulary: one row for each key of `#[event(…)]` and of `#[serde(…)]`, with its form and where it may stand.

/// A place for keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// On a struct that is an event.
    Event,
    /// In `strict(…)` on such a struct.
    StrictEvent,
    /// On a field of it.
    Field,
    /// In `strict(…)` on a field.
    Strict,
    /// In `each(…)` on a field.
    Each,
    /// On an enum that is a family.
    Family,
    /// On a variant of it.
    Variant,
    /// On the type in a variant's parentheses.
    VariantField,
}

pub(crate) struct Row<K: 'static> {
    pub(crate) key: K,
    pub(crate) name: &'static str,
    /// The form in which it is written, for messages.
    pub(crate) form: &'static str,
    pub(crate) places: &'static [Place],
}

/// A key of `#[event(…)]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum EventKey {
    Type,
    Alias,
    Untagged,
    Part,
    SerializeOnly,
    Schema,
    Accept,
    WithoutType,
    HadNoType,
    SchemaWith,
    Terminal,
    Failure,
    Crate,
    Bound,
    Strict,
    Nullable,
    Unknown,
    Family,
    Rule(RuleKey),
}

/// A rule of `#[event(…)]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RuleKey {
    Index,
    NonEmpty,
    Len,
    Range,
    Integer,
    Base64,
    Prefix,
    OneOf,
    Required,
    Nested,
    Each,
    With,
}

/// A key of `#[serde(…)]` that keeps its meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SerdeKey {
    Rename,
    RenameAll,
    Alias,
    Default,
    Skip,
    SkipSerializingIf,
    With,
    SerializeWith,
    DeserializeWith,
    Borrow,
    Bound,
    Flatten,
    DenyUnknownFields,
    Crate,
}

const fn row<K>(key: K, name: &'static str, form: &'static str, places: &'static [Place]) -> Row<K> {
    Row { key, name, form, places }
}

const ON_EVENT: &[Place] = &[Place::Event];
const ON_FIELD: &[Place] = &[Place::Field];
const ON_BOTH: &[Place] = &[Place::Event, Place::Field];
const ON_VARIANT: &[Place] = &[Place::Variant];
const RULE: &[Place] = &[Place::Field, Place::Strict, Place::Each];

/// The keys of `#[event(…)]`.
#[rustfmt::skip] // one key, one line
pub(crate) const EVENT: &[Row<EventKey>] = {
    use EventKey::{Accept, Alias, Bound, Crate, Failure, Family, HadNoType, Nullable, Part, Rule, Schema, SchemaWith, SerializeOnly, Strict, Terminal, Type, Unknown, Untagged, WithoutType};
    use RuleKey::{Base64, Each, Index, Integer, Len, Nested, NonEmpty, OneOf, Prefix, Range, Required, With};
    &[
        row(Type, "type", "type = \"…\"", ON_EVENT),
        row(Alias, "alias", "alias = \"…\"", ON_EVENT),
        row(Untagged, "untagged", "untagged", ON_EVENT),
        row(Part, "part", "part", &[Place::Event, Place::Family]),
        row(SerializeOnly, "serialize_only", "serialize_only", &[Place::Event, Place::Family]),
        row(Schema, "schema", "schema", &[Place::Event, Place::Family]),
        row(Accept, "accept", "accept(path)", ON_EVENT),
        row(Terminal, "terminal", "terminal(\"…\", \"…\")", &[Place::Family]),
        row(Failure, "failure", "failure(\"…\", \"…\")", &[Place::Family]),
        row(Crate, "crate", "crate = path", &[Place::Event, Place::Family]),
        row(Bound, "bound", "bound = \"T: Trait\"", ON_EVENT),
        row(Rule(Index), "index", "index", RULE),
        row(Rule(NonEmpty), "non_empty", "non_empty", RULE),
        row(Rule(Len), "len", "len(1..=64)", RULE),
        row(Rule(Range), "range", "range(0..=100)", RULE),
        row(Rule(Integer), "integer", "integer", RULE),
        row(Rule(Base64), "base64", "base64", RULE),
        row(Rule(Prefix), "prefix", "prefix(\"…\")", RULE),
        row(Rule(OneOf), "one_of", "one_of(\"…\", \"…\")", RULE),
        row(Rule(Required), "required", "required", &[Place::Field, Place::Strict]),
        row(Rule(Nested), "nested", "nested", RULE),
        row(Rule(Each), "each", "each(rule, …)", RULE),
        row(Rule(With), "with", "with(path)", &[Place::Event, Place::StrictEvent, Place::Field, Place::Strict, Place::Each]),
        row(Strict, "strict", "strict(rule, …)", ON_BOTH),
        row(Nullable, "nullable", "nullable", ON_FIELD),
        row(HadNoType, "had_no_type", "had_no_type", ON_FIELD),
        row(SchemaWith, "schema_with", "schema_with(path)", ON_FIELD),
        row(Unknown, "unknown", "unknown", ON_VARIANT),
        row(Family, "family", "family", ON_VARIANT),
        row(WithoutType, "without_type", "without_type = \"…\"", ON_VARIANT),
    ]
};

/// The keys of `#[serde(…)]` that keep their meaning.
#[rustfmt::skip] // one key, one line
pub(crate) const SERDE: &[Row<SerdeKey>] = {
    use SerdeKey::{Alias, Borrow, Bound, Crate, Default, DenyUnknownFields, DeserializeWith, Flatten, Rename, RenameAll, SerializeWith, Skip, SkipSerializingIf, With};
    &[
        row(Rename, "rename", "rename = \"…\"", ON_BOTH),
        row(RenameAll, "rename_all", "rename_all = \"camelCase\"", ON_EVENT),
        row(Alias, "alias", "alias = \"…\"", ON_FIELD),
        row(Default, "default", "default` or `default = \"path\"", ON_BOTH),
        row(Skip, "skip", "skip", ON_FIELD),
        row(SkipSerializingIf, "skip_serializing_if", "skip_serializing_if = \"path\"", ON_FIELD),
        row(With, "with", "with = \"module\"", ON_FIELD),
        row(SerializeWith, "serialize_with", "serialize_with = \"path\"", ON_FIELD),
        row(DeserializeWith, "deserialize_with", "deserialize_with = \"path\"", ON_FIELD),
        row(Borrow, "borrow", "borrow` or `borrow = \"'a + 'b\"", ON_FIELD),
        row(Bound, "bound", "bound = \"T: Trait\"", ON_BOTH),
        row(Flatten, "flatten", "flatten", ON_FIELD),
        row(DenyUnknownFields, "deny_unknown_fields", "deny_unknown_fields", ON_EVENT),
        row(Crate, "crate", "crate = \"path\"", ON_EVENT),
    ]
};

/// The keys that serde knows and an event refuses; the reason for each is in `diag/refusal.rs`.
pub(crate) const REFUSED: &[&str] = &[
    "content",
    "expecting",
    "field_identifier",
    "from",
    "getter",
    "into",
    "other",
    "remote",
    "rename_all_fields",
    "skip_deserializing",
    "skip_serializing",
    "tag",
    "transparent",
    "try_from",
    "untagged",
    "variant_identifier",
];

/// The words that an attribute takes at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Vocabulary {
    Event(Place),
    Serde(Place),
    /// `serialize` and `deserialize`, in `rename(…)` and `bound(…)`.
    Sides,
}

impl Vocabulary {
    /// Every word that may stand here.
    pub(crate) fn names(self) -> Vec<&'static str> {
        match self {
            Vocabulary::Event(place) => names(EVENT, place),
            Vocabulary::Serde(place) => names(SERDE, place),
            Vocabulary::Sides => vec!["serialize", "deserialize"],
        }
    }
}

fn names<K>(rows: &'static [Row<K>], place: Place) -> Vec<&'static str> {
    rows.iter().filter(|row| row.places.contains(&place)).map(|row| row.name).collect()
}

/// The row of the word `name`.
pub(crate) fn find<K>(rows: &'static [Row<K>], name: &str) -> Option<&'static Row<K>> {
    rows.iter().find(|row| row.name == name)
}

/// The word in `REFUSED` that equals `name`.
pub(crate) fn refused(name: &str) -> Option<&'static str> {
    REFUSED.iter().copied().find(|refused| *refused == name)
}
