//! What the attributes mean: from what was written to the model, with the checks across keys.
//!
//! On a struct: a type or none, aliases that differ from it and from one another, no key twice. On a field (`member`): keys
//! that can stand together, lifetimes that can be borrowed. Across fields (`names`): no member called `type`, no two of
//! one name, one `flatten`. Across rules (`rules`): none twice, none that another makes impossible. On an enum
//! (`family`): newtype variants, each type once, one that is unknown.

mod borrow;
mod demand;
mod family;
mod member;
mod names;
mod rules;

use syn::{Data, DeriveInput, Fields, LitStr, Path, parse_quote};

pub(crate) use self::family::family;
use crate::diag::Problem;
use crate::key::EventKey;
use crate::model::{Body, Bound, Default, Event, Rule};
use crate::name::{Case, unraw};
use crate::problems::{At, Problems};
use crate::syntax::event::EventSaid;
use crate::syntax::serde::SerdeSaid;
use crate::syntax::{self, Attributes, Part};
use crate::text::excerpt;

/// A key that may stand once, with its place.
type Once<T> = Option<(At, T)>;

/// Keeps the first value of a key and reports the second.
fn set<T>(slot: &mut Once<T>, key: &'static str, at: At, value: T, problems: &mut Problems) {
    if slot.is_some() {
        problems.push(at, Problem::DuplicateKey { key });
    } else {
        *slot = Some((at, value));
    }
}

fn value<T>(slot: Once<T>) -> Option<T> {
    slot.map(|(_, value)| value)
}

