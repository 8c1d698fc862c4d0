//! One field of an object: its facts and its rules, as data.

use schemars::JsonSchema;
use serde_json::Value;

use super::rules::Rules;
use crate::number::Number;

/// A type whose schema is known: any with `JsonSchema`.
#[diagnostic::on_unimplemented(
    message = "the schema of `{Self}` is not known",
    label = "this, or a type in it, does not implement `JsonSchema`",
    note = "write `#[event(schema)]` on an event or its part, `#[derive(schemars::JsonSchema)]` on another type, or \
            `#[event(schema_with(path))]` above the field"
)]
pub trait FieldSchema: JsonSchema {}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema + ?Sized> FieldSchema for T {}

/// A type in a variant or behind `flatten` whose schema is known: any with `JsonSchema`.
#[diagnostic::on_unimplemented(
    message = "the schema of `{Self}` is not known",
    label = "this, or a type in it, does not implement `JsonSchema`",
    note = "write `#[event(schema)]` on an event, its part or a family, or `#[derive(schemars::JsonSchema)]` on another type"
)]
pub trait HeldSchema: JsonSchema {}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema + ?Sized> HeldSchema for T {}

/// The facts about a field, besides its type.
pub struct Field<'a> {
    /// Its name, then its aliases.
    pub names: &'a [&'a str],
    /// An absent field is an error.
    pub is_required: bool,
    /// The value of an absent field.
    pub default: Option<Value>,
    /// The lines of its documentation.
    pub docs: &'a [&'a str],
    /// Its rules.
    pub rules: &'a [Rule<'a>],
}

/// A rule of `#[event(…)]`.
#[derive(Clone, Copy)]
pub enum Rule<'a> {
    /// `index`
    Index,
    /// `integer`
    Integer,
    /// `range(min..=max)`
    Range {
        /// The lower end.
        min: Option<Number>,
        /// The upper end.
        max: Option<Number>,
    },
    /// `non_empty`
    NonEmpty,
    /// `len(min..=max)`
    Len {
        /// The lower end.
        min: Option<u64>,
        /// The upper end.
        max: Option<u64>,
    },
    /// `prefix("…")`
    Prefix(&'a str),
    /// `one_of("…", "…")`
    OneOf(&'a [&'a str]),
    /// `base64`
    Base64,
    /// `required`
    Required,
    /// `nested`
    Nested,
    /// `each(rule, …)`
    Each(&'a [Rule<'a>]),
    /// `with(path)`, which no keyword can say
    With,
    /// A rule inside `strict(…)`
    Strict(&'a Rule<'a>),
}

impl Rule<'_> {
    /// Returns `true` if the rule asks for the rules of the value's own type.
    pub(super) fn is_nested(&self, rules: Rules) -> bool {
        match self {
            Self::Nested => rules >= Rules::Contract,
            Self::Each(inner) => inner.iter().any(|rule| rule.is_nested(rules)),
            Self::Strict(rule) => rules >= Rules::Strict && rule.is_nested(rules),
            Self::Index
            | Self::Integer
            | Self::Range { .. }
            | Self::NonEmpty
            | Self::Len { .. }
            | Self::Prefix(_)
            | Self::OneOf(_)
            | Self::Base64
            | Self::Required
            | Self::With => false,
        }
    }

    /// Calls `visit` for each level at which the rule has a keyword of its own.
    pub(super) fn each_level(&self, visit: &mut dyn FnMut(Rules)) {
        match self {
            Self::Nested | Self::With => {}
            Self::Each(inner) => inner.iter().for_each(|rule| rule.each_level(visit)),
            Self::Strict(rule) => rule.each_level(&mut |_| visit(Rules::Strict)),
            Self::Index => {
                visit(Rules::Contract);
                visit(Rules::Strict);
            }
            Self::Integer
            | Self::Range { .. }
            | Self::NonEmpty
            | Self::Len { .. }
            | Self::Prefix(_)
            | Self::OneOf(_)
            | Self::Base64
            | Self::Required => visit(Rules::Contract),
        }
    }
}
