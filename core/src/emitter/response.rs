//! The response that the events carry: as it begins, and as it ends.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::EmitError;
use super::given;
use crate::RawJson;
use crate::payload::{IncompleteDetails, OutputItem, Response, ResponseError, ResponseStatus, ServiceTier, Usage};

/// The fields that clients require or expect, as OpenAI's servers write them for a request that sets none of them.
const DEFAULTS: &[(&str, &str)] = &[
    ("access_programs", "null"),
    ("background", "false"),
    ("completed_at", "null"),
    ("error", "null"),
    ("frequency_penalty", "0.0"),
    ("incomplete_details", "null"),
    ("instructions", "null"),
    ("max_output_tokens", "null"),
    ("max_tool_calls", "null"),
    ("metadata", "{}"),
    ("parallel_tool_calls", "true"),
    ("presence_penalty", "0.0"),
    ("previous_response_id", "null"),
    ("prompt_cache_key", "null"),
    ("reasoning", r#"{"effort":null,"summary":null}"#),
    ("safety_identifier", "null"),
    ("store", "false"),
    ("temperature", "1.0"),
    ("text", r#"{"format":{"type":"text"}}"#),
    ("tool_choice", r#""auto""#),
    ("tools", "[]"),
    ("top_logprobs", "0"),
    ("top_p", "1.0"),
    ("truncation", r#""disabled""#),
    ("usage", "null"),
];

/// Returns the response as it begins.
pub(super) fn begun(response: Response) -> Result<Response, EmitError> {
    let reset = |response| Response {
        object: Some(String::from("response")),
        completed_at: None,
        status: Some(ResponseStatus::InProgress),
        output: Some(Vec::new()),
        error: None,
        incomplete_details: None,
        usage: None,
        ..response
    };
    // Once more: what `extra` had is then in its own place.
    let mut response = reset(given::checked("response", &reset(response))?);
    response.service_tier.get_or_insert(ServiceTier::Default);
    for (name, json) in DEFAULTS {
        let is_there = *name == "previous_response_id" && response.previous_response_id.is_some();
        if !is_there && !response.extra.contains_key(name) {
            response.extra.insert(name, RawJson::from_checked(*json));
        }
    }
    Ok(response)
}

/// The way in which a response ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Outcome {
    pub(super) error: Option<ResponseError>,
    pub(super) incomplete_details: Option<IncompleteDetails>,
    pub(super) completed_at: Option<u64>,
    pub(super) usage: Option<Usage>,
}

/// Returns the response as it ends.
pub(super) fn ended(
    mut response: Response,
    status: ResponseStatus,
    output: Vec<OutputItem>,
    outcome: Outcome,
) -> Response {
    let Outcome { error, incomplete_details, completed_at, usage } = outcome;
    for (name, is_there) in [
        ("error", error.is_some()),
        ("incomplete_details", incomplete_details.is_some()),
        ("completed_at", completed_at.is_some()),
        ("usage", usage.is_some()),
    ] {
        if is_there {
            response.extra.remove(name);
        }
    }
    Response {
        status: Some(status),
        output: Some(output),
        error,
        incomplete_details,
        completed_at: completed_at.map(Into::into),
        usage,
        ..response
    }
}
