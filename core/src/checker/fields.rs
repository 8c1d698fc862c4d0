//! Rules on the fields of one event: those of the structs of the catalogue, and fields that no source knows.

use alloc::format;
use alloc::string::ToString as _;

use super::code::Code;
use super::report::Report;
use crate::events::StreamEvent;
use crate::payload::{ContentPart, OutputItem, Response};
use crate::text::{Excerpt, push_segment};
use crate::{ExtraFields, Level, Validate as _, Violation};

/// Checks the fields of an event.
pub(super) fn check(event: &StreamEvent, report: &mut Report<'_>) {
    if let Err(violations) = event.validate_strict() {
        for violation in &violations {
            let (code, pointer) = (code_of(violation), violation.pointer());
            let text = match code {
                Code::MissingField | Code::MissingUsualField | Code::MissingSequenceNumber => {
                    format!("missing field `{}`", pointer.rsplit('/').next().unwrap_or_default())
                }
                _ => violation.message().to_string(),
            };
            report.fault_once(code, pointer, text);
        }
    }
    check_extra(event, report);
}

/// Returns the rule of the checker for a broken rule of a field.
fn code_of(violation: &Violation) -> Code {
    let pointer = violation.pointer();
    match (violation.rule(), violation.level()) {
        ("required", Level::Contract) if pointer == "/sequence_number" => Code::MissingSequenceNumber,
        ("required", Level::Contract) => Code::MissingField,
        ("required", Level::Strict) => match pointer {
            "/response/error" => Code::FailedWithoutError,
            "/response/incomplete_details" => Code::IncompleteWithoutDetails,
            "/response/usage" => Code::CompletedWithoutUsage,
            image if image.ends_with("/result") => Code::ImageWithoutResult,
            _ => Code::MissingUsualField,
        },
        ("non_empty", _) => Code::EmptyField,
        ("index", Level::Contract) => Code::NegativeNumber,
        ("index" | "integer", Level::Strict) => Code::FractionalNumber,
        ("one_of", Level::Strict) => Code::UnknownValue,
        ("base64", _) => Code::InvalidBase64,
        _ => Code::InvalidValue,
    }
}

/// Notes the fields that no source knows.
fn check_extra(event: &StreamEvent, report: &mut Report<'_>) {
    note(event.extra(), EVENT, "", report);
    if let Some(response) = event.response() {
        note_response(response, report);
    }
    if let Some(item) = event.item() {
        note_item(item, "/item", report);
    }
    if let Some(part) = event.part() {
        note(extra_of(part), PART, "/part", report);
    }
}

fn note_response(response: &Response, report: &mut Report<'_>) {
    note(Some(&response.extra), RESPONSE, "/response", report);
    if let Some(usage) = &response.usage {
        note(Some(&usage.extra), USAGE, "/response/usage", report);
    }
    for (index, item) in response.items().iter().enumerate() {
        note_item(item, &format!("/response/output/{index}"), report);
    }
}

fn note_item(item: &OutputItem, pointer: &str, report: &mut Report<'_>) {
    note(item.extra(), ITEM, pointer, report);
    if let OutputItem::Message(message) = item {
        for (index, part) in message.content().iter().enumerate() {
            note(extra_of(part), PART, &format!("{pointer}/content/{index}"), report);
        }
    }
}

fn extra_of(part: &ContentPart) -> Option<&ExtraFields> {
    match part {
        ContentPart::OutputText(part) => Some(&part.extra),
        ContentPart::Refusal(part) => Some(&part.extra),
        ContentPart::ReasoningText(part) => Some(&part.extra),
        _ => None,
    }
}

fn note(extra: Option<&ExtraFields>, known: &[&str], pointer: &str, report: &mut Report<'_>) {
    let Some(extra) = extra else { return };
    for (name, _) in extra.iter().filter(|(name, _)| !known.contains(name)) {
        let mut pointer = pointer.to_string();
        push_segment(&mut pointer, name);
        report.fault_once(Code::UnknownField, &pointer, format!("no source knows the field `{}`", Excerpt::new(name)));
    }
}

/// Fields of events that sources know and no struct has.
const EVENT: &[&str] = &["agent", "status", "obfuscation"];

/// The same of responses.
const RESPONSE: &[&str] = &[
    "access_programs",
    "background",
    "billing",
    "conversation",
    "error_type",
    "frequency_penalty",
    "image",
    "input_transformations",
    "instructions",
    "max_output_tokens",
    "max_tool_calls",
    "metadata",
    "moderation",
    "openrouter_metadata",
    "output_text",
    "parallel_tool_calls",
    "presence_penalty",
    "prompt",
    "prompt_cache_diagnostics",
    "prompt_cache_key",
    "prompt_cache_options",
    "prompt_cache_retention",
    "reasoning",
    "safety_identifier",
    "store",
    "temperature",
    "text",
    "tool_choice",
    "tool_usage",
    "tools",
    "top_logprobs",
    "top_p",
    "truncation",
    "user",
];

/// The same of usage.
const USAGE: &[&str] = &["cost_details", "is_byok", "server_tool_use"];

/// The same of items.
const ITEM: &[&str] = &[
    "acknowledged_safety_checks",
    "action",
    "agent",
    "arguments",
    "async",
    "caller",
    "container_id",
    "created_by",
    "error",
    "files",
    "format",
    "max_output_length",
    "prompt",
    "signature",
    "subagent_id",
    "subagent_items",
    "svg_usage",
];

/// The same of parts.
const PART: &[&str] = &["prompt_cache_breakpoint", "detail"];
