//! The table: every event is in its family and in the whole, they convert both ways, and the whole stays small. The shapes of
//! an `error`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Debug;

use super::*;
use crate::{Decode, ErrorDetails, EventFamily, Validate, from_str};

#[test]
fn an_event_of_any_family_fits_into_256_bytes() {
    let mut inline: Vec<_> = INLINE.to_vec();
    inline.sort_by_key(|(_, size)| core::cmp::Reverse(*size));
    let size = size_of::<StreamEvent>();
    std::println!("`StreamEvent` takes {size} bytes; the largest variants: {:?}", &inline[..5]);
    assert!(size <= 256, "`StreamEvent` takes {size} bytes; mark the largest with `#[boxed]`: {:?}", &inline[..5]);
}

/// Returns an event with every field that an event of this type may require.
fn event_of(event_type: &str) -> String {
    let rest = match event_type {
        "response.shell_call_output_content.delta" => r#""delta":{"stdout":"a","stderr":"b"}"#,
        "response.output_item.added" | "response.output_item.done" => {
            r#""item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[]}"#
        }
        "response.content_part.added" | "response.content_part.done" => {
            r#""part":{"type":"output_text","text":"a","annotations":[]}"#
        }
        "response.reasoning_part.added" | "response.reasoning_part.done" => {
            r#""part":{"type":"reasoning_text","text":"a"}"#
        }
        "response.steer.failed" | "response.inject.failed" => r#""error":{"code":"a","message":"a"}"#,
        "response.reasoning_summary_part.added" | "response.reasoning_summary_part.done" => {
            r#""part":{"type":"summary_text","text":"a"}"#
        }
        "error" => r#""message":"a""#,
        _ => r#""delta":"a","error":"a""#,
    };
    format!(
        r#"{{"type":"{event_type}","sequence_number":7,"item_id":"item_1","output_index":0,"content_index":0,
            "summary_index":0,"command_index":0,"annotation_index":0,"partial_image_index":0,"partial_image_b64":"aaaa",
            "text":"a","refusal":"a","arguments":"{{}}","input":"a","diff":"a","command":"a","code":"a","content":"a",
            "model":"a","analyst_model":"a","judge_model":"a","analysis":{{}},"debug":{{}},"output":[],
            "response":{{"id":"resp_1","object":"response","output":[]}},{rest}}}"#
    )
}

fn decoded<F: for<'a> Decode<'a>>(event_type: &str) -> F {
    from_str(&event_of(event_type))
        .unwrap_or_else(|error| panic!("{error}\nadd the fields that `{event_type}` requires to `event_of`"))
}

