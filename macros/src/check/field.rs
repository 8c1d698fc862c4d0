//! The fields of an event: which keys can stand together on one of them.

use syn::{ExprPath, Field as Node, Generics, LitStr, Type};

use super::attr::{Attr, set_bound};
use super::container::Container;
use super::names::Names;
use super::{borrow, rules};
use crate::diag::Problem;
use crate::model::{Borrow, Bound, Default, Field, Level, Role, Rule, RuleKind, WireField};
use crate::name::unraw;
use crate::problems::{Problems, SourceSpan};
use crate::rule::describe;
use crate::syntax::event::EventValue;
use crate::syntax::serde::SerdeValue;
use crate::syntax::{Annotated, Attributes, docs};

/// Checks every field.
pub(super) fn check(
    fields: Vec<Annotated<'_, Node>>,
    container: &Container,
    generics: &Generics,
    problems: &mut Problems,
) -> Vec<Field> {
    let mut names = Names::new(container.untagged.is_set());
    let mut checked = Vec::new();
    let mut types = Vec::new();
    for field in fields {
        types.push(field.at.narrow(&field.node.ty));
        checked.push(check_one(field, container, &mut names, problems));
    }
    if container.bound.deserialize.is_none() {
        borrow::check_all(&checked, &types, generics, problems);
    }
    checked
}

fn check_one(field: Annotated<'_, Node>, container: &Container, names: &mut Names, problems: &mut Problems) -> Field {
    let Annotated { node, name: ident, attributes, at } = field;
    let docs = if container.schema.is_set() { docs(&node.attrs) } else { Vec::new() };
    let keys = Keys::gather(attributes, problems);
    keys.check(container, problems);
    let name = unraw(ident);
    let role = if keys.skip.is_set() {
        keys.into_skip(container)
    } else if let Some(at) = keys.had_no_type.at() {
        names.had_no_type(&name, at, problems);
        Role::HadNoType
    } else if let Some(at) = keys.flatten.at() {
        names.flatten(&name, at, problems);
        Role::Flatten { borrow: borrowed(&keys.borrow, &node.ty, problems) }
    } else {
        let wire = keys.wire(ident, container);
        let at = keys.rename.get().map_or(at, |(at, name)| at.narrow(name));
        names.field(&name, &wire, at, &keys.aliases, problems);
        keys.into_wire(wire, &node.ty, problems)
    };
    Field { ident: ident.clone(), ty: node.ty.clone(), docs, role }
}

fn borrowed(written: &Attr<Vec<syn::Lifetime>>, ty: &Type, problems: &mut Problems) -> Option<Borrow> {
    let lifetimes = borrow::check(written, ty, problems);
    (!lifetimes.is_empty()).then_some(Borrow { lifetimes })
}

/// The keys of a field.
#[derive(std::default::Default)]
struct Keys {
    rename: Attr<LitStr>,
    aliases: Vec<(SourceSpan, LitStr)>,
    default: Attr<Default>,
    skip: Attr<()>,
    skip_serializing_if: Attr<ExprPath>,
    with: Attr<(ExprPath, ExprPath)>,
    serialize_with: Attr<ExprPath>,
    deserialize_with: Attr<ExprPath>,
    borrow: Attr<Vec<syn::Lifetime>>,
    bound: Bound,
    bound_at: Option<SourceSpan>,
    flatten: Attr<()>,
    nullable: Attr<()>,
    had_no_type: Attr<()>,
    schema_with: Attr<ExprPath>,
    rules: Vec<(SourceSpan, Rule)>,
}

impl Keys {
    fn gather(attributes: Attributes, problems: &mut Problems) -> Self {
        let mut keys = Keys::default();
        for written in attributes.event {
            match written.value {
                Ok(EventValue::Rule(rule)) => keys.rules.push((written.at, rule)),
                Ok(EventValue::Nullable) => {
                    keys.nullable.set("nullable", written.at, (), problems);
                }
                Ok(EventValue::SchemaWith(path)) => keys.schema_with.set("schema_with", written.at, path, problems),
                Ok(EventValue::HadNoType) => keys.had_no_type.set("had_no_type", written.at, (), problems),
                // The rest is never read on a field.
                Ok(
                    EventValue::Type(_)
                    | EventValue::Alias(_)
                    | EventValue::Untagged
                    | EventValue::Part
                    | EventValue::SerializeOnly
                    | EventValue::Schema
                    | EventValue::Accept(_)
                    | EventValue::WithoutType(_)
                    | EventValue::Terminal(_)
                    | EventValue::Failure(_)
                    | EventValue::Crate(_)
                    | EventValue::Bound(_)
                    | EventValue::Unknown
                    | EventValue::Family,
                )
                | Err(_) => {}
            }
        }
        for written in attributes.serde {
            if let Ok(value) = written.value {
                keys.set_serde(written.at, value, problems);
            }
        }
        keys
    }

