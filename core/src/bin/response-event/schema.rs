//! The JSON Schemas of events and families, found by name or type.

use std::io::{self, Write};

use response_event::events::StreamEvent;
use response_event::events::client::ClientEvent;
use response_event::events::webhook::WebhookEvent;
use response_event::payload::Response;
use response_event::schema::{Rules, Schema, schema_for};

type SchemaOf = fn(Rules) -> Schema;

/// The types that are in no stream.
const OTHERS: &[(&str, SchemaOf)] = &[
    ("ClientEvent", schema_for::<ClientEvent>),
    ("WebhookEvent", schema_for::<WebhookEvent>),
    ("Response", schema_for::<Response>),
];

/// A schema, and the rules that it includes.
pub(crate) struct SchemaRequest {
    rules: Rules,
    schema_of: SchemaOf,
}

impl SchemaRequest {
    /// Finds the schema of a struct or family by its name, or of an event by its type.
    pub(crate) fn find(name: &str, rules: Rules) -> Option<Self> {
        let of_stream = StreamEvent::SCHEMAS.iter().find_map(|(other, types, schema_of)| {
            let is_type = matches!(types, [event_type] if *event_type == name);
            (*other == name || is_type).then_some(*schema_of)
        });
        let other = || OTHERS.iter().find_map(|(other, schema_of)| (*other == name).then_some(*schema_of));
        Some(Self { rules, schema_of: of_stream.or_else(other)? })
    }

    /// Prints the schema.
    pub(crate) fn print(&self, output: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *output, &(self.schema_of)(self.rules))?;
        writeln!(output)
    }
}

/// Prints each name that [`SchemaRequest::find`] knows, and the type of each event.
pub(crate) fn print_names(output: &mut impl Write) -> io::Result<()> {
    let rows = StreamEvent::SCHEMAS.iter().map(|(name, types, _)| (*name, *types));
    let rows: Vec<_> = rows.chain(OTHERS.iter().map(|(name, _)| (*name, &[][..]))).collect();
    let widest = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, types) in rows {
        match types {
            [event_type] => writeln!(output, "{name:widest$}  {event_type}")?,
            _ => writeln!(output, "{name}")?,
        }
    }
    Ok(())
}
