//! The keys of a struct that is to be an event.

use syn::{ExprPath, Ident, LitStr, Path, WherePredicate};

use super::attr::{Attr, set_bound};
use crate::diag::Problem;
use crate::model::{Bound, Default, Rule};
use crate::name::Case;
use crate::problems::{Problems, Reported, SourceSpan};
use crate::syntax::Attributes;
use crate::syntax::event::EventValue;
use crate::syntax::serde::SerdeValue;
use crate::text::excerpt;
use crate::vocabulary::EventKey;

/// The keys of a struct.
#[derive(std::default::Default)]
pub(super) struct Container {
    /// Set if `type` is written, but not as it must be, or if another error may be about it.
    bad_tag: Option<Reported>,
    tag: Attr<LitStr>,
    pub(super) aliases: Vec<(SourceSpan, LitStr)>,
    pub(super) untagged: Attr<()>,
    part: Attr<()>,
    pub(super) serialize_only: Attr<()>,
    pub(super) schema: Attr<()>,
    pub(super) accept: Attr<ExprPath>,
    pub(super) runtime: Attr<Path>,
    pub(super) rules: Vec<(SourceSpan, Rule)>,
    pub(super) rule_bound: Attr<Vec<WherePredicate>>,
    pub(super) rename: Attr<LitStr>,
    pub(super) case: Attr<Case>,
    pub(super) default: Attr<Default>,
    pub(super) deny_unknown_fields: Attr<()>,
    pub(super) bound: Bound,
    pub(super) serde: Attr<Path>,
}

impl Container {
    pub(super) fn gather(attributes: Attributes, problems: &mut Problems) -> Self {
        let mut keys = Container { bad_tag: attributes.bad_type, ..Container::default() };
        for written in attributes.event {
            match written.value {
                Ok(value) => keys.set_event(written.at, value, problems),
                Err(reported) if matches!(written.key, EventKey::Type | EventKey::Untagged) => {
                    keys.bad_tag = Some(reported);
                }
                // The stubs are then those of a part.
                Err(_) if written.key == EventKey::Part => keys.part.set("part", written.at, (), problems),
                Err(_) => {}
            }
        }
        for written in attributes.serde {
            if let Ok(value) = written.value {
                keys.set_serde(written.at, value, problems);
            }
        }
        keys
    }

    fn set_event(&mut self, at: SourceSpan, value: EventValue, problems: &mut Problems) {
        match value {
            EventValue::Type(tag) => match self.tag.get() {
                Some((_, first)) => {
                    let first = excerpt(first);
                    problems.push(at, Problem::DuplicateType { first });
                }
                None => self.tag.set("type", at, tag, problems),
            },
            EventValue::Alias(alias) => self.aliases.push((at, alias)),
            EventValue::Untagged => self.untagged.set("untagged", at, (), problems),
            EventValue::Part => self.part.set("part", at, (), problems),
            EventValue::SerializeOnly => self.serialize_only.set("serialize_only", at, (), problems),
            EventValue::Schema => self.schema.set("schema", at, (), problems),
            EventValue::Accept(path) => self.accept.set("accept", at, path, problems),
            EventValue::Crate(path) => self.runtime.set("crate", at, path, problems),
            EventValue::Bound(bound) => self.rule_bound.set("bound", at, bound, problems),
            EventValue::Rule(rule) => self.rules.push((at, rule)),
            // Never read on a struct.
            EventValue::Nullable
            | EventValue::WithoutType(_)
            | EventValue::HadNoType
            | EventValue::SchemaWith(_)
            | EventValue::Unknown
            | EventValue::Family
            | EventValue::Terminal(_)
            | EventValue::Failure(_) => {}
        }
    }

    fn set_serde(&mut self, at: SourceSpan, value: SerdeValue, problems: &mut Problems) {
        match value {
            SerdeValue::Rename(name) => self.rename.set("rename", at, name, problems),
            SerdeValue::RenameAll(case) => self.case.set("rename_all", at, case, problems),
            SerdeValue::Default(default) => {
                self.default.set("default", at, default, problems);
            }
            SerdeValue::DenyUnknownFields => {
                self.deny_unknown_fields.set("deny_unknown_fields", at, (), problems);
            }
            SerdeValue::Bound(bound) => set_bound(&mut self.bound, at, bound, problems),
            SerdeValue::Crate(path) => self.serde.set("crate", at, path, problems),
            // Never read on a struct.
            SerdeValue::Alias(_)
            | SerdeValue::Skip
            | SerdeValue::SkipSerializingIf(_)
            | SerdeValue::With { .. }
            | SerdeValue::SerializeWith(_)
            | SerdeValue::DeserializeWith(_)
            | SerdeValue::Borrow(_)
            | SerdeValue::Flatten => {}
        }
    }

    /// The keys that say how an event is read.
    pub(super) fn check_serialize_only(&self, problems: &mut Problems) {
        if !self.serialize_only.is_set() {
            return;
        }
        let keys = [
            (self.accept.at(), "accept"),
            (self.default.at(), "default"),
            (self.deny_unknown_fields.at(), "deny_unknown_fields"),
        ];
        let aliases = self.aliases.iter().map(|(at, _)| (*at, "alias"));
        for (at, key) in keys.into_iter().filter_map(|(at, key)| Some((at?, key))).chain(aliases) {
            problems.push(at, Problem::KeyBesideKey { key: "serialize_only", other: key.to_owned() });
        }
    }

    /// Returns the type, or nothing if the event is untagged.
    pub(super) fn require_tag(
        &self,
        event: &Ident,
        at: SourceSpan,
        problems: &mut Problems,
    ) -> Result<Option<LitStr>, Reported> {
        match (self.tag.get(), self.untagged.is_set(), self.bad_tag) {
            (Some((_, tag)), _, _) => Ok(Some(tag.clone())),
            (None, true, _) => Ok(None),
            (None, false, Some(reported)) => Err(reported),
            (None, false, None) => {
                let event = event.to_string();
                Err(problems.push(at, Problem::MissingType { event }))
            }
        }
    }

    /// Returns `true` if the struct is part of an event.
    pub(super) fn is_part(&self) -> bool {
        self.part.is_set() || self.untagged.is_set()
    }

    /// Without a tag there is nothing to say of it.
    pub(super) fn check_untagged(&self, problems: &mut Problems) {
        let Some(untagged) = self.untagged.at() else { return };
        let tag = self.tag.at().map(|at| (at, "type"));
        for (at, key) in tag.into_iter().chain(self.aliases.iter().map(|(at, _)| (*at, "alias"))) {
            problems.push(untagged.later(at), Problem::UntaggedWithKey { key });
        }
    }

    pub(super) fn check_aliases(&self, problems: &mut Problems) {
        for (index, (at, alias)) in self.aliases.iter().enumerate() {
            let at = at.narrow(alias);
            let earlier = self.aliases.iter().take(index);
            if self.tag.get().is_some_and(|(_, tag)| tag.value() == alias.value()) {
                problems.push(at, Problem::AliasIsType { tag: excerpt(alias) });
            } else if earlier.into_iter().any(|(_, other)| other.value() == alias.value()) {
                problems.push(at, Problem::DuplicateAlias { alias: excerpt(alias) });
            }
        }
    }
}
