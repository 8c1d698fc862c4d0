//! Legal events and families: every value of these types can be expanded, so `expand` cannot fail.

use proc_macro2::Span;
use syn::{Expr, ExprPath, Generics, Ident, Lifetime, LitStr, Path, Type, WherePredicate};

/// A struct with `#[derive(ResponseEvent)]`.
pub(crate) struct Event {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// Path to the runtime crate, `::response_event` unless `#[event(crate = …)]` says otherwise.
    pub(crate) runtime: Path,
    /// Path to serde, the runtime crate's re-export unless `#[serde(crate = …)]` says otherwise.
    pub(crate) serde: Path,
    /// `#[event(type = "…")]`; `None` with `#[event(untagged)]`, and then there are no aliases.
    pub(crate) tag: Option<LitStr>,
    /// `#[event(part)]`, or `untagged`: it has no place in a stream.
    pub(crate) is_part: bool,
    /// `#[event(serialize_only)]`: it is written and never read.
    pub(crate) serialize_only: bool,
    /// `#[event(schema)]`
    pub(crate) schema: Option<Schema>,
    /// `#[event(alias = "…")]`, each once, none equal to `tag`.
    pub(crate) tag_aliases: Vec<LitStr>,
    /// `#[serde(rename = "…")]` of the container or the ident: the name binary and debug formats see.
    pub(crate) name: String,
    pub(crate) body: Body,
    /// `#[serde(deny_unknown_fields)]`; never together with a [`Role::Flatten`].
    pub(crate) deny_unknown_fields: bool,
    /// `#[serde(default)]` or `#[serde(default = "…")]` on the struct.
    pub(crate) default: Default,
    pub(crate) bound: Bound,
    /// `#[event(bound = "…")]`: the bounds of `Validate`, instead of those that the rules need.
    pub(crate) rule_bound: Option<Vec<WherePredicate>>,
    /// `#[event(accept(path))]`: a function that refuses what was read.
    pub(crate) accept: Option<ExprPath>,
    /// `#[event(with(path))]` on the struct, in source order.
    pub(crate) rules: Vec<Rule>,
}

impl Event {
    pub(crate) fn fields(&self) -> &[Field] {
        match &self.body {
            Body::Unit => &[],
            Body::Named(fields) => fields,
        }
    }

    /// Returns the fields with a name of their own on the wire, in their order.
    pub(crate) fn wire_fields(&self) -> impl Iterator<Item = (&Field, &WireField)> {
        self.fields().iter().filter_map(|field| match &field.role {
            Role::Wire(wire) => Some((field, &**wire)),
            Role::Flatten { .. } | Role::HadNoType | Role::Skip { .. } => None,
        })
    }

    /// Returns the field with `had_no_type`.
    pub(crate) fn had_no_type(&self) -> Option<&Field> {
        self.fields().iter().find(|field| matches!(field.role, Role::HadNoType))
    }

    /// Returns the field with `flatten`.
    pub(crate) fn flattened(&self) -> Option<&Field> {
        self.fields().iter().find(|field| matches!(field.role, Role::Flatten { .. }))
    }
}

/// `#[event(schema)]`
pub(crate) struct Schema {
    /// The lines of the item's documentation.
    pub(crate) docs: Vec<Expr>,
}

/// The content of the braces.
pub(crate) enum Body {
    Unit,
    /// Also `struct E {}`, with no fields.
    Named(Vec<Field>),
}

pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The lines of its documentation, where the event has a schema.
    pub(crate) docs: Vec<Expr>,
    pub(crate) role: Role,
}

pub(crate) enum Role {
    Wire(Box<WireField>),
    /// `#[serde(flatten)]`: at most one, takes what no other field takes.
    Flatten {
        borrow: Option<Borrow>,
    },
    /// `#[event(had_no_type)]`: at most one, not on the wire; `true` if the object had no `type`.
    HadNoType,
    /// `#[serde(skip)]`: neither read nor written; filled from `default`, [`Default::None`] is that of the struct.
    Skip {
        default: Default,
    },
}

