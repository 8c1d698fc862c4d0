//! Each step, the events that it makes, and each error.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::*;
use crate::EventFamily as _;
use crate::payload::{ItemStatus, UrlCitation};

fn emitter() -> Emitter {
    let mut emitter = Emitter::new("resp_1", "m", 7).unwrap();
    assert_eq!(emitter.by_ref().count(), 2);
    emitter
}

fn usage(input: u64, output: u64) -> Usage {
    let mut usage = Usage::new();
    (usage.input_tokens, usage.output_tokens) = (Some(input.into()), Some(output.into()));
    usage
}

fn error(json: &str) -> ResponseError {
    crate::from_str(json).unwrap()
}

/// Takes the events that were made, as their JSON.
fn taken(emitter: &mut Emitter) -> Vec<Value> {
    emitter.map(|event| serde_json::from_str(&crate::to_string(&event).unwrap()).unwrap()).collect()
}

/// Takes the events that were made: their types, without `response.`.
fn types(emitter: &mut Emitter) -> Vec<String> {
    emitter.map(|event| event.event_type().trim_start_matches("response.").into()).collect()
}

/// Checks that a step is an error, and changes nothing.
#[track_caller]
fn refused(emitter: &mut Emitter, step: impl FnOnce(&mut Emitter) -> Result<(), EmitError>) -> String {
    let before = format!("{emitter:?}").replace("is_json: Some(false)", "is_json: None");
    let error = step(emitter).expect_err("the step breaks the stream");
    assert_eq!(format!("{emitter:?}").replace("is_json: Some(false)", "is_json: None"), before, "{error}");
    error.to_string()
}

#[test]
fn a_response_begins_with_what_clients_require() {
    let mut emitter = Emitter::new("resp_1", "m", 7).unwrap();
    let events = taken(&mut emitter);
    assert_eq!(events[0]["type"], "response.created");
    assert_eq!(events[1]["type"], "response.in_progress");
    assert_eq!((&events[0]["sequence_number"], &events[1]["sequence_number"]), (&json!(0), &json!(1)));
    assert_eq!(events[0]["response"], events[1]["response"]);
    assert_eq!(
        events[0]["response"],
        json!({
            "id": "resp_1", "object": "response", "created_at": 7, "status": "in_progress", "model": "m", "output": [],
            "access_programs": null, "background": false, "completed_at": null, "error": null, "frequency_penalty": 0.0,
            "incomplete_details": null, "instructions": null, "max_output_tokens": null, "max_tool_calls": null,
            "metadata": {}, "parallel_tool_calls": true, "presence_penalty": 0.0, "previous_response_id": null,
            "prompt_cache_key": null, "reasoning": {"effort": null, "summary": null}, "safety_identifier": null,
            "service_tier": "default", "store": false, "temperature": 1.0, "text": {"format": {"type": "text"}},
            "tool_choice": "auto", "tools": [], "top_logprobs": 0, "top_p": 1.0, "truncation": "disabled",
            "usage": null,
        })
    );
}

