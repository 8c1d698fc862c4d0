//! A struct that is to be an event.

use syn::{Data, DeriveInput, Fields, parse_quote};

use super::attr::runtime_path;
use super::container::Container;
use super::invalid::Invalid;
use super::{field, rules, schema};
use crate::model::{Body, Default, Event, Schema};
use crate::name::unraw;
use crate::problems::Problems;
use crate::syntax::{self, Annotated, WrittenEvent, docs};

/// Reads and checks a struct that is to be an event.
pub(crate) fn event(input: &DeriveInput) -> Result<Event, Invalid> {
    let mut problems = Problems::new();
    let WrittenEvent { item, fields } = syntax::event(input, &mut problems);
    let Annotated { node, name, attributes, at } = item;
    let keys = Container::gather(attributes, &mut problems);
    keys.check_untagged(&mut problems);
    keys.check_serialize_only(&mut problems);
    keys.check_aliases(&mut problems);
    schema::check(&keys.schema, &mut problems);
    rules::check(&keys.rules, &mut problems);
    let runtime = runtime_path(&keys.runtime);
    let is_part = keys.is_part();
    let has_schema = keys.schema.is_set();
    let is_derived_twice = syntax::is_also_family(input);
    let body = fields.and_then(|fields| {
        let tag = keys.require_tag(name, at, &mut problems);
        let fields = field::check(fields, &keys, &node.generics, &mut problems);
        let body = match &node.data {
            Data::Struct(data) if matches!(data.fields, Fields::Unit) => Body::Unit,
            Data::Struct(_) | Data::Enum(_) | Data::Union(_) => Body::Named(fields),
        };
        Ok((tag?, body))
    });
    let event = body.map(|(tag, body)| Event {
        ident: name.clone(),
        generics: node.generics.clone(),
        serde: keys.serde.into_value().unwrap_or_else(|| parse_quote!(#runtime::__private::serde)),
        runtime: runtime.clone(),
        tag,
        is_part,
        serialize_only: keys.serialize_only.is_set(),
        schema: has_schema.then(|| Schema { docs: docs(&node.attrs) }),
        accept: keys.accept.into_value(),
        tag_aliases: keys.aliases.into_iter().map(|(_, alias)| alias).collect(),
        name: keys.rename.into_value().map_or_else(|| unraw(name), |name| name.value()),
        body,
        deny_unknown_fields: keys.deny_unknown_fields.is_set(),
        default: keys.default.into_value().unwrap_or(Default::None),
        bound: keys.bound,
        rule_bound: keys.rule_bound.into_value(),
        rules: keys.rules.into_iter().map(|(_, rule)| rule).collect(),
    });
    problems.finish(event).map_err(|errors| Invalid { errors, runtime, is_part, has_schema, is_derived_twice })
}
