//! Events of our own in the manner of other servers, which run everywhere.

use response_event::events::StreamEvent;

use crate::read::{Outcome, read, violated};

/// A name, an event, and the pointers at which `validate()` reports a violation.
const READ: &[(&str, &str, &[&str])] = &[
    (
        "a delta alone",
        r#"{"type":"response.output_text.delta","delta":"Fjord"}"#,
        &["/sequence_number", "/item_id", "/output_index", "/content_index"],
    ),
    (
        "a delta whose place is null",
        r#"{"type":"response.function_call_arguments.delta","sequence_number":null,"item_id":null,"output_index":null,"delta":"{"}"#,
        &["/sequence_number", "/item_id", "/output_index"],
    ),
    (
        "a text without its place",
        r#"{"type":"response.reasoning_text.done","sequence_number":8,"text":"Two fjords."}"#,
        &["/item_id", "/output_index", "/content_index"],
    ),
    (
        "log probabilities that are null",
        r#"{"type":"response.output_text.done","sequence_number":9,"item_id":"m_4","output_index":1,"content_index":0,"text":"Fjord","logprobs":null}"#,
        &[],
    ),
    (
        "a part without an index or a text",
        r#"{"type":"response.content_part.added","sequence_number":3,"item_id":"m_4","part":{"type":"output_text"}}"#,
        &["/output_index", "/content_index", "/part/text"],
    ),
    (
        "a message whose content is null",
        r#"{"type":"response.output_item.added","sequence_number":2,"output_index":1,"item":{"type":"message","id":"m_4","role":"assistant","status":"in_progress","content":null}}"#,
        &["/item/content"],
    ),
    (
        "a reasoning item without summary",
        r#"{"type":"response.output_item.done","sequence_number":5,"output_index":0,"item":{"type":"reasoning","id":"r_2","content":[{"type":"reasoning_text","text":"Two fjords."}]}}"#,
        &["/item/summary"],
    ),
    (
        "a function call without ids",
        r#"{"type":"response.output_item.added","sequence_number":6,"output_index":2,"item":{"type":"function_call","name":"tide","arguments":""}}"#,
        &["/item/call_id"],
    ),
    (
        "the output of a shell call as parts",
        r#"{"type":"response.output_item.done","sequence_number":7,"output_index":3,"item":{"type":"shell_call_output","id":"o_3","call_id":"c_9","status":"completed","output":[{"type":"stdout","text":"north\n"},{"type":"outcome","status":"exited","exit_code":2}]}}"#,
        &[
            "/item/output/0/outcome",
            "/item/output/0/stdout",
            "/item/output/0/stderr",
            "/item/output/1/outcome",
            "/item/output/1/stdout",
            "/item/output/1/stderr",
        ],
    ),
    (
        "the output of a shell call as text",
        r#"{"type":"response.output_item.done","sequence_number":7,"output_index":3,"item":{"type":"shell_call_output","id":"o_3","call_id":"c_9","status":"completed","output":"north\n"}}"#,
        &[],
    ),
    ("no response", r#"{"type":"response.in_progress","sequence_number":1}"#, &["/response"]),
    (
        "a response with an id alone",
        r#"{"type":"response.created","sequence_number":0,"response":{"id":"resp_3"}}"#,
        &["/response/object", "/response/created_at", "/response/model", "/response/output"],
    ),
    (
        "a usage with its total alone",
        r#"{"type":"response.completed","sequence_number":9,"response":{"id":"resp_3","object":"response","created_at":1800000000,"status":"completed","model":"m","output":[],"usage":{"total_tokens":31}}}"#,
        &[
            "/response/usage/input_tokens",
            "/response/usage/input_tokens_details",
            "/response/usage/output_tokens",
            "/response/usage/output_tokens_details",
        ],
    ),
    (
        "cached tokens that are null, and an output that is null",
        r#"{"type":"response.completed","sequence_number":9,"response":{"id":"resp_3","object":"response","created_at":1800000000,"status":"completed","model":"m","output":null,"usage":{"input_tokens":30,"input_tokens_details":{"cached_tokens":null},"output_tokens":1,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":31}}}"#,
        &["/response/output", "/response/usage/input_tokens_details/cached_tokens"],
    ),
    (
        "a cost by its parts",
        r#"{"type":"response.completed","sequence_number":9,"response":{"id":"resp_3","object":"response","created_at":1800000000,"status":"completed","model":"m","output":[],"usage":{"input_tokens":30,"input_tokens_details":{"cached_tokens":0},"output_tokens":1,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":31,"cost":{"input_cost":0.03,"total_cost":0.04,"currency":"USD"}}}}"#,
        &[],
    ),
    ("an error that is a text", r#"{"type":"error","sequence_number":4,"error":"the harbour is closed"}"#, &[]),
    (
        "an error in an object of its own, with a number as its code",
        r#"{"type":"error","status":503,"error":{"code":503,"message":"the harbour is closed"}}"#,
        &[],
    ),
    (
        "a failed response whose error is a text",
        r#"{"type":"response.failed","sequence_number":4,"response":{"id":"resp_3","object":"response","created_at":1800000000,"status":"failed","model":"m","output":[],"error":"the harbour is closed"}}"#,
        &["/response/error/code"],
    ),
    (
        "a failed call without its item, and its error",
        r#"{"type":"response.mcp_call.failed","sequence_number":4,"error":{"reason":["fog"]}}"#,
        &["/output_index", "/item_id"],
    ),
    (
        "a call of an MCP server without its item, and the tools of a list",
        r#"{"type":"response.mcp_list_tools.completed","sequence_number":3,"output_index":0,"tools":[{"name":"tide"}]}"#,
        &["/item_id"],
    ),
    (
        "a call that is complete, and nothing else",
        r#"{"type":"response.mcp_call.completed"}"#,
        &["/sequence_number", "/output_index", "/item_id"],
    ),
    (
        "a part of reasoning, under the name that vLLM gives it",
        r#"{"type":"response.reasoning_part.added","sequence_number":3,"item_id":"r_2","output_index":0,"content_index":0,"part":{"type":"reasoning_text","text":""}}"#,
        &[],
    ),
    (
        "a complete part of reasoning, under the name that vLLM gives it",
        r#"{"type":"response.reasoning_part.done","sequence_number":7,"item_id":"r_2","output_index":0,"content_index":0,"part":{"type":"reasoning_text","text":"Two fjords."}}"#,
        &[],
    ),
    (
        "a piece of reasoning, as Open Responses names it",
        r#"{"type":"response.reasoning.delta","sequence_number":4,"item_id":"r_2","output_index":0,"content_index":0,"delta":"Two "}"#,
        &[],
    ),
    (
        "reasoning in a part of a message",
        r#"{"type":"response.content_part.added","sequence_number":3,"item_id":"m_4","output_index":0,"content_index":0,"part":{"type":"text","text":"Two fjords."}}"#,
        &[],
    ),
    (
        "a message whose parts are an image and null",
        r#"{"type":"response.output_item.done","sequence_number":5,"output_index":0,"item":{"type":"message","id":"m_4","role":"user","status":"completed","content":[{"type":"input_image","detail":"auto","image_url":"data:,"},null]}}"#,
        &["/item/content/1"],
    ),
    (
        "an output with an item that is null",
        r#"{"type":"response.completed","sequence_number":9,"response":{"id":"resp_3","object":"response","created_at":1800000000,"model":"m","output":[null,{"type":"reasoning","id":"r_2","summary":[null]}]}}"#,
        &["/response/output/0", "/response/output/1/summary/0"],
    ),
    (
        "a summary part that is a refusal",
        r#"{"type":"response.reasoning_summary_part.done","sequence_number":6,"item_id":"r_2","output_index":0,"summary_index":0,"part":{"type":"refusal","refusal":"No."}}"#,
        &[],
    ),
    (
        "a text without annotations",
        r#"{"type":"response.content_part.done","sequence_number":6,"item_id":"m_4","output_index":0,"content_index":0,"part":{"type":"output_text","text":"Fjord"}}"#,
        &[],
    ),
    (
        "the speed of a model beside a delta",
        r#"{"type":"response.output_text.delta","sequence_number":4,"item_id":"m_4","output_index":0,"content_index":0,"delta":"Fjord","timings":{"tokens_per_second":17.25}}"#,
        &[],
    ),
    (
        "a response that was cancelled",
        r#"{"type":"response.cancelled","sequence_number":9,"response":{"id":"resp_3","object":"response","created_at":1800000000,"status":"cancelled","model":"m","output":[]}}"#,
        &[],
    ),
    (
        "the end of a response, with a part of it",
        r#"{"type":"response.done","response":{"id":"resp_3","usage":{"input_tokens":30}}}"#,
        &[],
    ),
    ("a sign of life", r#"{"type":"response.keep_alive","sequence_number":2}"#, &[]),
    (
        "the limits of an account",
        r#"{"type":"codex.rate_limits","plan_type":"plus","rate_limits":{"allowed":true,"primary":{"used_percent":17}},"credits":null}"#,
        &[],
    ),
    (
        "the headers of a response",
        r#"{"type":"codex.response.metadata","response_id":"resp_3","headers":{"x-fjord":"1"}}"#,
        &[],
    ),
    ("the metadata of a response", r#"{"type":"response.metadata","metadata":{"fjord":[1.0]}}"#, &[]),
    (
        "the durations of a response",
        r#"{"type":"responsesapi.websocket_timing","timing_metrics":{"total_ms":17},"timing":{}}"#,
        &[],
    ),
    (
        "an event of one server alone",
        r#"{"type":"response.tide_call.searching","item_id":"t_1","sequence_number":4}"#,
        &[],
    ),
    (
        "a delta in its lane",
        r#"{"type":"response.output_text.delta","sequence_number":4,"item_id":"m_4","output_index":0,"content_index":0,"delta":"Fjord","stream_id":"north","agent":{"agent_name":"pilot"}}"#,
        &[],
    ),
    (
        "accepted input",
        r#"{"type":"response.steer.accepted","sequence_number":5,"steer":{"id":"s_1","previous_response_id":"resp_3"},"stream_id":"north"}"#,
        &[],
    ),
    (
        "accepted input without its ID",
        r#"{"type":"response.steer.accepted","sequence_number":5,"steer":{"previous_response_id":"resp_3"}}"#,
        &["/steer/id"],
    ),
    (
        "pending input",
        r#"{"type":"response.steer.pending","sequence_number":6,"steer":{"id":"s_1","previous_response_id":"resp_3"},"reason":"high_tide","required_input":[{"type":"mcp_approval_response","approval_request_id":"a_1"},{"type":"tool_search_output","call_id":"c_9","execution":"client"},{"type":"compass_output"}]}"#,
        &[],
    ),
    (
        "input that failed",
        r#"{"type":"response.steer.failed","sequence_number":6,"steer":{"previous_response_id":"resp_3","input":"north"},"error":{"type":"invalid_request_error","code":"response_not_active","message":"the harbour is closed"}}"#,
        &[],
    ),
    ("items that were added", r#"{"type":"response.inject.created","response_id":"resp_3","sequence_number":6}"#, &[]),
    (
        "items that were not added",
        r#"{"type":"response.inject.failed","response_id":"resp_3","sequence_number":6,"input":[],"error":{"code":"response_not_found","message":"the harbour is closed"}}"#,
        &[],
    ),
    (
        "a message between agents",
        r#"{"type":"response.output_item.done","sequence_number":5,"output_index":0,"item":{"type":"agent_message","id":"am_1","author":"pilot","recipient":"crew","content":[{"type":"text","text":"North."},{"type":"encrypted_content","encrypted_content":"gAAA"}]}}"#,
        &[],
    ),
    (
        "an item of OpenRouter's own",
        r#"{"type":"response.output_item.done","sequence_number":5,"output_index":0,"item":{"type":"openrouter:web_fetch","id":"wf_1","status":"completed","url":"data:,"}}"#,
        &[],
    ),
    (
        "an error without type",
        r#"{"error":{"message":"the harbour is closed","code":null,"param":"wind"},"status":503}"#,
        &[],
    ),
    ("an error without type, as a text", r#"{"error":"the harbour is closed"}"#, &[]),
    ("an error in a body, as a text", r#"{"type":"error","body":{"error":"the harbour is closed"},"status":503}"#, &[]),
    (
        "an error of a response",
        r#"{"type":"response.error","sequence_number":4,"code":"server_error","message":"the harbour is closed"}"#,
        &[],
    ),
    (
        "a failed response without a response",
        r#"{"type":"response.failed","sequence_number":4,"error":{"message":"the harbour is closed"}}"#,
        &["/response"],
    ),
    (
        "a failed response with an error alone",
        r#"{"type":"response.failed","sequence_number":4,"response":{"error":{"type":"usage_limit_reached","message":"the harbour is closed","resets_in_seconds":17}}}"#,
        &[
            "/response/id",
            "/response/object",
            "/response/created_at",
            "/response/model",
            "/response/output",
            "/response/error/code",
        ],
    ),
];

/// A name, an input that is not the event, and a part of the error.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "an index that is a text",
        r#"{"type":"response.output_text.delta","output_index":"0","delta":"a"}"#,
        "/output_index",
    ),
    ("no delta", r#"{"type":"response.output_text.delta","item_id":"m_4"}"#, "delta"),
    ("a delta that is null", r#"{"type":"response.refusal.delta","delta":null}"#, "/delta"),
    ("a delta that is a list", r#"{"type":"response.function_call_arguments.delta","delta":["{"]}"#, "/delta"),
    ("an item that is a text", r#"{"type":"response.output_item.added","item":"message"}"#, "/item"),
    ("a response that is a list", r#"{"type":"response.completed","response":[]}"#, "/response"),
    ("a usage that is a number", r#"{"type":"response.completed","response":{"usage":31}}"#, "/response/usage"),
    (
        "a delta that is a part",
        r#"{"type":"response.output_text.delta","delta":{"type":"output_text","text":"a"}}"#,
        "/delta",
    ),
    (
        "the progress of an image without its number",
        r#"{"type":"response.image_generation_call.generating","item_id":"i_1","output_index":0}"#,
        "sequence_number",
    ),
    ("a body that is a list", r#"["response.completed"]"#, "expected an object with a `type`"),
    (
        "a response that is not nested",
        r#"{"type":"response.completed","id":"resp_3","object":"response","status":"completed","output":[]}"#,
        "they belong in its field `response`",
    ),
    (
        "a webhook",
        r#"{"id":"evt_1","object":"event","created_at":1790000000,"type":"response.completed","data":{"id":"resp_3"}}"#,
        "the body of a webhook",
    ),
    ("an object without type and error", r#"{"message":"the harbour is closed","status":503}"#, "missing field `type`"),
];

#[test]
fn what_a_server_leaves_out_is_read_and_reported() {
    let mut failed = Vec::new();
    for &(name, json, pointers) in READ {
        let difference = match read(json) {
            Ok(Outcome::Decoded(event)) if violated(&event) == pointers => continue,
            Ok(Outcome::Decoded(event)) => {
                format!("`validate()` reports {:?}, and must report {pointers:?}", violated(&event))
            }
            Ok(Outcome::Refused(error)) => format!("it must decode: {error}"),
            Ok(Outcome::Changed(difference)) => format!("it is written back as another JSON: {difference}"),
            Err(contradiction) => contradiction,
        };
        failed.push(format!("{name}: {difference}\n  {json}"));
    }
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

#[test]
fn only_an_event_of_one_server_alone_is_unknown() {
    for &(name, json, _) in READ {
        let Ok(Outcome::Decoded(event)) = read(json) else { panic!("{name}: it must decode\n  {json}") };
        let is_unknown = matches!(*event, StreamEvent::Unknown(_));
        assert_eq!(is_unknown, name == "an event of one server alone", "{name}\n  {json}");
    }
}

#[test]
fn a_body_that_cannot_be_the_event_is_refused() {
    for &(name, json, part) in REFUSED {
        match read(json) {
            Ok(Outcome::Refused(error)) => {
                assert!(error.contains(part), "{name}: the error must name `{part}`: {error}");
            }
            Ok(_) => panic!("{name}: it must be refused\n  {json}"),
            Err(contradiction) => panic!("{name}: {contradiction}\n  {json}"),
        }
    }
}
