//! A struct that is to be an event.

use syn::{Data, DeriveInput, Fields, parse_quote};

use super::container::Container;
use super::{field, rules};
use crate::diag::Problem;
use crate::model::{Body, Default, Event};
use crate::name::unraw;
use crate::problems::Problems;
use crate::syntax::{self, Annotated};

/// Reads and checks a struct that is to be an event; `None` only where `problems` says why.
pub(crate) fn event(input: &DeriveInput, problems: &mut Problems) -> Option<Event> {
    let written = syntax::event(input, problems);
    let Annotated { node, attributes, at } = written.item;
    let keys = Container::gather(attributes, problems);
    keys.check_untagged(problems);
    keys.check_aliases(problems);
    rules::check(&keys.rules, problems);
    let fields = written.fields?;
    if !keys.has_type && !keys.untagged.is_set() {
        let event = node.ident.to_string();
        problems.push(at, Problem::MissingType { event });
    }
    let fields = field::check(fields, &keys, problems);

    let runtime = keys.runtime.into_value().unwrap_or_else(|| parse_quote!(::response_event));
    let serde = keys.serde.into_value().unwrap_or_else(|| parse_quote!(#runtime::__private::serde));
    let body = match &node.data {
        Data::Struct(data) if matches!(data.fields, Fields::Unit) => Body::Unit,
        Data::Struct(_) | Data::Enum(_) | Data::Union(_) => Body::Named(fields?),
    };
    let tag = keys.tag.into_value();
    if tag.is_none() && !keys.untagged.is_set() {
        return None;
    }
    Some(Event {
        ident: node.ident.clone(),
        generics: node.generics.clone(),
        runtime,
        serde,
        tag,
        tag_aliases: keys.aliases.into_iter().map(|(_, alias)| alias).collect(),
        name: keys.rename.into_value().map_or_else(|| unraw(&node.ident), |name| name.value()),
        body,
        deny_unknown_fields: keys.deny_unknown_fields.is_set(),
        default: keys.default.into_value().unwrap_or(Default::None),
        bound: keys.bound,
        rules: keys.rules.into_iter().map(|(_, rule)| rule).collect(),
    })
}
