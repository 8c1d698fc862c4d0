//! The fields of an event: which keys can stand together on one of them.

use syn::{ExprPath, Field as Node, LitStr, Type};

use super::{Container, Once, borrow, names, rules, set, set_bound, value};
use crate::diag::Problem;
use crate::model::{Borrow, Bound, Default, Field, Level, Member, Role, Rule, RuleKind};
use crate::name::unraw;
use crate::problems::{At, Problems};
use crate::rule::describe;
use crate::syntax::event::EventSaid;
use crate::syntax::serde::SerdeSaid;
use crate::syntax::{Attributes, Part};

/// Checks every field; `None` only where `problems` says why.
pub(super) fn check(fields: Vec<Part<'_, Node>>, container: &Container, problems: &mut Problems) -> Option<Vec<Field>> {
    let mut names = names::Names::new(container.untagged.is_some());
    let fields: Vec<Option<Field>> = fields
        .into_iter()
        .map(|part| {
            let keys = Keys::gather(part.attributes, problems);
            keys.check(container, problems);
            // Fields of a struct with names have one.
            let ident = part.node.ident.clone()?;
            let name = unraw(&ident);
            let role = if keys.skip.is_some() {
                keys.into_skip(container)
            } else if let Some((at, ())) = keys.flatten {
                names.flatten(&name, at, problems);
                Role::Flatten
            } else {
                let wire = keys.wire(&ident, container);
                let at = match &keys.rename {
                    Some((at, name)) => at.narrow(name),
                    None => part.at,
                };
                names.member(&name, &wire, at, &keys.aliases, problems);
                keys.into_member(wire, &part.node.ty, problems)
            };
            let ty = part.node.ty.clone();
            Some(Field { ident, ty, role })
        })
        .collect();
    fields.into_iter().collect()
}

/// The keys of a field.
#[derive(std::default::Default)]
struct Keys {
    rename: Once<LitStr>,
    aliases: Vec<(At, LitStr)>,
    default: Once<Default>,
    skip: Once<()>,
    skip_serializing_if: Once<ExprPath>,
    with: Once<(ExprPath, ExprPath)>,
    serialize_with: Once<ExprPath>,
    deserialize_with: Once<ExprPath>,
    borrow: Once<Vec<syn::Lifetime>>,
    bound: Bound,
    bound_at: Option<At>,
    flatten: Once<()>,
    nullable: Once<()>,
    rules: Vec<(At, Rule)>,
}

impl Keys {
    fn gather(attributes: Attributes, problems: &mut Problems) -> Self {
        let mut keys = Keys::default();
        for written in attributes.event {
            match written.said {
                Some(EventSaid::Rule(rule)) => keys.rules.push((written.at, rule)),
                Some(EventSaid::Nullable) => {
                    set(&mut keys.nullable, "nullable", written.at, (), problems);
                }
                // The rest is never read on a field.
                Some(
                    EventSaid::Type(_)
                    | EventSaid::Alias(_)
                    | EventSaid::Untagged
                    | EventSaid::Crate(_)
                    | EventSaid::Unknown
                    | EventSaid::Family,
                )
                | None => {}
            }
        }
        for written in attributes.serde {
            if let Some(said) = written.said {
                keys.set_serde(written.at, said, problems);
            }
        }
        keys
    }

    fn set_serde(&mut self, at: At, said: SerdeSaid, problems: &mut Problems) {
        match said {
            SerdeSaid::Rename(name) => set(&mut self.rename, "rename", at, name, problems),
            SerdeSaid::Alias(alias) => self.aliases.push((at, alias)),
            SerdeSaid::Default(default) => {
                set(&mut self.default, "default", at, default, problems);
            }
            SerdeSaid::Skip => set(&mut self.skip, "skip", at, (), problems),
            SerdeSaid::SkipSerializingIf(path) => {
                set(&mut self.skip_serializing_if, "skip_serializing_if", at, path, problems);
            }
            SerdeSaid::With { serialize, deserialize } => {
                set(&mut self.with, "with", at, (serialize, deserialize), problems);
            }
            SerdeSaid::SerializeWith(path) => {
                set(&mut self.serialize_with, "serialize_with", at, path, problems);
            }
            SerdeSaid::DeserializeWith(path) => {
                set(&mut self.deserialize_with, "deserialize_with", at, path, problems);
            }
            SerdeSaid::Borrow(lifetimes) => {
                set(&mut self.borrow, "borrow", at, lifetimes, problems);
            }
            SerdeSaid::Bound(bound) => {
                self.bound_at.get_or_insert(at);
                set_bound(&mut self.bound, at, bound, problems);
            }
            SerdeSaid::Flatten => set(&mut self.flatten, "flatten", at, (), problems),
            // Never read on a field.
            SerdeSaid::RenameAll(_) | SerdeSaid::DenyUnknownFields | SerdeSaid::Crate(_) => {}
        }
    }

