//! The names to which the Responses API gives a meaning: event types that end or fail a stream, and errors that can be
//! retried.

/// The types of the last event of a response; after an `error`, a `response.failed` may follow.
pub(crate) const TERMINAL_TYPES: &[&str] = &[
    "response.completed",
    "response.incomplete",
    "response.failed",
    "response.cancelled",
    "response.done",
    "error",
    "response.error",
];

/// The types of the events that report the failure of a response.
pub(crate) const FAILURE_TYPES: &[&str] = &["response.failed", "error", "response.error"];

/// Returns `true` if an error with this code or type ends its connection, so that only a new one can be used.
pub(crate) fn ends_connection(name: &str) -> bool {
    name == "websocket_connection_limit_reached"
}

/// Returns `Some(true)` if an error with this code or type goes away by itself, and `None` if the name is unknown.
///
/// The names are the codes of the SDKs, the `error_type`s of OpenRouter, synonyms that other servers send, and HTTP
/// statuses, which gateways send.
#[rustfmt::skip] // one line for each kind of error, as far as it fits
pub(crate) fn is_transient(name: &str) -> Option<bool> {
    match name {
        // The server's fault
        "server_error" | "server" | "internal_error" | "internal_server_error" | "api_error" | "bad_gateway"
        | "service_unavailable" | "service_unavailable_error" | "provider_unavailable"
        // Too much at once
        | "rate_limit_exceeded" | "rate_limit_error" | "rate_limit" | "too_many_requests" | "slow_down" | "overloaded"
        | "overloaded_error" | "server_overloaded" | "server_is_overloaded" | "provider_overloaded"
        // The end of a connection: a new one may succeed
        | "websocket_connection_limit_reached"
        // Steering input that waits
        | "too_many_pending_steers"
        // Too slow
        | "timeout" | "timeout_error" | "request_timeout" | "gateway_timeout" | "vector_store_timeout" => Some(true),

        // A bad request
        "invalid_request" | "invalid_request_error" | "invalid_prompt" | "not_found" | "not_found_error"
        | "model_not_found" | "precondition_failed" | "unprocessable" | "data_residency_mismatch" | "invalid_input"
        // A response that is not there or cannot be changed any more
        | "previous_response_not_found" | "response_not_found" | "response_already_completed" | "response_not_active"
        | "steering_not_supported"
        // A bad image
        | "invalid_image" | "invalid_image_format" | "invalid_base64_image" | "invalid_image_url" | "invalid_image_mode"
        | "image_too_large" | "image_too_small" | "image_parse_error" | "image_file_too_large" | "empty_image_file"
        | "unsupported_image_media_type" | "unsupported_image_format" | "failed_to_download_image"
        | "image_download_failed" | "image_file_not_found" | "image_not_found"
        // Authentication and quota
        | "authentication" | "authentication_error" | "invalid_api_key" | "permission_denied" | "permission_error"
        | "insufficient_quota" | "quota_exceeded" | "usage_limit_reached" | "payment_required"
        | "billing_hard_limit_reached" | "billing_not_active"
        // Content policy
        | "bio_policy" | "cyber_policy" | "misalignment_policy_violation" | "content_policy_violation"
        | "image_content_policy_violation" | "content_filter" | "refusal"
        // Too long
        | "context_length_exceeded" | "max_tokens_exceeded" | "token_limit_exceeded" | "string_too_long"
        | "payload_too_large" | "request_too_large" => Some(false),

        _ => is_transient_status(name.parse().ok()?),
    }
}

/// Returns `Some(true)` if an error with this HTTP status goes away by itself, and `None` if the status is no error.
pub(crate) fn is_transient_status(status: u16) -> Option<bool> {
    match status {
        408 | 429 | 500..=599 => Some(true),
        400..=499 => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_http_status_is_transient_if_the_server_or_the_rate_is_at_fault() {
        for status in ["408", "429", "500", "503", "599"] {
            assert_eq!(is_transient(status), Some(true), "{status}");
        }
        for status in ["400", "401", "404", "413", "499"] {
            assert_eq!(is_transient(status), Some(false), "{status}");
        }
        for text in ["200", "399", "600", "65536", "1e3", "-500", ""] {
            assert_eq!(is_transient(text), None, "{text}");
        }
    }
}