#[test]
fn the_fields_of_a_given_response_stay_and_those_of_its_end_do_not() {
    let mut response: Response = crate::from_str(
        r#"{"id":"resp_1","model":"m","created_at":7,"previous_response_id":"resp_0","service_tier":"flex",
            "temperature":0.5,"status":"completed","output":[{"type":"message"}],"usage":{},"completed_at":9,
            "error":{"message":"m"},"incomplete_details":{}}"#,
    )
    .unwrap();
    // Fields in the wrong place.
    response.extra.insert("tools", r#"[{"type":"web_search"}]"#.parse().unwrap());
    response.object = None;
    response.extra.insert("object", r#""x""#.parse().unwrap());
    let error = Emitter::with_response(response.clone()).unwrap_err().to_string();
    assert!(error.starts_with("the response is invalid: the field with `#[serde(flatten)]` holds `object`"), "{error}");
    response.extra.remove("object");

    let mut emitter = Emitter::with_response(response).unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let events = taken(&mut emitter);
    let [first, last] = [&events[0]["response"], &events[2]["response"]];
    for response in [first, last] {
        assert_eq!(response["previous_response_id"], "resp_0");
        assert_eq!(response["service_tier"], "flex");
        assert_eq!(response["temperature"], 0.5);
        assert_eq!(response["tools"][0]["type"], "web_search");
        assert_eq!(response["error"], Value::Null);
    }
    assert_eq!(
        (&first["status"], &first["output"], &first["usage"]),
        (&json!("in_progress"), &json!([]), &Value::Null)
    );
    assert_eq!((&last["status"], &last["completed_at"]), (&json!("completed"), &Value::Null));
}

#[test]
fn a_response_that_lacks_a_field_does_not_begin() {
    let error = Emitter::new("", "m", 7).unwrap_err().to_string();
    assert_eq!(
        error,
        "the response is invalid: /id: found 0 characters, expected at least one (contract rule `non_empty`)"
    );
    let error = Emitter::with_response(Response::new()).unwrap_err();
    let EmitError::InvalidValue { name: "response", violations } = error else { panic!("{error:?}") };
    let pointers: Vec<_> = violations.iter().map(Violation::pointer).collect();
    assert_eq!(pointers, ["/id", "/created_at", "/model"]);
}

#[test]
fn text_opens_a_message_and_its_part() {
    let mut emitter = emitter();
    emitter.text_delta("It ").unwrap();
    emitter.text_delta("rains.").unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let events = taken(&mut emitter);
    let part = json!({"type": "output_text", "text": "It rains.", "annotations": [], "logprobs": []});
    let message = json!({"type": "message", "id": "msg_1_0", "role": "assistant", "status": "completed",
        "content": [part]});
    assert_eq!(
        events[..8],
        [
            json!({"type": "response.output_item.added", "sequence_number": 2, "output_index": 0, "item":
                {"type": "message", "id": "msg_1_0", "role": "assistant", "status": "in_progress", "content": []}}),
            json!({"type": "response.content_part.added", "sequence_number": 3, "item_id": "msg_1_0",
                "output_index": 0, "content_index": 0,
                "part": {"type": "output_text", "text": "", "annotations": [], "logprobs": []}}),
            json!({"type": "response.output_text.delta", "sequence_number": 4, "item_id": "msg_1_0",
                "output_index": 0, "content_index": 0, "delta": "It ", "logprobs": []}),
            json!({"type": "response.output_text.delta", "sequence_number": 5, "item_id": "msg_1_0",
                "output_index": 0, "content_index": 0, "delta": "rains.", "logprobs": []}),
            json!({"type": "response.output_text.done", "sequence_number": 6, "item_id": "msg_1_0",
                "output_index": 0, "content_index": 0, "text": "It rains.", "logprobs": []}),
            json!({"type": "response.content_part.done", "sequence_number": 7, "item_id": "msg_1_0",
                "output_index": 0, "content_index": 0, "part": part}),
            json!({"type": "response.output_item.done", "sequence_number": 8, "output_index": 0, "item": message}),
            events[7].clone(),
        ]
    );
    assert_eq!((&events[7]["type"], &events[7]["sequence_number"]), (&json!("response.completed"), &json!(9)));
    assert_eq!(events[7]["response"]["output"], json!([message]));
    assert_eq!(events.len(), 8);
}

#[test]
fn a_refusal_after_a_text_is_another_part_of_the_message() {
    let mut emitter = emitter();
    emitter.text_delta("Well").unwrap();
    emitter.refusal_delta("No.").unwrap();
    emitter.incomplete("content_filter").unwrap();
    let events = taken(&mut emitter);
    let last = &events.last().unwrap()["response"];
    assert_eq!(last["output"][0]["content"][1], json!({"type": "refusal", "refusal": "No."}));
    assert_eq!(last["output"][0]["status"], "incomplete");
    assert_eq!(last["incomplete_details"], json!({"reason": "content_filter"}));
    let done = events.iter().find(|event| event["type"] == "response.refusal.done").unwrap();
    assert_eq!((&done["content_index"], &done["refusal"]), (&json!(1), &json!("No.")));
}

#[test]
fn an_annotation_is_in_its_event_and_in_the_part() {
    let mut emitter = emitter();
    let mut citation = UrlCitation::new();
    citation.url = Some("https://example.org/".into());
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.annotation(citation.clone())),
        "the annotation is invalid: /title: found nothing, expected a value (contract rule `required`); /start_index: \
         found nothing, expected a value (contract rule `required`); /end_index: found nothing, expected a value \
         (contract rule `required`)"
    );
    citation.title = Some("t".into());
    (citation.start_index, citation.end_index) = (Some(0.into()), Some(2.into()));
    let no_text = "no text is open; call `text_delta` first";
    assert_eq!(refused(&mut emitter, |emitter| emitter.annotation(citation.clone())), no_text);
    emitter.refusal_delta("No.").unwrap();
    assert_eq!(refused(&mut emitter, |emitter| emitter.annotation(citation.clone())), no_text);

    emitter.text_delta("It rains.").unwrap();
    emitter.annotation(citation.clone()).unwrap();
    emitter.annotation(citation).unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let events = taken(&mut emitter);
    let added: Vec<_> = events.iter().filter(|event| event.get("annotation_index").is_some()).collect();
    assert_eq!([&added[0]["annotation_index"], &added[1]["annotation_index"]], [&json!(0), &json!(1)]);
    let part = &events.last().unwrap()["response"]["output"][0]["content"][1];
    assert_eq!(part["annotations"][1], added[1]["annotation"]);
}