    fn set_serde(&mut self, at: SourceSpan, value: SerdeValue, problems: &mut Problems) {
        match value {
            SerdeValue::Rename(name) => self.rename.set("rename", at, name, problems),
            SerdeValue::Alias(alias) => self.aliases.push((at, alias)),
            SerdeValue::Default(default) => {
                self.default.set("default", at, default, problems);
            }
            SerdeValue::Skip => self.skip.set("skip", at, (), problems),
            SerdeValue::SkipSerializingIf(path) => {
                self.skip_serializing_if.set("skip_serializing_if", at, path, problems);
            }
            SerdeValue::With { serialize, deserialize } => {
                self.with.set("with", at, (serialize, deserialize), problems);
            }
            SerdeValue::SerializeWith(path) => {
                self.serialize_with.set("serialize_with", at, path, problems);
            }
            SerdeValue::DeserializeWith(path) => {
                self.deserialize_with.set("deserialize_with", at, path, problems);
            }
            SerdeValue::Borrow(lifetimes) => {
                self.borrow.set("borrow", at, lifetimes, problems);
            }
            SerdeValue::Bound(bound) => {
                self.bound_at.get_or_insert(at);
                set_bound(&mut self.bound, at, bound, problems);
            }
            SerdeValue::Flatten => self.flatten.set("flatten", at, (), problems),
            // Never read on a field.
            SerdeValue::RenameAll(_) | SerdeValue::DenyUnknownFields | SerdeValue::Crate(_) => {}
        }
    }

    fn check(&self, container: &Container, problems: &mut Problems) {
        if container.serialize_only.is_set() {
            self.check_serialize_only(problems);
        }
        if self.skip.is_set() {
            self.check_skip(problems);
        } else if self.had_no_type.is_set() {
            self.check_had_no_type(problems);
        } else if self.flatten.is_set() {
            self.check_flatten(container, problems);
        } else {
            self.check_required(problems);
            self.check_nullable(problems);
            self.check_with(problems);
            self.check_schema(container, problems);
            rules::check(&self.rules, problems);
        }
    }

    /// The keys that are about one field on the wire, except `borrow`, `default` and the rules.
    fn about_a_field(&self) -> impl Iterator<Item = (SourceSpan, &'static str)> {
        let keys = [
            (self.rename.at(), "rename"),
            (self.skip_serializing_if.at(), "skip_serializing_if"),
            (self.with.at(), "with"),
            (self.serialize_with.at(), "serialize_with"),
            (self.deserialize_with.at(), "deserialize_with"),
            (self.bound_at, "bound"),
            (self.nullable.at(), "nullable"),
            (self.schema_with.at(), "schema_with"),
        ];
        let aliases = self.aliases.iter().map(|(at, _)| (*at, "alias"));
        keys.into_iter().filter_map(|(at, key)| Some((at?, key))).chain(aliases)
    }

    fn check_skip(&self, problems: &mut Problems) {
        let flatten = self.flatten.at().map(|at| (at, "flatten"));
        let borrow = self.borrow.at().map(|at| (at, "borrow"));
        for (at, key) in self.about_a_field().chain(borrow).chain(flatten) {
            problems.push(at, Problem::SkipWithKey { key });
        }
        for (at, rule) in &self.rules {
            let rule = describe(&rule.kind);
            problems.push(*at, Problem::SkipWithRule { rule });
        }
    }

    /// The keys that say how a field is read.
    fn check_serialize_only(&self, problems: &mut Problems) {
        let keys = [
            (self.borrow.at(), "borrow"),
            (self.default.at(), "default"),
            (self.deserialize_with.at(), "deserialize_with"),
            (self.had_no_type.at(), "had_no_type"),
        ];
        let aliases = self.aliases.iter().map(|(at, _)| (*at, "alias"));
        for (at, key) in keys.into_iter().filter_map(|(at, key)| Some((at?, key))).chain(aliases) {
            problems.push(at, Problem::KeyBesideKey { key: "serialize_only", other: key.to_owned() });
        }
    }

