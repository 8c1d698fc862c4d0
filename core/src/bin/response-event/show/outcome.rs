//! The last line of a response: its state, its usage and its error.

use response_event::payload::{ResponseStatus, Usage};
use response_event::{ErrorDetails, Snapshot};

/// Returns the words about a response, which goes on unless `is_over`.
pub(crate) fn describe(snapshot: &Snapshot, is_over: bool) -> String {
    let response = snapshot.response();
    let mut words = format!("response {}", state(snapshot, is_over));
    if let Some(reason) = response.and_then(|response| response.incomplete_details.as_ref()?.reason.as_ref()) {
        words.extend([" (", reason.as_str(), ")"]);
    }
    let of_response = response.and_then(|response| response.error.as_ref()).map(|error| error.details());
    if let Some(error) = of_response.or_else(|| snapshot.error().map(|error| error.error_details())) {
        words += &error_words(&error);
    }
    if snapshot.is_head_missing() {
        words += ", without its start";
    }
    if let Some(usage) = response.and_then(|response| response.usage.as_ref()) {
        words += &usage_words(usage);
    }
    if let Some(id) = response.and_then(|response| response.id.as_deref()) {
        words += "; ";
        words += id;
    }
    words
}

fn state(snapshot: &Snapshot, is_over: bool) -> &str {
    let status = snapshot.response().and_then(|response| response.status.as_ref());
    match status {
        _ if !snapshot.is_done() && is_over => "unfinished",
        _ if !snapshot.is_done() => status.map_or("in progress", ResponseStatus::as_str),
        Some(status) if status.is_final() => status.as_str(),
        _ if snapshot.is_failed() => "failed",
        _ => "ended",
    }
}

fn error_words(error: &ErrorDetails<'_>) -> String {
    let name = error.code.as_ref().or(error.error_type.as_ref());
    match (name, &error.message) {
        (Some(name), Some(message)) => format!(": {message} ({name})"),
        (Some(one), None) | (None, Some(one)) => format!(": {one}"),
        (None, None) => String::new(),
    }
}

fn usage_words(usage: &Usage) -> String {
    let counts = [
        (usage.input_tokens(), "input"),
        (usage.cached_tokens().filter(|count| *count > 0), "cached"),
        (usage.output_tokens(), "output"),
        (usage.reasoning_tokens().filter(|count| *count > 0), "reasoning"),
        (usage.total_tokens(), "total"),
    ];
    let counts: Vec<_> = counts.iter().filter_map(|(count, name)| Some(format!("{} {name}", (*count)?))).collect();
    if counts.is_empty() { String::new() } else { format!("; tokens: {}", counts.join(", ")) }
}