#[test]
fn a_message_takes_its_id_and_phase() {
    let mut emitter = emitter();
    let message: OutputMessage =
        crate::from_str(r#"{"type":"message","id":"a","phase":"commentary","content":[{"type":"text"}]}"#).unwrap();
    emitter.message_with(message.clone()).unwrap();
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.message_with(message)),
        r#"another item has the id "a"; give each item an id of its own, or none"#
    );
    emitter.message().unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let output = taken(&mut emitter).pop().unwrap()["response"]["output"].take();
    assert_eq!(
        (&output[0]["id"], &output[0]["phase"], &output[0]["content"]),
        (&json!("a"), &json!("commentary"), &json!([]))
    );
    assert_eq!(output[1]["id"], "msg_1_1");
}

#[test]
fn an_id_that_was_given_to_another_item_is_not_made_again() {
    let mut emitter = emitter();
    let mut message = OutputMessage::new();
    message.id = Some("msg_1_1".into());
    emitter.message_with(message).unwrap();
    emitter.message().unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let output = taken(&mut emitter).pop().unwrap()["response"]["output"].take();
    assert_eq!([&output[0]["id"], &output[1]["id"]], ["msg_1_1", "msg_1_1_"]);
}

#[test]
fn reasoning_has_a_summary_and_a_text() {
    let mut emitter = emitter();
    emitter.reasoning_summary_delta("One").unwrap();
    emitter.reasoning_summary_part().unwrap();
    emitter.reasoning_summary_delta("Two").unwrap();
    emitter.reasoning_text_delta("Let me see.").unwrap();
    emitter.reasoning_encrypted_content("gAAA").unwrap();
    emitter.text_delta("Hi").unwrap();
    let events = taken(&mut emitter);
    let types: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    assert_eq!(
        types,
        [
            "response.output_item.added",
            "response.reasoning_summary_part.added",
            "response.reasoning_summary_text.delta",
            "response.reasoning_summary_text.done",
            "response.reasoning_summary_part.done",
            "response.reasoning_summary_part.added",
            "response.reasoning_summary_text.delta",
            "response.reasoning_summary_text.done",
            "response.reasoning_summary_part.done",
            "response.content_part.added",
            "response.reasoning_text.delta",
            "response.reasoning_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
        ]
    );
    assert_eq!([&events[1]["summary_index"], &events[6]["summary_index"]], [&json!(0), &json!(1)]);
    assert_eq!(
        events[13]["item"],
        json!({"type": "reasoning", "id": "rs_1_0", "encrypted_content": "gAAA",
            "summary": [{"type": "summary_text", "text": "One"}, {"type": "summary_text", "text": "Two"}],
            "content": [{"type": "reasoning_text", "text": "Let me see."}]})
    );
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.reasoning_encrypted_content("x")),
        "no reasoning is open; call `reasoning` first"
    );
}

