//! Events of our own, which run everywhere: one at least of each family, with members that no struct knows where they
//! are kept.

use response_event::EventFamily;
use response_event::events::StreamEvent;

use crate::check::check;

const EVENTS: &[&str] = &[
    r#"{"type":"response.created","sequence_number":0,"response":{"id":"resp_7","object":"response","created_at":1741290958,"status":"in_progress","error":null,"model":"gpt-5-nano","output":[],"tools":[{"type":"function","strict":null}],"temperature":1.0,"usage":null,"metadata":{}},"trace":{"id":null}}"#,
    r#"{"response":{"output":[{"content":[{"text":"Hi","annotations":[{"type":"url_citation","start_index":0,"end_index":2,"url":"https://example.org/","title":"Example","rank":1.50}],"logprobs":[],"type":"output_text"},{"type":"hologram","rays":[1e3]}],"id":"msg_1","role":"assistant","status":"completed","type":"message"},{"type":"openrouter:datetime","id":"dt_1","now":12345678901234567890},{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"hi","sources":null}}],"id":"resp_7","object":"response","created_at":1741290958.0,"status":"completed","model":"gpt-5-nano","usage":{"input_tokens":12,"input_tokens_details":{"cached_tokens":0,"audio_tokens":null},"output_tokens":3,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":15,"cost":0.000125},"service_tier":"default"},"sequence_number":9,"type":"response.completed"}"#,
    r#"{"type": "response.output_item.added", "sequence_number": 2, "output_index": 0, "item": {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "sum", "arguments": "", "status": "in_progress", "depth": {"of": [null, {}]}}}"#,
    r#"{"type":"response.output_item.done","sequence_number":3,"output_index":1,"item":{"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"**Adding**","lang":"en"}],"encrypted_content":null}}"#,
    r#"{"type":"response.content_part.added","sequence_number":4,"item_id":"msg_1","output_index":0,"content_index":0,"part":{"type":"output_text","annotations":[],"logprobs":[],"text":"","voice":{"name":"alto"}}}"#,
    r#"{"type":"response.output_text.delta","sequence_number":5,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"H\u0069 \ud83d\ude00","logprobs":[{"token":"Hi","logprob":-0.25,"bytes":[72,105],"top_logprobs":[{"token":"Hi","logprob":-0.25,"bytes":null}]}],"obfuscation":"x9Qa"}"#,
    r#"{"type":"response.output_text.annotation.added","sequence_number":6,"item_id":"msg_1","output_index":0,"content_index":0,"annotation_index":0,"annotation":{"type":"container_file_citation","container_id":"cntr_1","file_id":"cfile_1","filename":"sum.csv","start_index":0,"end_index":2}}"#,
    r#"{"type":"response.refusal.delta","sequence_number":7,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"I cannot"}"#,
    r#"{"type":"response.reasoning_summary_text.delta","sequence_number":8,"item_id":"rs_1","output_index":0,"summary_index":0,"delta":"Add","obfuscation":"q"}"#,
    r#"{"type":"response.reasoning_summary_part.done","sequence_number":8,"item_id":"rs_1","output_index":0,"summary_index":0,"part":{"type":"summary_text","text":"Adding"},"status":"incomplete"}"#,
    r#"{"type":"response.function_call_arguments.delta","sequence_number":9,"item_id":"fc_1","output_index":0,"delta":"{\"a\":"}"#,
    r#"{"type":"response.custom_tool_call_input.done","sequence_number":10,"item_id":"ctc_1","output_index":0,"input":"2 + 2"}"#,
    r#"{"type":"response.apply_patch_call_operation_diff.delta","sequence_number":11,"item_id":"apc_1","output_index":0,"delta":"@@\n+1"}"#,
    r#"{"type":"response.shell_call_output_content.done","sequence_number":12,"item_id":"sho_1","output_index":1,"command_index":0,"output":[{"stdout":"4\n","stderr":"","outcome":{"type":"exit","exit_code":0},"elapsed":0.10}]}"#,
    r#"{"type":"response.code_interpreter_call_code.delta","sequence_number":13,"output_index":0,"item_id":"ci_1","delta":"print("}"#,
    r#"{"type":"response.web_search_call.searching","sequence_number":14,"output_index":0,"item_id":"ws_1"}"#,
    r#"{"type":"response.file_search_call.completed","sequence_number":15,"output_index":0,"item_id":"fs_1"}"#,
    r#"{"type":"response.image_generation_call.partial_image","sequence_number":16,"item_id":"ig_1","output_index":0,"partial_image_index":0,"partial_image_b64":"QUJD","size":"64x64","quality":null}"#,
    r#"{"type":"response.mcp_call_arguments.delta","sequence_number":17,"output_index":0,"item_id":"mcp_1","delta":"{}"}"#,
    r#"{"type":"response.mcp_list_tools.in_progress","sequence_number":18,"output_index":0,"item_id":"mcpl_1"}"#,
    r#"{"type":"response.fusion_call.panel.failed","sequence_number":19,"item_id":"st_1","output_index":0,"model":"m","error":"too slow","status_code":504,"attempt":2.0}"#,
    r#"{"type":"response.audio.transcript.delta","sequence_number":20,"delta":"Good "}"#,
    r#"{"type":"keepalive","sequence_number":21,"at":1.0}"#,
    r#"{"type":"error","sequence_number":22,"error":{"type":"server_error","code":503,"message":"Try again.","param":null,"retry_after":0.50}}"#,
    r#"{"type":"response.debug","sequence_number":23,"debug":{"timings":{"total":1.0},"n":null}}"#,
    r#"{"type":"response.compaction.compacting","sequence_number":24,"item_id":"cmp_1","output_index":0}"#,
    r#"{"type":"response.steer.pending","sequence_number":26,"steer":{"id":"steer_1","previous_response_id":"resp_7","at":1.0},"reason":"waiting_for_required_input","required_input":[{"type":"function_call_output","call_id":"call_1","name":"sum"}],"stream_id":"lane_1","agent":{"agent_name":"scout"}}"#,
    r#"{"type":"response.inject.failed","error":{"code":"response_not_found","message":"No such response.","at":1.0},"input":[{"type":"message","x":1e3}],"response_id":"resp_7","sequence_number":27}"#,
    r#"{"type":"response.error","sequence_number":28,"code":"server_error","message":"Try again.","stream_id":"lane_1","retry_after":0.50}"#,
    r#"{ "type": "response.telepathy.delta", "sequence_number": 25.0, "thoughts": [ 1e2, null ] }"#,
];

