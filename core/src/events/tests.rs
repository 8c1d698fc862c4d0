//! The table: every event is in its family and in the whole, they convert both ways, and the whole stays small. The shapes of
//! an `error`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Debug;

use super::*;
use crate::{Decode, EventFamily, Validate, from_str};

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
            Some(("response.output_text" | "response.reasoning_text" | "response.reasoning_summary_text", "done")) => {
                r#","text":"a""#
            }
            Some(("response.refusal", "done")) => r#","refusal":"a""#,
            Some(("response.function_call_arguments" | "response.mcp_call_arguments", "done")) => r#","arguments":"a""#,
            Some(("response.custom_tool_call_input", "done")) => r#","input":"a""#,
            Some(("response.code_interpreter_call_code", "done")) => r#","code":"a""#,
            Some(("response.apply_patch_call_operation_diff", "done")) => r#","diff":"a""#,
            Some(("response.shell_call_command", "done")) => r#","command":"a""#,
            Some(("response.reasoning", "done")) => r#","text":"a""#,
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