#[test]
fn a_function_call_closes_the_message_before() {
    let mut emitter = emitter();
    emitter.text_delta("Hi").unwrap();
    emitter.function_call("f", "call_1").unwrap();
    emitter.arguments_delta(r#"{"a":"#).unwrap();
    emitter.arguments_delta("1}").unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let events = taken(&mut emitter);
    let call = |status: &str, arguments: &str| {
        json!({"type": "function_call", "id": "fc_1_1", "call_id": "call_1", "name": "f", "arguments": arguments,
            "status": status})
    };
    let arguments = r#"{"a":1}"#;
    assert_eq!(events[5]["type"], "response.output_item.done");
    assert_eq!(
        events[6..11],
        [
            json!({"type": "response.output_item.added", "sequence_number": 8, "output_index": 1,
                "item": call("in_progress", "")}),
            json!({"type": "response.function_call_arguments.delta", "sequence_number": 9, "item_id": "fc_1_1",
                "output_index": 1, "delta": r#"{"a":"#}),
            json!({"type": "response.function_call_arguments.delta", "sequence_number": 10, "item_id": "fc_1_1",
                "output_index": 1, "delta": "1}"}),
            json!({"type": "response.function_call_arguments.done", "sequence_number": 11, "item_id": "fc_1_1",
                "output_index": 1, "name": "f", "arguments": arguments}),
            json!({"type": "response.output_item.done", "sequence_number": 12, "output_index": 1,
                "item": call("completed", arguments)}),
        ]
    );
}

#[test]
fn a_call_without_arguments_has_an_empty_object() {
    let mut emitter = emitter();
    emitter.function_call("f", "call_1").unwrap();
    emitter.finish(usage(1, 2)).unwrap();
    let events = taken(&mut emitter);
    assert_eq!((&events[1]["delta"], &events[2]["arguments"]), (&json!("{}"), &json!("{}")));
}

#[test]
fn a_call_ends_only_with_json() {
    let mut emitter = emitter();
    emitter.function_call("f", "call_1").unwrap();
    emitter.arguments_delta(r#"{"a""#).unwrap();
    let message = "the arguments of the call \"call_1\" are not JSON; append the rest with `arguments_delta`, or end \
                   the response with `incomplete` or `fail`";
    assert_eq!(refused(&mut emitter, |emitter| emitter.text_delta("Hi")), message);
    assert_eq!(refused(&mut emitter, |emitter| emitter.function_call("g", "call_2")), message);
    assert_eq!(refused(&mut emitter, |emitter| emitter.finish(usage(1, 2))), message);
    emitter.arguments_delta(":1}").unwrap();
    emitter.finish(usage(1, 2)).unwrap();
}

#[test]
fn a_call_that_is_cut_off_is_not_done() {
    let mut emitter = emitter();
    emitter.function_call("f", "call_1").unwrap();
    emitter.arguments_delta(r#"{"a""#).unwrap();
    emitter.incomplete(IncompleteReason::MaxOutputTokens).unwrap();
    assert_eq!(
        types(&mut emitter),
        ["output_item.added", "function_call_arguments.delta", "output_item.done", "incomplete"]
    );
}

#[test]
fn a_call_needs_a_name_and_an_id() {
    let mut emitter = emitter();
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.function_call("f", "")),
        "the function call is invalid: /call_id: found 0 characters, expected at least one (contract rule `non_empty`)"
    );
    assert!(refused(&mut emitter, |emitter| emitter.function_call("", "c")).contains("/name"));
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.arguments_delta("{}")),
        "no function call is open; call `function_call` first"
    );
}

#[test]
fn an_empty_delta_makes_no_event() {
    let mut emitter = emitter();
    emitter.text_delta("").unwrap();
    emitter.refusal_delta("").unwrap();
    emitter.reasoning_summary_delta("").unwrap();
    emitter.reasoning_text_delta("").unwrap();
    emitter.arguments_delta("").unwrap();
    assert_eq!(emitter.next(), None);
}

#[test]
fn an_image_has_partial_images_and_a_result() {
    const PNG: &str = "iVBORw0KGgoAAAAN";
    let mut emitter = emitter();
    let call: ImageGenerationCall =
        crate::from_str(r#"{"type":"image_generation_call","output_format":"png","size":"1024x1024"}"#).unwrap();
    emitter.image_with(call).unwrap();
    emitter.image_generating().unwrap();
    emitter.image_generating().unwrap();
    emitter.image_partial(PNG).unwrap();
    emitter.image_partial(PNG).unwrap();
    assert_eq!(
        refused(&mut emitter, |emitter| emitter.image_partial("UklGRgAAAABXRUJQ")),
        "the partial image is invalid: /partial_image_b64: the image is webp, and `output_format` is `png` (contract \
         rule `image_format`)"
    );
    assert!(refused(&mut emitter, |emitter| emitter.image_partial("é")).contains("strict rule `base64`"));
    assert!(refused(&mut emitter, |emitter| emitter.image_completed("")).contains("/result: found 0 characters"));
    assert!(refused(&mut emitter, |emitter| emitter.image_completed("A")).contains("strict rule `base64`"));
    let open = "the image generation call \"ig_1_0\" has no result; call `image_completed` or `image_failed` first";
    assert_eq!(refused(&mut emitter, Emitter::message), open);
    assert_eq!(refused(&mut emitter, |emitter| emitter.finish(usage(1, 2))), open);
    emitter.image_completed(PNG).unwrap();
    let events = taken(&mut emitter);
    let types: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    assert_eq!(
        types,
        [
            "response.output_item.added",
            "response.image_generation_call.in_progress",
            "response.image_generation_call.generating",
            "response.image_generation_call.partial_image",
            "response.image_generation_call.partial_image",
            "response.image_generation_call.completed",
            "response.output_item.done",
        ]
    );
    assert_eq!(
        events[4],
        json!({"type": "response.image_generation_call.partial_image", "sequence_number": 6, "item_id": "ig_1_0",
            "output_index": 0, "partial_image_index": 1, "partial_image_b64": PNG, "output_format": "png",
            "size": "1024x1024"})
    );
    assert_eq!(
        events[6]["item"],
        json!({"type": "image_generation_call", "id": "ig_1_0", "status": "completed", "result": PNG,
            "output_format": "png", "size": "1024x1024"})
    );
    let none = "no image generation call is open; call `image` first";
    assert_eq!(refused(&mut emitter, Emitter::image_generating), none);
    assert_eq!(refused(&mut emitter, |emitter| emitter.image_partial(PNG)), none);
    assert_eq!(refused(&mut emitter, |emitter| emitter.image_completed(PNG)), none);
    assert_eq!(refused(&mut emitter, Emitter::image_failed), none);
}

#[test]
fn an_image_without_a_result_failed() {
    for is_cut_off in [false, true] {
        let mut emitter = emitter();
        emitter.image().unwrap();
        if is_cut_off {
            emitter.incomplete("max_output_tokens").unwrap();
        } else {
            emitter.image_failed().unwrap();
            emitter.finish(usage(1, 2)).unwrap();
        }
        let event = emitter.last().unwrap();
        assert_eq!(event.response().unwrap().items()[0].status(), Some(ItemStatus::Failed));
    }
}

#[test]
fn the_usage_is_completed_and_must_add_up() {
    let mut emitter = emitter();
    assert!(refused(&mut emitter, |emitter| emitter.finish(Usage::new())).contains("/input_tokens: found nothing"));
    for (json, message) in [
        (
            r#"{"input_tokens":1,"output_tokens":2,"total_tokens":4}"#,
            "/total_tokens: found 4, and 1 + 2 are 3 (contract rule `token_sum`)",
        ),
        (
            r#"{"input_tokens":1,"output_tokens":2,"input_tokens_details":{"cached_tokens":3}}"#,
            "/input_tokens_details/cached_tokens: found 3 of 1 input tokens (contract rule `token_sum`)",
        ),
        (
            r#"{"input_tokens":1,"output_tokens":2,"output_tokens_details":{"reasoning_tokens":3}}"#,
            "/output_tokens_details/reasoning_tokens: found 3 of 2 output tokens (contract rule `token_sum`)",
        ),
    ] {
        let usage: Usage = crate::from_str(json).unwrap();
        let expected = format!("the usage is invalid: {message}");
        assert_eq!(refused(&mut emitter, |emitter| emitter.finish(usage.clone())), expected);
        assert_eq!(refused(&mut emitter, |emitter| emitter.set_usage(usage)), expected);
    }
    emitter.finish(usage(3, 4)).unwrap();
    assert_eq!(
        taken(&mut emitter)[0]["response"]["usage"],
        json!({"input_tokens": 3, "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens": 4, "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 7})
    );
}

#[test]
fn only_a_completed_response_has_a_time_of_completion() {
    let times = [Ending::Completed, Ending::CutOff].map(|ending| {
        let mut emitter = emitter();
        assert_eq!(
            refused(&mut emitter, |emitter| emitter.set_completed_at(6)),
            "the time of completion is invalid: /completed_at: found 6, and `created_at` is 7 (contract rule `order`)"
        );
        emitter.set_completed_at(9).unwrap();
        match ending {
            Ending::Completed => emitter.finish(usage(1, 2)).unwrap(),
            Ending::CutOff => emitter.incomplete("max_output_tokens").unwrap(),
        }
        taken(&mut emitter).pop().unwrap()["response"]["completed_at"].take()
    });
    assert_eq!(times, [json!(9), Value::Null]);
}

#[test]
fn a_failure_has_an_error_and_what_came_before() {
    let mut emitter = emitter();
    emitter.text_delta("Hi").unwrap();
    emitter.set_usage(usage(1, 2)).unwrap();
    assert!(refused(&mut emitter, |emitter| emitter.fail(error(r#"{"code":"c"}"#))).contains("/message"));
    emitter.fail(error(r#"{"message":"m"}"#)).unwrap();
    let event = taken(&mut emitter).pop().unwrap();
    let response = &event["response"];
    assert_eq!((&event["type"], &response["status"]), (&json!("response.failed"), &json!("failed")));
    assert_eq!(response["error"], json!({"code": "server_error", "message": "m"}));
    assert_eq!(response["output"][0]["status"], "incomplete");
    assert_eq!(response["usage"]["total_tokens"], 3);
}

#[test]
fn a_response_ends_once() {
    type Step = fn(&mut Emitter) -> Result<(), EmitError>;
    let steps: [Step; 20] = [
        Emitter::message,
        |emitter| emitter.text_delta("a"),
        |emitter| emitter.text_delta(""),
        |emitter| emitter.refusal_delta("a"),
        |emitter| emitter.annotation(UrlCitation::new()),
        Emitter::reasoning,
        |emitter| emitter.reasoning_summary_delta("a"),
        Emitter::reasoning_summary_part,
        |emitter| emitter.reasoning_text_delta("a"),
        |emitter| emitter.reasoning_encrypted_content("a"),
        |emitter| emitter.function_call("f", "c"),
        |emitter| emitter.arguments_delta("a"),
        Emitter::image,
        Emitter::image_generating,
        |emitter| emitter.image_completed("AAAA"),
        Emitter::image_failed,
        |emitter| emitter.set_usage(usage(1, 2)),
        |emitter| emitter.set_completed_at(9),
        |emitter| emitter.finish(usage(1, 2)),
        |emitter| emitter.incomplete("content_filter"),
    ];
    let mut emitter = emitter();
    assert!(!emitter.has_ended());
    emitter.fail(error(r#"{"message":"m"}"#)).unwrap();
    assert!(emitter.has_ended());
    let message = "the response has ended; create another `Emitter` for the next one";
    for step in steps {
        assert_eq!(refused(&mut emitter, step), message);
    }
    assert_eq!(refused(&mut emitter, |emitter| emitter.fail(error(r#"{"message":"m"}"#))), message);
    assert_eq!(types(&mut emitter), ["failed"]);
}

#[test]
fn the_events_of_long_texts_are_no_more_than_the_texts() {
    let lens = [1_000_usize, 4_000].map(|deltas| {
        let mut emitter = emitter();
        let mut len = 0;
        for _ in 0..deltas {
            emitter.text_delta("a piece of text ").unwrap();
            len += emitter.by_ref().map(|event| event.text().map_or(0, str::len)).sum::<usize>();
        }
        emitter.finish(usage(1, 2)).unwrap();
        len + emitter.map(|event| crate::to_string(&event).unwrap().len()).sum::<usize>()
    });
    assert!(lens[1] < lens[0] * 4, "{lens:?}");
}