fn family<F>(types: &mut Vec<&'static str>)
where
    F: EventFamily + for<'a> Decode<'a> + Clone + Debug + PartialEq,
    F: Into<StreamEvent> + TryFrom<StreamEvent, Error = StreamEvent>,
{
    for event_type in F::TYPES {
        let event: F = decoded(event_type);
        assert_eq!(event.event_type(), *event_type);
        let any: StreamEvent = decoded(event_type);
        assert_eq!(event.clone().into(), any);
        assert_eq!(F::try_from(any), Ok(event));
        // The struct of this type is in no other family.
        assert!(!types.contains(event_type));
        types.push(event_type);
    }
    let unknown: F = from_str(r#"{"type":"other"}"#).expect("a family keeps what it does not know");
    let unknown: StreamEvent = unknown.into();
    assert!(matches!(&unknown, StreamEvent::Unknown(event) if event.json() == r#"{"type":"other"}"#), "{unknown:?}");
    assert_eq!(F::try_from(unknown.clone()), Err(unknown));
    for event_type in StreamEvent::TYPES.iter().filter(|event_type| !F::TYPES.contains(event_type)) {
        let other: StreamEvent = decoded(event_type);
        assert_eq!(F::try_from(other.clone()), Err(other));
    }
}

#[test]
fn every_event_but_those_of_images_decodes_without_its_optional_fields() {
    for event_type in StreamEvent::TYPES.iter().filter(|event_type| !ImageGenCallEvent::TYPES.contains(event_type)) {
        let text = match event_type.rsplit_once('.') {
            Some(("response.shell_call_output_content", "delta")) => r#","delta":{}"#,
            Some((_, "delta")) => r#","delta":"a""#,
            Some((
                "response.output_text"
                | "response.reasoning_text"
                | "response.reasoning_summary_text"
                | "response.reasoning",
                "done",
            )) => r#","text":"a""#,
            Some(("response.refusal", "done")) => r#","refusal":"a""#,
            Some(("response.function_call_arguments" | "response.mcp_call_arguments", "done")) => r#","arguments":"a""#,
            Some(("response.custom_tool_call_input", "done")) => r#","input":"a""#,
            Some(("response.code_interpreter_call_code", "done")) => r#","code":"a""#,
            Some(("response.apply_patch_call_operation_diff", "done")) => r#","diff":"a""#,
            Some(("response.shell_call_command", "done")) => r#","command":"a""#,
            Some(("response.fusion_call.panel", "completed")) => r#","content":"a""#,
            _ => "",
        };
        let json = format!(r#"{{"type":"{event_type}"{text},"z":[1.0]}}"#);
        let event: StreamEvent = from_str(&json).unwrap_or_else(|error| panic!("{error}\n  {json}"));
        assert_eq!(serde_json::to_string(&event).expect("JSON"), json);
        if !text.is_empty() {
            let json = format!(r#"{{"type":"{event_type}"}}"#);
            assert!(from_str::<StreamEvent>(&json).is_err(), "{json} is accepted without{text}");
            let expected = (!text.contains('{') && *event_type != "response.audio.delta").then_some("a");
            assert_eq!(event.text(), expected, "add a row to `texts!` in core/src/events/accessors.rs: {json}");
        }
    }
}

#[test]
fn an_event_without_its_object_has_none() {
    let event: StreamEvent = decoded("response.in_progress");
    assert_eq!(event.response().and_then(|response| response.object.as_deref()), Some("response"));
    assert!(decoded::<StreamEvent>("response.output_item.added").item().is_some());
    assert!(decoded::<StreamEvent>("response.content_part.done").part().is_some());
    let event = StreamEvent::from(ResponseInProgress::new());
    assert_eq!((event.response(), event.item(), event.part(), event.text()), (None, None, None, None));
}

fn error(json: &str) -> ErrorEvent {
    let event: ErrorEvent = from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(serde_json::to_string(&event).expect("JSON"), json);
    event
}

#[test]
fn an_error_says_the_same_in_every_shape() {
    let flat = error(r#"{"type":"error","sequence_number":1,"code":"e17","message":"m","param":"p"}"#);
    let nested = error(r#"{"type":"error","sequence_number":1,"error":{"code":"e17","message":"m","param":"p"}}"#);
    for event in [flat, nested] {
        assert_eq!(event.code().as_deref(), Some("e17"));
        assert_eq!((event.message().as_deref(), event.param().as_deref()), (Some("m"), Some("p")));
        assert!(!event.is_retryable());
        assert!(event.validate_strict().is_ok());
    }
}

#[test]
fn an_error_is_found_in_the_body_and_any_body_is_kept() {
    let nested =
        error(r#"{"type":"error","body":{"id":1.0,"error":{"message":"m","code":"e17","param":"p"}},"status":400}"#);
    assert_eq!(nested.code().as_deref(), Some("e17"));
    assert_eq!((nested.message().as_deref(), nested.param().as_deref()), (Some("m"), Some("p")));
    assert!(nested.validate_strict().is_ok());
    for body in [r#""<html>""#, "[1.0]", r#"{"error":"m"}"#, r#"{"error":{"message":1}}"#] {
        let event = error(&format!(r#"{{"type":"error","body":{body}}}"#));
        assert_eq!(event.body.as_ref().map(ErrorBody::json), Some(body));
    }
}

#[test]
fn an_error_may_pass_by_its_code_or_type_or_status() {
    assert!(error(r#"{"type":"error","code":429,"message":"m"}"#).is_retryable());
    assert!(!error(r#"{"type":"error","code":401,"message":"m","error":{"type":"server_error"}}"#).is_retryable());
    assert!(error(r#"{"type":"error","error":{"message":"m","type":"server_error"},"status":500}"#).is_retryable());
    assert!(!error(r#"{"type":"error","message":"m"}"#).is_retryable());
    assert!(error(r#"{"type":"error","error":{"message":"m"},"status":503}"#).is_retryable());
    assert!(
        !error(r#"{"type":"error","error":{"message":"m","type":"usage_limit_reached"},"status":429}"#).is_retryable()
    );
    assert!(
        error(r#"{"type":"error","error":{"code":"websocket_connection_limit_reached"},"status":429}"#).is_retryable()
    );
    assert!(!error(r#"{"type":"error","message":"m","status_code":400}"#).is_retryable());
}

#[test]
fn an_error_without_a_message_is_an_error_that_breaks_its_contract() {
    for (json, pointer) in [
        (r#"{"type":"error","sequence_number":1,"code":"e17"}"#, "/message"),
        (r#"{"type":"error","sequence_number":1,"error":{"code":"e17"}}"#, "/error/message"),
    ] {
        let violations = error(json).validate().expect_err("there is no message");
        let broken: Vec<_> = violations.iter().map(|violation| (violation.rule(), violation.pointer())).collect();
        assert_eq!(broken, [("required", pointer)]);
    }
}

#[test]
fn every_family_converts_into_the_whole_and_back() {
    let mut types = Vec::new();
    for_each_family!(family(&mut types));
    assert!(
        StreamEvent::TYPES.starts_with(&types),
        "`StreamEvent` must begin with the types of the families: {types:#?}"
    );
}

/// An event with an error in each of the shapes that servers send, and the message, code, parameter and HTTP status in it,
/// and whether a retry can help and whether it needs a new connection.
#[rustfmt::skip] // one line for each event
const ERRORS: &[(&str, [&str; 4], [bool; 2])] = &[
    (r#"{"type":"error","sequence_number":1,"code":"server_error","message":"m","param":"p"}"#, ["m", "server_error", "p", ""], [true, false]),
    (r#"{"type":"error","sequence_number":1,"code":"429","message":"m"}"#, ["m", "429", "", "429"], [true, false]),
    (r#"{"type":"error","code":401,"message":"m"}"#, ["m", "401", "", "401"], [false, false]),
    (r#"{"type":"error","message":"m","code":"internal_error","name":"E","stack":"s"}"#, ["m", "internal_error", "", ""], [true, false]),
    (r#"{"type":"error","error":"m","status":503}"#, ["m", "", "", "503"], [true, false]),
    (r#"{"type":"error","error":{"message":"m"},"status":503}"#, ["m", "", "", "503"], [true, false]),
    (r#"{"type":"error","error":{"message":"m","param":"p","code":"previous_response_not_found"},"status_code":400}"#, ["m", "previous_response_not_found", "p", "400"], [false, false]),
    (r#"{"type":"error","error":{"message":"m","type":"usage_limit_reached","resets_at":1},"status":429,"headers":{"a":"b"}}"#, ["m", "", "", "429"], [false, false]),
    (r#"{"type":"error","error":{"message":"m","code":"websocket_connection_limit_reached"},"status":429}"#, ["m", "websocket_connection_limit_reached", "", "429"], [true, true]),
    (r#"{"type":"error","error":{"message":"m","status":502}}"#, ["m", "", "", "502"], [true, false]),
    (r#"{"type":"error","error":{"error":{"message":"m","code":500}}}"#, ["m", "500", "", "500"], [true, false]),
    (r#"{"type":"error","body":{"error":{"message":"m","code":"invalid_request_error"}},"status":400}"#, ["m", "invalid_request_error", "", "400"], [false, false]),
    (r#"{"type":"error","body":{"error":"m"}}"#, ["m", "", "", ""], [false, false]),
    (r#"{"type":"error","body":"{\"error\":{\"message\":\"m\"}}","status":500}"#, ["m", "", "", "500"], [true, false]),
    (r#"{"type":"error","response":{"error":{"message":"m","code":"rate_limit_exceeded"}}}"#, ["m", "rate_limit_exceeded", "", ""], [true, false]),
    (r#"{"type":"response.error","sequence_number":1,"code":"server_error","message":"m","param":"p"}"#, ["m", "server_error", "p", ""], [true, false]),
    (r#"{"type":"response.error","error":{"message":"m","code":"e17"}}"#, ["m", "e17", "", ""], [false, false]),
    (r#"{"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"m"}}}"#, ["m", "rate_limit_exceeded", "", ""], [true, false]),
    (r#"{"type":"response.failed","response":{"error":"m","status_code":503}}"#, ["m", "", "", "503"], [true, false]),
    (r#"{"type":"response.failed","error":{"code":"server_error","message":"m"}}"#, ["m", "server_error", "", ""], [true, false]),
    (r#"{"type":"response.failed","response":{"id":"resp_1"},"error":"m"}"#, ["m", "", "", ""], [false, false]),
    (r#"{"type":"response.failed","code":"server_error","message":"m"}"#, ["m", "server_error", "", ""], [true, false]),
    (r#"{"type":"response.failed","sequence_number":1}"#, ["", "", "", ""], [false, false]),
    (r#"{"type":"response.steer.failed","steer":{"previous_response_id":"resp_1"},"error":{"code":"response_not_active","message":"m"}}"#, ["m", "response_not_active", "", ""], [false, false]),
    (r#"{"type":"response.inject.failed","error":{"code":"response_not_found","message":"m"}}"#, ["m", "response_not_found", "", ""], [false, false]),
    (r#"{"type":"response.done","response":{"status":"failed","error":{"code":"server_error","message":"m"}}}"#, ["m", "server_error", "", ""], [true, false]),
];

#[test]
fn an_error_of_any_shape_answers_the_same_questions_typed_and_as_json() {
    for (json, [message, code, param, status], [is_retryable, needs_new_connection]) in ERRORS {
        let event: StreamEvent = from_str(json).unwrap_or_else(|error| panic!("{error}\n  {json}"));
        assert!(!matches!(event, StreamEvent::Unknown(_)), "{json}");
        let came: serde_json::Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(serde_json::to_value(&event).expect("JSON"), came);
        let error = event.error_details().unwrap_or_else(|| panic!("{json}"));
        assert_eq!(error, ErrorDetails::from_json(json), "{json}");
        let texts = [&error.message, &error.code, &error.param].map(|text| text.as_deref().unwrap_or_default());
        assert_eq!(texts, [*message, code, param], "{json}");
        assert_eq!(error.http_status, status.parse().ok(), "{json}");
        assert_eq!(error.is_retryable(), *is_retryable, "{json}");
        assert_eq!(error.needs_new_connection(), *needs_new_connection, "{json}");
    }
}

#[test]
fn an_event_that_reports_no_error_has_none() {
    for event_type in ["response.completed", "response.output_text.delta", "ping", "response.mcp_call.completed"] {
        assert_eq!(decoded::<StreamEvent>(event_type).error_details(), None, "{event_type}");
    }
}

#[test]
fn the_end_of_a_stream_and_its_failure_are_known_in_every_manner() {
    for (event_type, is_failure) in [
        ("response.completed", false),
        ("response.incomplete", false),
        ("response.cancelled", false),
        ("response.done", false),
        ("response.failed", true),
        ("response.error", true),
        ("error", true),
    ] {
        let event: StreamEvent = decoded(event_type);
        assert_eq!((event.is_terminal(), event.is_failure()), (true, is_failure), "{event_type}");
        assert!(!matches!(event, StreamEvent::Unknown(_)), "{event_type}");
    }
    for event_type in ["response.steer.failed", "response.inject.failed", "response.keep_alive", "codex.rate_limits"] {
        let event: StreamEvent = decoded(event_type);
        assert_eq!((event.is_terminal(), event.is_failure()), (false, false), "{event_type}");
    }
}

#[test]
fn every_event_keeps_its_lane_and_its_agent() {
    let rest = r#","stream_id":"lane_1","agent":{"agent_name":"scout"}}"#;
    for event_type in StreamEvent::TYPES.iter().chain(&["unknown"]) {
        let json = event_of(event_type);
        let json = format!("{}{rest}", json.strip_suffix('}').expect("an object"));
        let event: StreamEvent = from_str(&json).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(event.stream_id().as_deref(), Some("lane_1"), "{event_type}");
        let agent = event.agent().and_then(|agent| agent.agent_name);
        assert_eq!(agent.as_deref(), Some("scout"), "{event_type}");
        if let Some(extra) = event.extra() {
            assert!(!extra.contains_key("stream_id"), "`{event_type}` has no field `stream_id`");
        }
        let written = serde_json::to_string(&event).expect("JSON");
        assert!(
            written.contains(r#""stream_id":"lane_1""#) && written.contains(r#""agent_name":"scout""#),
            "{written}"
        );
    }
    for event_type in StreamEvent::TYPES {
        let event: StreamEvent = decoded(event_type);
        assert_eq!((event.stream_id(), event.agent()), (None, None), "{event_type}");
    }
}
