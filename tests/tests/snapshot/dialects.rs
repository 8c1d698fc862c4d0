//! Streams as servers of all makes send them: our own everywhere, and the reported ones where they are at hand.

use std::fs;

use response_event::events::StreamEvent;
use response_event::payload::{OutputItem, ResponseStatus};
use response_event::{Snapshot, Snapshots};
use response_event_tests::shared::shared;
use serde_json::{Value, json};

use crate::{added, done, of, output, response, snapshot};

fn part(event: &str, index: i32, part: impl Into<Value>) -> Value {
    let part = part.into();
    of(&format!("response.content_part.{event}"), "i", 0, json!({"content_index": index, "part": part}))
}

fn output_text(text: &str) -> Value {
    json!({"type": "output_text", "text": text, "annotations": []})
}

#[test]
fn an_item_that_is_done_is_not_replaced_by_a_later_one() {
    let thought = json!({"type": "reasoning", "id": "x", "summary": [{"type": "summary_text", "text": "Why?"}]});
    let message = json!({"type": "message", "id": "x", "role": "assistant", "content": []});
    let both = [done(0, thought.clone()), added(0, message.clone())];
    assert_eq!(output(&snapshot(&both)), json!([thought, message]));
    let grown = [&both[..], &[of("response.output_text.delta", "y", 1, json!({"content_index": 0, "delta": "So."}))]];
    assert_eq!(output(&snapshot(&grown.concat()))[0], thought);
    assert_eq!(snapshot(&grown.concat()).output_text(), "So.");
    assert_eq!(output(&snapshot(&[done(0, thought.clone()), added(0, thought.clone())])), json!([thought]));
}

#[test]
fn a_content_index_that_grows_with_each_delta_repeats_no_text() {
    let delta =
        |index: i32, delta| of("response.output_text.delta", "i", 0, json!({"content_index": index, "delta": delta}));
    let text = |index: i32| of("response.output_text.done", "i", 0, json!({"content_index": index, "text": "A fjord"}));
    let begun = [added(0, json!({"type": "message", "id": "i", "role": "assistant", "content": []}))];
    let announced = [part("added", 0, output_text(""))];
    let rest = [delta(1, "A "), delta(2, "fjo"), delta(3, "rd"), text(4), part("done", 5, output_text("A fjord"))];
    for head in [&begun[..], &[&begun[..], &announced[..]].concat()] {
        for end in 1..=rest.len() {
            let snapshot = snapshot(&[head, &rest[..end]].concat());
            assert_eq!(snapshot.output_text(), ["A ", "A fjo", "A fjord"][end.min(3) - 1], "{end} events");
        }
        let whole = output(&snapshot(&[head, &rest].concat()));
        assert_eq!(whole[0]["content"].as_array().unwrap().len(), 1, "{whole}");
    }
    // Two parts that the server counts in the usual way.
    let two = [
        part("added", 0, output_text("")),
        delta(0, "A"),
        part("done", 0, output_text("A")),
        delta(1, "B"),
        of("response.output_text.done", "i", 0, json!({"content_index": 1, "text": "B"})),
        of("response.output_text.done", "i", 0, json!({"content_index": 2, "text": "B"})),
    ];
    assert_eq!(snapshot(&two).output_text(), "ABB");
}

#[test]
fn reasoning_in_a_part_of_another_type_is_kept() {
    let thought = |event: &str, key: &str, index: i32, text| {
        of(&format!("response.reasoning_text.{event}"), "i", 0, json!({"content_index": index, key: text}))
    };
    for indexes in [[0, 0, 0], [1, 2, 3]] {
        let stream = [
            added(0, json!({"type": "reasoning", "id": "i", "summary": []})),
            part("added", 0, output_text("")),
            thought("delta", "delta", indexes[0], "1 + "),
            thought("delta", "delta", indexes[1], "1"),
            thought("done", "text", indexes[2], "1 + 1"),
            part("done", indexes[2], output_text("1 + 1")),
        ];
        for (end, text) in [(3, "1 + "), (4, "1 + 1"), (5, "1 + 1"), (6, "1 + 1")] {
            let content = &output(&snapshot(&stream[..end]))[0]["content"];
            assert_eq!(content, &json!([{"type": "reasoning_text", "text": text}]), "{end} events");
        }
    }
}