/// Reads and checks a struct that is to be an event; `None` only where `problems` says why.
pub(crate) fn event(input: &DeriveInput, problems: &mut Problems) -> Option<Event> {
    let written = syntax::event(input, problems);
    let Part { node, attributes, at } = written.item;
    let keys = Container::gather(attributes, problems);
    keys.check_untagged(problems);
    keys.check_aliases(problems);
    rules::check(&keys.rules, problems);
    let fields = written.fields?;
    if !keys.has_type && keys.untagged.is_none() {
        let event = node.ident.to_string();
        problems.push(at, Problem::MissingType { event });
    }
    let fields = member::check(fields, &keys, problems);

    let runtime = value(keys.runtime).unwrap_or_else(|| parse_quote!(::response_event));
    let serde = value(keys.serde).unwrap_or_else(|| parse_quote!(#runtime::__private::serde));
    let body = match &node.data {
        Data::Struct(data) if matches!(data.fields, Fields::Unit) => Body::Unit,
        Data::Struct(_) | Data::Enum(_) | Data::Union(_) => Body::Named(fields?),
    };
    let tag = value(keys.tag);
    if tag.is_none() && keys.untagged.is_none() {
        return None;
    }
    Some(Event {
        ident: node.ident.clone(),
        generics: node.generics.clone(),
        runtime,
        serde,
        tag,
        tag_aliases: keys.aliases.into_iter().map(|(_, alias)| alias).collect(),
        name: value(keys.rename).map_or_else(|| unraw(&node.ident), |name| name.value()),
        body,
        deny_unknown_fields: keys.deny_unknown_fields.is_some(),
        default: value(keys.default).unwrap_or(Default::None),
        bound: keys.bound,
        rules: keys.rules.into_iter().map(|(_, rule)| rule).collect(),
    })
}

/// The keys of a struct.
#[derive(std::default::Default)]
struct Container {
    /// Whether `type` was said, be it wrongly.
    has_type: bool,
    tag: Once<LitStr>,
    aliases: Vec<(At, LitStr)>,
    untagged: Once<()>,
    runtime: Once<Path>,
    rules: Vec<(At, Rule)>,
    rename: Once<LitStr>,
    case: Once<Case>,
    default: Once<Default>,
    deny_unknown_fields: Once<()>,
    bound: Bound,
    serde: Once<Path>,
}

impl Container {
    fn gather(attributes: Attributes, problems: &mut Problems) -> Self {
        let mut keys = Container::default();
        for written in attributes.event {
            keys.has_type |= written.key == EventKey::Type;
            if let Some(said) = written.said {
                keys.set_event(written.at, said, problems);
            }
        }
        for written in attributes.serde {
            if let Some(said) = written.said {
                keys.set_serde(written.at, said, problems);
            }
        }
        keys
    }

    fn set_event(&mut self, at: At, said: EventSaid, problems: &mut Problems) {
        match said {
            EventSaid::Type(tag) => match &self.tag {
                Some((_, first)) => {
                    let first = excerpt(first);
                    problems.push(at, Problem::DuplicateType { first });
                }
                None => self.tag = Some((at, tag)),
            },
            EventSaid::Alias(alias) => self.aliases.push((at, alias)),
            EventSaid::Untagged => set(&mut self.untagged, "untagged", at, (), problems),
            EventSaid::Crate(path) => set(&mut self.runtime, "crate", at, path, problems),
            EventSaid::Rule(rule) => self.rules.push((at, rule)),
            // Never read on a struct.
            EventSaid::Nullable | EventSaid::Unknown | EventSaid::Family => {}
        }
    }

    fn set_serde(&mut self, at: At, said: SerdeSaid, problems: &mut Problems) {
        match said {
            SerdeSaid::Rename(name) => set(&mut self.rename, "rename", at, name, problems),
            SerdeSaid::RenameAll(case) => set(&mut self.case, "rename_all", at, case, problems),
            SerdeSaid::Default(default) => {
                set(&mut self.default, "default", at, default, problems);
            }
            SerdeSaid::DenyUnknownFields => {
                set(&mut self.deny_unknown_fields, "deny_unknown_fields", at, (), problems);
            }
            SerdeSaid::Bound(bound) => set_bound(&mut self.bound, at, bound, problems),
            SerdeSaid::Crate(path) => set(&mut self.serde, "crate", at, path, problems),
            // Never read on a struct.
            SerdeSaid::Alias(_)
            | SerdeSaid::Skip
            | SerdeSaid::SkipSerializingIf(_)
            | SerdeSaid::With { .. }
            | SerdeSaid::SerializeWith(_)
            | SerdeSaid::DeserializeWith(_)
            | SerdeSaid::Borrow(_)
            | SerdeSaid::Flatten => {}
        }
    }

    /// Without a tag there is nothing to say of it.
    fn check_untagged(&self, problems: &mut Problems) {
        let Some((untagged, ())) = self.untagged else { return };
        let tag = self.tag.iter().map(|(at, _)| (*at, "type"));
        for (at, key) in tag.chain(self.aliases.iter().map(|(at, _)| (*at, "alias"))) {
            problems.push(untagged.later(at), Problem::UntaggedWithKey { key });
        }
    }

    fn check_aliases(&self, problems: &mut Problems) {
        for (index, (at, alias)) in self.aliases.iter().enumerate() {
            let at = at.narrow(alias);
            let earlier = self.aliases.iter().take(index);
            if self.tag.as_ref().is_some_and(|(_, tag)| tag.value() == alias.value()) {
                problems.push(at, Problem::AliasIsType { tag: excerpt(alias) });
            } else if earlier.into_iter().any(|(_, other)| other.value() == alias.value()) {
                problems.push(at, Problem::DuplicateAlias { alias: excerpt(alias) });
            }
        }
    }
}

/// The two sides of `bound` may be said apart.
fn set_bound(bound: &mut Bound, at: At, said: Bound, problems: &mut Problems) {
    let Bound { serialize, deserialize } = said;
    let repeated =
        (serialize.is_some() && bound.serialize.is_some()) || (deserialize.is_some() && bound.deserialize.is_some());
    if repeated {
        problems.push(at, Problem::DuplicateKey { key: "bound" });
        return;
    }
    bound.serialize = bound.serialize.take().or(serialize);
    bound.deserialize = bound.deserialize.take().or(deserialize);
}
