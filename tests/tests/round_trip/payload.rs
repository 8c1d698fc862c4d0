//! Objects that events carry: what a server adds is kept, and what it omits or sends as `null` is accepted.

use std::collections::BTreeSet;

use response_event::PartFamily;
use response_event::events::webhook::{SipHeader, WebhookData};
use response_event::events::{ErrorEvent, StreamEvent};
use response_event::payload::{
    Agent, Annotation, ContentPart, IncompleteDetails, InputTokensDetails, LocalShellAction, Logprob, OutputItem,
    OutputTokensDetails, PatchOperation, Response, ResponseError, ShellAction, ShellOutput, ShellOutputDelta, Steer,
    SummaryPart, TopLogprob, Usage,
};

use crate::formats::{Event, from_json, json, round_trip_with_names};

/// The fields of each struct in a family, by its `type`.
type Table = &'static [(&'static str, &'static str)];

const ITEMS: Table = &[
    ("message", "id role status phase content"),
    ("reasoning", "id status summary content encrypted_content"),
    ("compaction", "id encrypted_content"),
    ("function_call", "id call_id name namespace arguments status"),
    ("function_call_output", "id call_id name namespace output status"),
    ("custom_tool_call", "id call_id name namespace input status"),
    ("custom_tool_call_output", "id call_id output status"),
    ("web_search_call", "id status action"),
    ("file_search_call", "id status queries results"),
    ("tool_search_call", "id call_id execution arguments status"),
    ("tool_search_output", "id call_id execution status tools"),
    ("additional_tools", "id role tools"),
    ("mcp_call", "id server_label name arguments status output error approval_request_id"),
    ("mcp_list_tools", "id server_label tools error"),
    ("mcp_approval_request", "id server_label name arguments"),
    ("mcp_approval_response", "id approval_request_id approve reason"),
    ("code_interpreter_call", "id status code container_id outputs"),
    ("program", "id call_id code fingerprint"),
    ("program_output", "id call_id result status"),
    ("image_generation_call", "id status result revised_prompt background output_format quality size error"),
    ("computer_call", "id call_id action actions pending_safety_checks status"),
    ("computer_call_output", "id call_id output status"),
    ("shell_call", "id call_id action environment status"),
    ("shell_call_output", "id call_id output status"),
    ("local_shell_call", "id call_id action status"),
    ("local_shell_call_output", "id output status"),
    ("apply_patch_call", "id call_id operation status"),
    ("apply_patch_call_output", "id call_id status output"),
    ("agent_message", "id author content recipient"),
    ("multi_agent_call", "id call_id action arguments"),
    ("multi_agent_call_output", "id call_id action output"),
    ("configuration_update", "id reasoning text"),
    ("compaction_trigger", "id"),
    ("item_reference", "id"),
];

const PARTS: Table = &[
    ("output_text", "text annotations logprobs"),
    ("refusal", "refusal"),
    ("reasoning_text", "text"),
    ("text", "text"),
    ("summary_text", "text"),
    ("input_text", "text"),
    ("input_image", "detail file_id image_url"),
    ("input_file", "file_data file_id file_url filename"),
    ("input_video", "video_url"),
    ("computer_screenshot", "detail file_id image_url"),
    ("encrypted_content", "encrypted_content"),
];

const SUMMARY_PARTS: Table = &[
    ("summary_text", "text"),
    ("text", "text"),
    ("output_text", "text annotations logprobs"),
    ("reasoning_text", "text"),
    ("refusal", "refusal"),
    ("input_text", "text"),
    ("input_image", "detail file_id image_url"),
    ("input_file", "file_data file_id file_url filename"),
];

const ANNOTATIONS: Table = &[
    ("file_citation", "file_id filename index"),
    ("url_citation", "url title start_index end_index content"),
    ("container_file_citation", "container_id file_id filename start_index end_index"),
    ("file_path", "file_id index"),
];

const EXTRA: &str = r#""future":{"a":[1.0,null],"b":1e400},"null":null"#;