#[test]
fn a_refusal_in_a_part_of_another_type_is_kept() {
    let refusal = of("response.refusal.delta", "i", 0, json!({"content_index": 0, "delta": "No."}));
    for announced in [output_text(""), json!({"type": "output_text"}), json!({"type": "text", "text": null})] {
        let content = &output(&snapshot(&[part("added", 0, announced), refusal.clone()]))[0]["content"];
        assert_eq!(content, &json!([{"type": "refusal", "refusal": "No."}]));
    }
}

#[test]
fn deltas_without_ids_or_indexes_go_where_they_can_only_go() {
    let message = json!({"type": "message", "id": "msg_1", "role": "assistant", "content": []});
    let call = |id: &str| json!({"type": "function_call", "call_id": id, "name": "tide", "arguments": ""});
    let delta = |family: &str, id: Value, delta: &str| {
        let mut event = json!({"type": format!("response.{family}.delta"), "delta": delta});
        if !id.is_null() {
            event["item_id"] = id;
        }
        event
    };
    let add = |item: Value| json!({"type": "response.output_item.added", "item": item});
    let nothing = Value::Null;
    let snapshot = snapshot(&[
        add(message),
        add(call("call_1")),
        add(call("call_2")),
        delta("output_text", nothing.clone(), "The tide"),
        delta("function_call_arguments", json!("call_1"), "{\"a\":1}"),
        delta("function_call_arguments", json!("call_2"), "{\"b\":"),
        delta("output_text", json!("msg_1"), " comes."),
        delta("function_call_arguments", nothing, "2}"),
    ]);
    assert_eq!((snapshot.output().count(), &*snapshot.output_text()), (3, "The tide comes."));
    let output = output(&snapshot);
    assert_eq!((&output[1]["arguments"], &output[2]["arguments"]), (&json!("{\"a\":1}"), &json!("{\"b\":2}")));
}

#[test]
fn arguments_may_bring_the_id_of_their_call() {
    let delta = json!({"type": "response.function_call_arguments.delta", "output_index": 0, "call_id": "call_1", "delta": "{}"});
    assert_eq!(output(&snapshot(&[delta]))[0]["call_id"], "call_1");
}

#[test]
fn a_text_that_is_only_done_is_there() {
    for (family, key, pointer) in [
        ("output_text", "text", "/0/content/0/text"),
        ("refusal", "refusal", "/0/content/0/refusal"),
        ("reasoning_text", "text", "/0/content/0/text"),
        ("reasoning_summary_text", "text", "/0/summary/0/text"),
        ("function_call_arguments", "arguments", "/0/arguments"),
        ("mcp_call_arguments", "arguments", "/0/arguments"),
        ("custom_tool_call_input", "input", "/0/input"),
        ("code_interpreter_call_code", "code", "/0/code"),
        ("apply_patch_call_operation_diff", "diff", "/0/operation/diff"),
    ] {
        let whole = json!({"type": format!("response.{family}.done"), key: "whole"});
        assert_eq!(output(&snapshot(&[whole])).pointer(pointer), Some(&json!("whole")), "{family}");
    }
}

