//! Events of our own in the manner of other servers, which run everywhere.

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
    ("a body that is a list", r#"["response.completed"]"#, "StreamEvent"),
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