#[test]
fn events_of_our_own_are_read_and_written_back_without_a_loss() {
    let mut failed = Vec::new();
    for json in EVENTS {
        match check(json) {
            Err((_, difference)) => failed.push(format!("{difference}\n  {json}")),
            Ok(checked) => failed.extend(checked.contract.iter().chain(&checked.strict).map(|broken| {
                format!(
                    "the rule `{}` is broken at `{}`; correct the event or the rule\n  {json}",
                    broken.rule, broken.pointer
                )
            })),
        }
    }
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

#[test]
fn each_family_and_each_event_of_none_has_an_event_of_our_own() {
    let ours: Vec<_> =
        EVENTS.iter().map(|json| response_event::peek_type(json.as_bytes()).expect("an event of our own")).collect();
    let is_ours = |tag: &&str| ours.iter().any(|ours| ours == tag);
    let families = StreamEvent::FAMILIES.iter().filter(|(_, types)| !types.iter().any(&is_ours));
    let is_in_a_family = |tag: &&str| StreamEvent::FAMILIES.iter().any(|(_, types)| types.contains(tag));
    let lone = StreamEvent::TYPES.iter().filter(|tag| !is_in_a_family(tag) && !is_ours(tag));
    let absent: Vec<_> = families.map(|(name, _)| name).chain(lone).collect();
    assert!(absent.is_empty(), "add an event of each of these to `EVENTS`: {absent:?}");
}

#[test]
fn one_event_of_our_own_is_of_an_unknown_type() {
    let unknown = EVENTS.iter().filter(|json| {
        let event_type = response_event::peek_type(json.as_bytes()).expect("an event of our own");
        !StreamEvent::TYPES.contains(&event_type.as_ref())
    });
    let unknown: Vec<_> = unknown.collect();
    assert_eq!(unknown.len(), 1, "all but one of `EVENTS` must be in the table in `events/mod.rs`: {unknown:#?}");
}