/// Reads a reported stream.
fn reported(name: &str) -> Snapshot {
    let path = shared(&format!("dialects/{name}.jsonl"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(name, text.lines())
}

/// Reads a reported stream without its last event.
fn reported_without_end(name: &str) -> Snapshot {
    let path = shared(&format!("dialects/{name}.jsonl"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines: Vec<_> = text.lines().collect();
    read(name, lines[..lines.len() - 1].iter().copied())
}

fn read<'a>(name: &str, lines: impl IntoIterator<Item = &'a str>) -> Snapshot {
    let mut snapshot = Snapshot::new();
    for json in lines {
        match response_event::from_str::<StreamEvent>(json) {
            Ok(event) => snapshot.apply(&event),
            Err(error) => snapshot.apply_error(&error, json),
        };
        // The stream is read again from the fourth event on.
        if name == "resume-overlap" && snapshot.output_text() == "One day" {
            snapshot.resume();
        }
    }
    snapshot
}

#[test]
#[ignore = "needs ../shared/dialects beside the project"]
fn the_reported_streams_give_their_answers() {
    for (name, text) in [
        ("llama-cpp", "200 OK"),
        ("mistral-rs", "Hello"),
        ("perplexity", "The answer."),
        ("vllm-simple-stream", "Hello"),
        ("resume-overlap", "One day."),
        ("copilot-unstable-item-ids", "{\"answer\":1}"),
        ("completed-output-null", "hi"),
        ("sglang-index-from-1", "hi"),
        ("no-annotations", "OK"),
        ("delta-is-an-object", "hi"),
        ("reasoning-without-summary", "2"),
        ("response-not-nested", "hi"),
        ("mlx-timings", "hi"),
    ] {
        assert_eq!(reported(name).output_text(), text, "{name}");
    }
    for (name, text) in [
        ("vllm-reasoning-part", "The user"),
        ("vllm-reasoning-in-output-text-part", "The user"),
        ("done-item-added-again", "Think"),
        ("vllm-simple-stream", "Think"),
        ("deepseek-reasoning-text-part", "Hm"),
        ("reasoning-without-summary", "Adding up"),
        ("llama-cpp", ""),
    ] {
        let snapshot = reported(name);
        let content: Value = output(&snapshot)[0]["content"].clone();
        if name == "llama-cpp" {
            assert_eq!(output(&snapshot)[0]["type"], "message", "the last event has it alone");
        } else {
            assert_eq!(content, json!([{"type": "reasoning_text", "text": text}]), "{name}");
        }
    }
    let perplexity = reported("perplexity");
    let last = perplexity.response().unwrap();
    assert_eq!(last.status, Some(ResponseStatus::Completed));
    assert!(last.usage.is_some() && !perplexity.is_truncated());
    for (name, failed) in [
        ("mistral-rs", true),
        ("litellm-error-without-type", true),
        ("response-failed-without-id", true),
        ("minimal-response-failed", true),
        ("response-in-progress-without-response", true),
        ("response-cancelled", false),
        ("response-not-nested", false),
    ] {
        let snapshot = reported(name);
        assert_eq!((snapshot.is_done(), snapshot.is_failed()), (true, failed), "{name}");
    }
    // The last event of this server has only the message.
    let calls = output(&reported_without_end("llama-cpp"));
    assert_eq!((&calls[2]["type"], &calls[2]["arguments"]), (&json!("function_call"), &json!("{\"city\":\"Oslo\"}")));
    let shell = output(&reported("shell-call-deltas"));
    assert_eq!(shell[0]["action"]["commands"], json!(["python3 - <<'PY'\nprint(1)\nPY"]));
    assert_eq!(shell[1]["output"][0]["stdout"], "1\n");
    let mcp = reported("mcp-events-without-item");
    assert_eq!(mcp.output().count(), 2);
    let usage = reported("usage-cached-tokens-null");
    assert!(usage.response().unwrap().usage.is_some());
    for name in ["openrouter-keep-alive", "volcengine"] {
        let snapshot = reported(name);
        assert_eq!((snapshot.output().count(), snapshot.is_done(), snapshot.is_failed()), (0, false, false), "{name}");
    }
    let mistral = reported("mistral-rs");
    let Some(OutputItem::FunctionCall(call)) = mistral.item(1) else { panic!("{:?}", mistral.item(1)) };
    assert_eq!((call.arguments(), call.call_id.as_deref()), ("{}", Some("call_1")));
}

#[test]
#[ignore = "needs ../shared/dialects beside the project"]
fn the_reported_lanes_do_not_mix() {
    let path = shared("dialects/websocket-lanes.jsonl");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut snapshots = Snapshots::new();
    let mut snapshot = Snapshot::new();
    for json in text.lines() {
        let event = response_event::from_str(json).unwrap();
        snapshot.apply(&event);
        snapshots.apply(&event);
    }
    assert_eq!(snapshot.output_text(), "xy");
    assert_eq!(snapshots.get(Some("forkA")), Some(&snapshot));
    assert_eq!(snapshots.get(Some("forkB")).unwrap().response().unwrap().id.as_deref(), Some("resp_B"));
}

#[test]
fn a_reported_call_is_found_before_the_last_event() {
    // A server that sends no indexes and names a call by its `call_id`.
    let stream = [
        response("response.created", json!([])),
        json!({"type": "response.output_item.added",
            "item": {"type": "function_call", "call_id": "fc_9", "name": "tide", "arguments": ""}}),
        json!({"type": "response.function_call_arguments.delta", "item_id": "fc_9", "delta": "{\"port\":\"Bergen\"}"}),
    ];
    let output = output(&snapshot(&stream));
    assert_eq!(output[0]["arguments"], "{\"port\":\"Bergen\"}");
    assert_eq!(output.as_array().unwrap().len(), 1);
}