/// Checks that an object is read without any of its fields and with `null` in each of them, and that what it has besides
/// is written back to the byte.
fn accepts_nothing_and_keeps_extra_fields<E: Event>(tag: Option<&str>, fields: &str) {
    let tag: Vec<_> = tag.map(|tag| format!(r#""type":"{tag}""#)).into_iter().collect();
    let nulls: Vec<_> = fields.split_whitespace().map(|field| format!(r#""{field}":null"#)).collect();
    let extra = [EXTRA.to_owned()];
    let object = |fields: &[&[String]]| format!("{{{}}}", fields.concat().join(","));
    let expected = object(&[&tag, &extra]);
    for given in [expected.clone(), object(&[&tag, &nulls, &extra]), object(&[&extra, &nulls, &tag])] {
        for (door, read) in from_json::<E>(&given) {
            // `1e400` fits no `serde_json::Value`.
            match read {
                Err(error) if error.contains("number out of range") => {}
                read => {
                    let read = read.unwrap_or_else(|error| panic!("{door}: {error}\n  {given}"));
                    assert_eq!(json(&read), expected, "{door}, from\n  {given}");
                }
            }
        }
    }
}

fn each_of<F: PartFamily + Event>(table: Table) {
    let tags: BTreeSet<&str> = table.iter().map(|(tag, _)| *tag).collect();
    assert_eq!(tags, F::TYPES.iter().copied().collect(), "add the fields of the type to the table in this file");
    for (tag, fields) in table {
        accepts_nothing_and_keeps_extra_fields::<F>(Some(tag), fields);
    }
}

#[test]
fn every_item_part_and_annotation_keeps_extra_fields_and_may_lack_all_others() {
    each_of::<OutputItem>(ITEMS);
    each_of::<ContentPart>(PARTS);
    each_of::<SummaryPart>(SUMMARY_PARTS);
    each_of::<Annotation>(ANNOTATIONS);
}

#[test]
fn every_object_without_a_type_keeps_extra_fields_and_may_lack_all_others() {
    accepts_nothing_and_keeps_extra_fields::<Response>(
        None,
        "id object created_at completed_at status model output error incomplete_details usage previous_response_id \
         service_tier",
    );
    accepts_nothing_and_keeps_extra_fields::<ResponseError>(None, "code message type param");
    accepts_nothing_and_keeps_extra_fields::<IncompleteDetails>(None, "reason");
    accepts_nothing_and_keeps_extra_fields::<Usage>(
        None,
        "input_tokens input_tokens_details output_tokens output_tokens_details total_tokens cost",
    );
    accepts_nothing_and_keeps_extra_fields::<InputTokensDetails>(None, "cached_tokens cache_write_tokens");
    accepts_nothing_and_keeps_extra_fields::<OutputTokensDetails>(None, "reasoning_tokens");
    accepts_nothing_and_keeps_extra_fields::<Logprob>(None, "token logprob bytes top_logprobs");
    accepts_nothing_and_keeps_extra_fields::<TopLogprob>(None, "token logprob bytes");
    accepts_nothing_and_keeps_extra_fields::<ShellAction>(None, "commands timeout_ms max_output_length");
    accepts_nothing_and_keeps_extra_fields::<ShellOutput>(None, "outcome stdout stderr created_by");
    accepts_nothing_and_keeps_extra_fields::<ShellOutputDelta>(None, "stdout stderr");
    accepts_nothing_and_keeps_extra_fields::<LocalShellAction>(None, "type command timeout_ms user working_directory");
    accepts_nothing_and_keeps_extra_fields::<PatchOperation>(None, "type path diff");
    accepts_nothing_and_keeps_extra_fields::<Steer>(None, "id previous_response_id input");
    accepts_nothing_and_keeps_extra_fields::<Agent>(None, "agent_name");
    accepts_nothing_and_keeps_extra_fields::<WebhookData>(None, "id call_id session_id sip_headers");
    accepts_nothing_and_keeps_extra_fields::<SipHeader>(None, "name value");
}

/// Reads every text by every door and finds it written back to the byte.
fn is_written_back<E: Event>(texts: &[&str]) -> Vec<E> {
    let read = texts.iter().map(|text| {
        let doors = from_json::<E>(text).into_iter().map(|(door, read)| {
            let read = read.unwrap_or_else(|error| panic!("{door}: {error}\n  {text}"));
            assert_eq!(json(&read), *text, "{door}");
            read
        });
        doors.last().unwrap()
    });
    read.collect()
}

#[test]
fn what_servers_send_in_two_json_types_is_written_back_in_the_same_type() {
    let errors = [
        r#"{"error":"No credits left"}"#,
        r#"{"error":""}"#,
        r#"{"error":{"message":"No credits left"}}"#,
        r#"{"error":{"code":402,"message":"No credits left","plan":"free"}}"#,
        r#"{"error":{}}"#,
    ];
    for response in is_written_back::<Response>(&errors) {
        assert!(response.error.is_some());
    }
    is_written_back::<ErrorEvent>(&[
        r#"{"type":"error","error":"No credits left"}"#,
        r#"{"type":"error","error":{"message":"No credits left"}}"#,
    ]);
    is_written_back::<OutputItem>(&[
        r#"{"type":"shell_call_output","output":"1\n"}"#,
        r#"{"type":"shell_call_output","output":[]}"#,
        r#"{"type":"shell_call_output","output":[{"text":"1\n","type":"stdout"},{"exit_code":0,"type":"outcome"}]}"#,
        r#"{"type":"shell_call_output","output":[{"stdout":"1\n","stderr":""}]}"#,
    ]);
    is_written_back::<Usage>(&[r#"{"cost":0.00105}"#, r#"{"cost":{"currency":"USD","total_cost":0.00105}}"#]);
}

#[test]
fn no_other_json_type_is_accepted() {
    for json in [r#"{"error":7}"#, r#"{"error":[]}"#, r#"{"error":true}"#, r#"{"usage":{"cost":"1"}}"#] {
        for (door, read) in from_json::<Response>(json) {
            assert!(read.is_err(), "{door}: {json}");
        }
    }
    for output in ["7", "{}", "true", "[7]", r#"["1"]"#] {
        let json = format!(r#"{{"type":"shell_call_output","output":{output}}}"#);
        for (door, read) in from_json::<OutputItem>(&json) {
            assert!(read.is_err(), "{door}: {json}");
        }
    }
}

#[test]
fn errors_costs_and_shell_outputs_come_back_from_every_format_with_names() {
    let event: StreamEvent = response_event::from_str(
        r#"{"type":"response.failed","response":{"id":"resp_1","error":{"code":500,"message":"m","hint":"h"},"usage":{"cost":{"total_cost":0.5}},"output":[
            {"type":"shell_call_output","output":[{"stdout":"1","stderr":""}]},
            {"type":"shell_call_output","output":"1"}]}}"#,
    )
    .unwrap();
    round_trip_with_names(&event);
}