/// The part of a field with a name of its own on the wire.
pub(crate) struct WireField {
    /// Name on the wire, never `type` where there is a tag, unique in the struct (aliases included).
    pub(crate) name: LitStr,
    /// `#[serde(alias = "…")]`
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) default: Default,
    /// `#[serde(borrow)]`: the lifetimes of the type that must live as long as the input.
    pub(crate) borrow: Option<Borrow>,
    pub(crate) skip_serializing_if: Option<ExprPath>,
    /// `#[serde(serialize_with = "…")]`, or `serialize` in the module of `#[serde(with = "…")]`.
    pub(crate) serialize_with: Option<ExprPath>,
    /// `#[serde(deserialize_with = "…")]`, or `deserialize` in the module of `#[serde(with = "…")]`.
    pub(crate) deserialize_with: Option<ExprPath>,
    pub(crate) bound: Bound,
    /// `#[event(nullable)]`: the span of the key. `None` is written as `null`.
    pub(crate) nullable: Option<Span>,
    /// `#[event(schema_with(path))]`, only where the event has a schema; always there beside a function that reads the
    /// field.
    pub(crate) schema_with: Option<ExprPath>,
    pub(crate) rules: Vec<Rule>,
}

/// The value of an absent field.
pub(crate) enum Default {
    /// There is none: the field is required unless its type is optional.
    None,
    /// `#[serde(default)]`
    Trait,
    /// `#[serde(default = "path")]`
    Path(ExprPath),
}

pub(crate) struct Borrow {
    /// `#[serde(borrow)]`: every lifetime in the type. `#[serde(borrow = "'a + 'b")]`: those. Never empty.
    pub(crate) lifetimes: Vec<Lifetime>,
}

/// `#[serde(bound = "…")]`, `#[serde(bound(serialize = "…", deserialize = "…"))]`
#[derive(std::default::Default)]
pub(crate) struct Bound {
    pub(crate) serialize: Option<Vec<WherePredicate>>,
    pub(crate) deserialize: Option<Vec<WherePredicate>>,
}

/// One rule, as it stands in `#[event(…)]`.
pub(crate) struct Rule {
    /// The rule's name as written, where an error about it belongs.
    pub(crate) span: Span,
    pub(crate) level: Level,
    pub(crate) kind: RuleKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Contract,
    /// Inside `strict(…)`.
    Strict,
}

pub(crate) enum RuleKind {
    /// `index`
    Index,
    /// `non_empty`
    NonEmpty,
    /// `len(a..=b)`, `len(a..)`, `len(..=b)`, `len(n)`; at least one end is given.
    Len { min: Option<u64>, max: Option<u64> },
    /// `range(a..=b)`, `range(a..)`, `range(..=b)`; ends are number literals, perhaps with a minus; at least one is given.
    Range { min: Option<Literal>, max: Option<Literal> },
    /// `integer`
    Integer,
    /// `base64`
    Base64,
    /// `prefix("ig_")`, never empty
    Prefix(LitStr),
    /// `one_of("a", "b")`, at least one, each once
    OneOf(Vec<LitStr>),
    /// `required`
    Required,
    /// `nested`
    Nested,
    /// `each(rule, …)`; the inner rules carry the level of the outer one, never `Required`.
    Each(Vec<Rule>),
    /// `with(path)`
    With(ExprPath),
}

/// A number in `range(…)`.
#[derive(Clone, Copy)]
pub(crate) enum Literal {
    /// Between `i64::MIN` and `u64::MAX`.
    Whole(i128),
    /// Finite.
    Fraction(f64),
}

/// An enum with `#[derive(EventFamily)]`.
pub(crate) struct Family {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) runtime: Path,
    /// In source order; no two [`VariantKind::Event`] or [`VariantKind::Family`] of one type.
    pub(crate) variants: Vec<Variant>,
    pub(crate) kind: FamilyKind,
    /// `#[event(serialize_only)]`
    pub(crate) serialize_only: bool,
    /// `#[event(schema)]`
    pub(crate) schema: Option<Schema>,
}

pub(crate) enum FamilyKind {
    /// A family of events.
    Events {
        /// `#[event(terminal("…"))]`
        terminal: Option<Vec<LitStr>>,
        /// `#[event(failure("…"))]`
        failure: Option<Vec<LitStr>>,
    },
    /// `#[event(part)]`
    Parts,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The type in the parentheses as written, `Box<T>` included.
    pub(crate) ty: Type,
    pub(crate) kind: VariantKind,
    /// `#[event(without_type = "…")]`, only on a [`VariantKind::Event`], at most one in a family: the field that makes an
    /// object without `type` this event.
    pub(crate) without_type: Option<LitStr>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum VariantKind {
    Event,
    /// `#[event(family)]`
    Family,
    /// `#[event(unknown)]`, at most one
    Unknown,
}