    fn check(&self, container: &Container, problems: &mut Problems) {
        if self.skip.is_some() {
            self.check_skip(problems);
        } else if self.flatten.is_some() {
            self.check_flatten(container, problems);
        } else {
            self.check_required(problems);
            self.check_nullable(problems);
            self.check_with(problems);
            rules::check(&self.rules, problems);
        }
    }

    /// The keys that are about one member on the wire, except `default` and the rules.
    fn about_a_member(&self) -> impl Iterator<Item = (At, &'static str)> {
        fn key<T>(once: Option<&(At, T)>, name: &'static str) -> Option<(At, &'static str)> {
            once.map(|(at, _)| (*at, name))
        }
        let keys = [
            key(self.rename.as_ref(), "rename"),
            key(self.skip_serializing_if.as_ref(), "skip_serializing_if"),
            key(self.with.as_ref(), "with"),
            key(self.serialize_with.as_ref(), "serialize_with"),
            key(self.deserialize_with.as_ref(), "deserialize_with"),
            key(self.borrow.as_ref(), "borrow"),
            self.bound_at.map(|at| (at, "bound")),
            key(self.nullable.as_ref(), "nullable"),
        ];
        let aliases = self.aliases.iter().map(|(at, _)| (*at, "alias"));
        keys.into_iter().flatten().chain(aliases)
    }

    fn check_skip(&self, problems: &mut Problems) {
        let flatten = self.flatten.as_ref().map(|(at, ())| (*at, "flatten"));
        for (at, key) in self.about_a_member().chain(flatten) {
            problems.push(at, Problem::SkipWithKey { key });
        }
        for (at, rule) in &self.rules {
            let rule = describe(&rule.kind);
            problems.push(*at, Problem::SkipWithRule { rule });
        }
    }

    fn check_flatten(&self, container: &Container, problems: &mut Problems) {
        let default = self.default.as_ref().map(|(at, _)| (*at, "default"));
        for (at, key) in self.about_a_member().chain(default) {
            problems.push(at, Problem::FlattenWithKey { key });
        }
        for (at, rule) in &self.rules {
            let rule = describe(&rule.kind);
            problems.push(*at, Problem::FlattenWithRule { rule });
        }
        if let (Some((at, ())), Some(_)) = (&self.flatten, &container.deny_unknown_fields) {
            problems.push(*at, Problem::FlattenDenyUnknown);
        }
    }

    fn check_required(&self, problems: &mut Problems) {
        let required = self.rules.iter().find(|(_, rule)| matches!(rule.kind, RuleKind::Required));
        let Some((required, rule)) = required else { return };
        if let Some((default, _)) = &self.default {
            problems.push(required.later(*default), Problem::RequiredDefault);
        }
        if let (Some((nullable, ())), Level::Contract) = (&self.nullable, rule.level) {
            problems.push(required.later(*nullable), Problem::RequiredNullable);
        }
    }

    fn check_nullable(&self, problems: &mut Problems) {
        if let (Some((nullable, ())), Some((skip, _))) = (&self.nullable, &self.skip_serializing_if) {
            problems.push(nullable.later(*skip), Problem::NullableSkipIf);
        }
    }

    fn check_with(&self, problems: &mut Problems) {
        let Some((with, _)) = &self.with else { return };
        let others = [(&self.serialize_with, "serialize_with"), (&self.deserialize_with, "deserialize_with")];
        for (other, name) in others {
            if let Some((other, _)) = other {
                problems.push(with.later(*other), Problem::WithTwice { other: name });
            }
        }
    }

    /// The name on the wire, with the span of what says it.
    fn wire(&self, ident: &syn::Ident, container: &Container) -> LitStr {
        if let Some((_, name)) = &self.rename {
            return name.clone();
        }
        let name = unraw(ident);
        let name = match &container.case {
            Some((_, case)) => case.apply(&name),
            None => name,
        };
        LitStr::new(&name, ident.span())
    }

    fn into_skip(self, container: &Container) -> Role {
        // As in serde, a default of the struct fills the field too.
        let otherwise = if container.default.is_some() { Default::None } else { Default::Trait };
        let default = value(self.default).unwrap_or(otherwise);
        Role::Skip { default }
    }

    fn into_member(self, wire: LitStr, ty: &Type, problems: &mut Problems) -> Role {
        let (with_serialize, with_deserialize) = value(self.with).unzip();
        let lifetimes = borrow::check(self.borrow, ty, problems);
        Role::Member(Box::new(Member {
            wire,
            aliases: self.aliases.into_iter().map(|(_, alias)| alias).collect(),
            default: value(self.default).unwrap_or(Default::None),
            borrow: (!lifetimes.is_empty()).then_some(Borrow { lifetimes }),
            skip_serializing_if: value(self.skip_serializing_if),
            serialize_with: value(self.serialize_with).or(with_serialize),
            deserialize_with: value(self.deserialize_with).or(with_deserialize),
            bound: self.bound,
            nullable: self.nullable.map(|(at, ())| at.span()),
            rules: self.rules.into_iter().map(|(_, rule)| rule).collect(),
        }))
    }
}