    fn check_had_no_type(&self, problems: &mut Problems) {
        let others = [(self.flatten.at(), "flatten"), (self.borrow.at(), "borrow"), (self.default.at(), "default")];
        let others = others.into_iter().filter_map(|(at, key)| Some((at?, key)));
        for (at, key) in self.about_a_field().chain(others) {
            problems.push(at, Problem::KeyBesideKey { key: "had_no_type", other: key.to_owned() });
        }
        for (at, rule) in &self.rules {
            let rule = describe(&rule.kind);
            problems.push(*at, Problem::KeyBesideKey { key: "had_no_type", other: rule });
        }
    }

    fn check_flatten(&self, container: &Container, problems: &mut Problems) {
        let default = self.default.at().map(|at| (at, "default"));
        for (at, key) in self.about_a_field().chain(default) {
            problems.push(at, Problem::FlattenWithKey { key });
        }
        for (at, rule) in &self.rules {
            let rule = describe(&rule.kind);
            problems.push(*at, Problem::FlattenWithRule { rule });
        }
        if let (Some(at), true) = (self.flatten.at(), container.deny_unknown_fields.is_set()) {
            problems.push(at, Problem::FlattenDenyUnknown);
        }
    }

    fn check_required(&self, problems: &mut Problems) {
        let required = self.rules.iter().find(|(_, rule)| matches!(rule.kind, RuleKind::Required));
        let Some((required, rule)) = required else { return };
        if let Some(default) = self.default.at() {
            problems.push(required.later(default), Problem::RequiredDefault);
        }
        if let (Some(nullable), Level::Contract) = (self.nullable.at(), rule.level) {
            problems.push(required.later(nullable), Problem::RequiredNullable);
        }
    }

    fn check_nullable(&self, problems: &mut Problems) {
        if let (Some(nullable), Some(skip)) = (self.nullable.at(), self.skip_serializing_if.at()) {
            problems.push(nullable.later(skip), Problem::NullableSkipIf);
        }
    }

    fn check_with(&self, problems: &mut Problems) {
        let Some(with) = self.with.at() else { return };
        let others = [(self.serialize_with.at(), "serialize_with"), (self.deserialize_with.at(), "deserialize_with")];
        for (other, name) in others {
            if let Some(other) = other {
                problems.push(with.later(other), Problem::WithTwice { other: name });
            }
        }
    }

    /// A function hides the form of a field, which a schema needs.
    fn check_schema(&self, container: &Container, problems: &mut Problems) {
        match (self.schema_with.at(), container.schema.is_set()) {
            (Some(at), false) => _ = problems.push(at, Problem::SchemaWithAlone),
            (Some(_), true) | (None, false) => {}
            (None, true) => {
                let function = if container.serialize_only.is_set() {
                    self.serialize_with.at().map(|at| (at, "serialize_with"))
                } else {
                    self.deserialize_with.at().map(|at| (at, "deserialize_with"))
                };
                if let Some((at, key)) = self.with.at().map(|at| (at, "with")).or(function) {
                    problems.push(at, Problem::SchemaOfFunction { key });
                }
            }
        }
    }

    /// The name on the wire, with the span of what says it.
    fn wire(&self, ident: &syn::Ident, container: &Container) -> LitStr {
        if let Some((_, name)) = self.rename.get() {
            return name.clone();
        }
        let name = unraw(ident);
        let name = match container.case.get() {
            Some((_, case)) => case.apply(&name),
            None => name,
        };
        LitStr::new(&name, ident.span())
    }

    fn into_skip(self, container: &Container) -> Role {
        // As in serde, a default of the struct fills the field too.
        let otherwise = if container.default.is_set() { Default::None } else { Default::Trait };
        let default = self.default.into_value().unwrap_or(otherwise);
        Role::Skip { default }
    }

    fn into_wire(self, wire: LitStr, ty: &Type, problems: &mut Problems) -> Role {
        let (with_serialize, with_deserialize) = self.with.into_value().unzip();
        Role::Wire(Box::new(WireField {
            name: wire,
            aliases: self.aliases.into_iter().map(|(_, alias)| alias).collect(),
            default: self.default.into_value().unwrap_or(Default::None),
            borrow: borrowed(&self.borrow, ty, problems),
            skip_serializing_if: self.skip_serializing_if.into_value(),
            serialize_with: self.serialize_with.into_value().or(with_serialize),
            deserialize_with: self.deserialize_with.into_value().or(with_deserialize),
            bound: self.bound,
            nullable: self.nullable.at().map(SourceSpan::span),
            schema_with: self.schema_with.into_value(),
            rules: self.rules.into_iter().map(|(_, rule)| rule).collect(),
        }))
    }
}
