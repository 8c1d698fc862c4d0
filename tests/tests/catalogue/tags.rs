//! The table of the documentation that says which source knows which event, made of the facts.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use response_event::EventFamily;
use response_event::events::StreamEvent;

use crate::facts::{Fact, facts};

/// The sources, as the head of the table names them.
const COLUMNS: &[(&str, &str)] = &[
    ("python", "`openai` (PyPI) 3.57.0"),
    ("node", "`openai` (npm) 7.57.0"),
    ("openrouter-1", "`@openrouter/sdk` 1.3.19"),
    ("openrouter-0", "`@openrouter/sdk` 0.9.11"),
    ("open-responses", "Open Responses 2026-04-24"),
];

/// Others that know an event: servers that send it and clients that expect it. Every event that no source knows has a row.
const OTHERS: &[(&str, &str)] = &[
    ("codex.rate_limits", "OpenAI's servers, to Codex"),
    ("codex.response.metadata", "OpenAI's servers, to Codex"),
    ("keepalive", "OpenAI's servers, while an image is made"),
    ("ping", "gateways"),
    ("response.cancelled", "Azure, gateways; as a webhook, OpenAI"),
    ("response.done", "gateways, rig; the Realtime API has another"),
    ("response.error", "openai-agents"),
    ("response.keep_alive", "OpenRouter's servers"),
    ("response.metadata", "OpenAI's servers, to Codex"),
    ("response.rate_limits.updated", "openai-php"),
    ("response.reasoning.delta", "openresponses-rust, openrouter-rs"),
    ("response.reasoning.done", "openresponses-rust, openrouter-rs"),
    ("response.reasoning_part.added", "vLLM, StepFun"),
    ("response.reasoning_part.done", "vLLM, StepFun"),
    ("response.steer.accepted", "async-openai"),
    ("response.steer.failed", "async-openai"),
    ("response.steer.pending", "async-openai"),
    ("responsesapi.websocket_timing", "OpenAI's servers, to Codex"),
];

/// The table as the facts have it.
fn table() -> String {
    let facts = facts();
    let mut table = String::from("| type |");
    for (_, title) in COLUMNS {
        write!(table, " {title} |").unwrap();
    }
    table += " others |\n|---|";
    table += &"---|".repeat(COLUMNS.len() + 1);
    table += "\n";
    let mut types = StreamEvent::TYPES.to_vec();
    types.sort_unstable();
    for event_type in types {
        let object = facts.iter().find(|(object, _)| object.kind == "event" && object.tag == event_type);
        let names = |fact: &Fact| fact.required.names().chain(fact.optional.names()).collect::<Vec<_>>();
        let known: BTreeSet<_> = object.iter().flat_map(|(_, facts)| facts.iter()).flat_map(names).collect();
        write!(table, "| `{event_type}` |").unwrap();
        for (source, _) in COLUMNS {
            table += if known.contains(source) { " yes |" } else { " no |" };
        }
        let others = OTHERS.iter().find(|(tag, _)| *tag == event_type).map(|(_, others)| *others);
        assert!(others.is_some() || !known.is_empty(), "say in `OTHERS` who knows `{event_type}`");
        writeln!(table, " {} |", others.unwrap_or("not recorded")).unwrap();
    }
    table
}

#[test]
fn the_documentation_says_who_knows_which_event() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/events/tags.md");
    let table = table();
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &table).expect("the file can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, table, "run `BLESS=1 cargo test -p response-event-tests --test catalogue tags`");
}

#[test]
fn only_known_events_are_said_to_be_known_to_others() {
    for (tag, _) in OTHERS {
        assert!(StreamEvent::TYPES.contains(tag), "remove `{tag}` from `OTHERS`");
    }
}
