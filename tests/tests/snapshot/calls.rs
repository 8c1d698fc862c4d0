//! Calls: their arguments and what they give, and how far they are.

use response_event::payload::ItemStatus;
use serde_json::{Value, json};

use crate::{added, done, of, output, response, snapshot};

/// A call of which the text `member` grows: from nothing, and from its beginning.
fn grows(family: &str, whole: &str, item_type: &str, member: &str) {
    let delta = |delta| of(&format!("response.{family}.delta"), "call", 0, json!({"delta": delta}));
    let mut stream = vec![delta("{\"a\""), delta(":1}")];
    let joined = snapshot(&stream);
    assert_eq!(output(&joined)[0]["type"], item_type);
    assert_eq!(output(&joined)[0]["id"], "call");
    assert_eq!(output(&joined)[0][member], "{\"a\":1}");
    assert_eq!(joined.status(0), Some(ItemStatus::InProgress));
    stream.push(of(&format!("response.{family}.done"), "call", 0, json!({whole: "{}"})));
    assert_eq!(output(&snapshot(&stream))[0][member], "{}");
}

#[test]
fn what_a_call_is_given_grows() {
    grows("function_call_arguments", "arguments", "function_call", "arguments");
    grows("custom_tool_call_input", "input", "custom_tool_call", "input");
    grows("mcp_call_arguments", "arguments", "mcp_call", "arguments");
    grows("code_interpreter_call_code", "code", "code_interpreter_call", "code");
}

#[test]
fn a_function_call_keeps_its_name() {
    let item = json!({"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "sum", "arguments": ""});
    let finish = |id| of("response.function_call_arguments.done", id, 0, json!({"name": "other", "arguments": "{}"}));
    let named = snapshot(&[added(0, item), finish("fc_1")]);
    assert_eq!(output(&named)[0]["name"], "sum");
    assert_eq!(output(&named)[0]["call_id"], "call_1");
    assert_eq!(output(&snapshot(&[finish("fc_1")]))[0]["name"], "other", "it is told only here");
}

#[test]
fn a_call_without_an_id_is_found_by_its_index() {
    let item = json!({"type": "function_call", "call_id": "call_1", "name": "sum", "arguments": ""});
    let delta = |delta| of("response.function_call_arguments.delta", "fc_1", 0, json!({"delta": delta}));
    let snapshot = snapshot(&[added(0, item), delta("{"), delta("}")]);
    assert_eq!((snapshot.output().count(), &output(&snapshot)[0]["arguments"]), (1, &json!("{}")));
    assert_eq!(snapshot.item_by_id("fc_1"), snapshot.item(0));
}

fn states(item_type: &str, steps: &[(&str, ItemStatus)], item: Option<Value>) {
    let mut stream: Vec<_> = item.into_iter().map(|item| added(0, item)).collect();
    for (event, status) in steps {
        stream.push(of(&format!("response.{event}"), "call", 0, json!({})));
        let snapshot = snapshot(&stream);
        assert_eq!(snapshot.status(0).as_ref(), Some(status), "{event}");
        assert_eq!(output(&snapshot)[0]["type"], item_type);
        assert_eq!(snapshot.output().count(), 1);
    }
}

#[test]
fn a_call_is_as_far_as_its_events_tell() {
    use ItemStatus::{Completed, Failed, Generating, InProgress, Interpreting, Searching};

    for item in [None, Some(json!({"type": "web_search_call", "id": "call", "status": "in_progress"}))] {
        let steps = [
            ("web_search_call.in_progress", InProgress),
            ("web_search_call.searching", Searching),
            ("web_search_call.completed", Completed),
        ];
        states("web_search_call", &steps, item);
    }
    let steps = [
        ("file_search_call.in_progress", InProgress),
        ("file_search_call.searching", Searching),
        ("file_search_call.completed", Completed),
    ];
    states("file_search_call", &steps, None);
    let steps = [
        ("code_interpreter_call.in_progress", InProgress),
        ("code_interpreter_call.interpreting", Interpreting),
        ("code_interpreter_call.completed", Completed),
    ];
    states("code_interpreter_call", &steps, None);
    let steps = [
        ("image_generation_call.in_progress", InProgress),
        ("image_generation_call.generating", Generating),
        ("image_generation_call.completed", Completed),
    ];
    states("image_generation_call", &steps, None);
    let steps = [("mcp_call.in_progress", InProgress), ("mcp_call.failed", Failed), ("mcp_call.completed", Completed)];
    states("mcp_call", &steps, None);
    for item in [None, Some(json!({"type": "mcp_list_tools", "id": "call", "server_label": "s", "tools": []}))] {
        let steps = [
            ("mcp_list_tools.in_progress", InProgress),
            ("mcp_list_tools.completed", Completed),
            ("mcp_list_tools.failed", Failed),
        ];
        states("mcp_list_tools", &steps, item);
    }
    states("compaction", &[("compaction.compacting", InProgress)], None);
}

#[test]
fn what_has_no_status_of_its_own_is_still_asked_for_it() {
    let list = json!({"type": "mcp_list_tools", "id": "mcpl_1", "server_label": "dice", "tools": []});
    let stream = [
        added(0, list.clone()),
        of("response.mcp_list_tools.failed", "mcpl_1", 0, json!({})),
        done(0, list.clone()),
        done(1, json!({"type": "compaction", "id": "cmp_1", "encrypted_content": "e"})),
    ];
    let ends = [response("response.completed", json!([list])), response("response.failed", json!([]))];
    for end in [&[], &ends[..1], &ends[1..]] {
        let snapshot = snapshot(&[&stream[..], end].concat());
        assert_eq!(snapshot.status(0), Some(ItemStatus::Failed), "the item itself does not say so");
        assert_eq!(snapshot.status(1), snapshot.item(1).map(|_| ItemStatus::Completed));
        assert_eq!(snapshot.status(2), None);
    }
}

#[test]
fn an_item_that_is_done_does_not_go_back() {
    let call = json!({"type": "mcp_call", "id": "mcp_1", "server_label": "dice", "name": "roll", "arguments": "{}",
        "output": "4"});
    let snapshot = snapshot(&[
        done(0, call.clone()),
        of("response.mcp_call.completed", "mcp_1", 0, json!({})),
        of("response.mcp_call_arguments.delta", "mcp_1", 0, json!({"delta": "{}"})),
    ]);
    assert_eq!(output(&snapshot), json!([call]));
    assert_eq!(snapshot.status(0), Some(ItemStatus::Completed));
}

#[test]
fn the_latest_partial_image_of_each_call_is_kept() {
    let image = |id, index: i32, number: i32| {
        let members = json!({"partial_image_index": number, "partial_image_b64": format!("AAA{number}")});
        of("response.image_generation_call.partial_image", id, index, members)
    };
    let mut stream = vec![image("ig_1", 0, 0), image("ig_2", 1, 0), image("ig_1", 0, 1)];
    let item = json!({"type": "image_generation_call", "id": "ig_1", "status": "completed", "result": "AAA2"});
    for end in [None, Some(done(0, item.clone())), Some(response("response.completed", json!([item])))] {
        stream.extend(end);
        let snapshot = snapshot(&stream);
        assert_eq!(snapshot.partial_image("ig_1").unwrap().partial_image_b64, "AAA1");
        assert_eq!(snapshot.partial_image("ig_2").unwrap().partial_image_b64, "AAA0");
        assert_eq!(snapshot.partial_image("ig_3"), None);
    }
    assert_eq!(snapshot(&stream[..1]).status(0), Some(ItemStatus::Generating));
    assert_eq!(output(&snapshot(&stream)), json!([item]));
}

#[test]
fn a_patch_grows() {
    let call = |diff| {
        json!({"type": "apply_patch_call", "id": "apc_1", "call_id": "call_1", "status": "in_progress",
            "operation": {"type": "update_file", "diff": diff, "path": "a.txt"}})
    };
    let diff = |diff| of("response.apply_patch_call_operation_diff.delta", "apc_1", 0, json!({"delta": diff}));
    let mut stream =
        vec![response("response.created", json!([])), added(0, call("@@\n")), diff("-a\n"), diff("+\"b\"\n")];
    assert_eq!(output(&snapshot(&stream[..3])), json!([call("@@\n-a\n")]));
    assert_eq!(output(&snapshot(&stream)), json!([call("@@\n-a\n+\"b\"\n")]));
    let broken_off = snapshot(&stream).into_response().unwrap();
    assert_eq!(json!(broken_off.output), json!([call("@@\n-a\n+\"b\"\n")]));

    stream.push(of("response.apply_patch_call_operation_diff.done", "apc_1", 0, json!({"diff": "+c\n"})));
    assert_eq!(output(&snapshot(&stream)), json!([call("+c\n")]));
    stream.push(response("response.completed", json!([])));
    assert_eq!(output(&snapshot(&stream)), json!([call("+c\n")]));
    stream.insert(4, done(0, call("+d\n")));
    assert_eq!(output(&snapshot(&stream)), json!([call("+d\n")]), "the item was done");
}

#[test]
fn a_patch_that_was_not_added_has_an_operation_of_no_type() {
    let joined = snapshot(&[of("response.apply_patch_call_operation_diff.delta", "apc_1", 0, json!({"delta": "+a"}))]);
    assert_eq!(output(&joined)[0]["operation"], json!({"diff": "+a"}));
}

#[test]
fn the_commands_of_a_shell_grow() {
    let command = |event: &str, index: i32, key: &str, text: &str| {
        let event_type = format!("response.shell_call_command.{event}");
        json!({"type": event_type, "output_index": 0, "command_index": index, key: text})
    };
    let item = |commands: &[&str]| {
        json!({"type": "shell_call", "id": "sh_1", "call_id": "call_1", "status": "in_progress",
            "action": {"commands": commands, "timeout_ms": 5, "extra": 1.0}})
    };
    let grow = [
        command("added", 0, "command", ""),
        command("delta", 0, "delta", "ls"),
        command("delta", 0, "delta", " -R"),
        command("delta", 1, "delta", "pwd;"),
        command("done", 1, "command", "pwd"),
    ];
    let mut stream = vec![response("response.created", json!([])), added(0, item(&[]))];
    stream.extend(grow.clone());
    assert_eq!(output(&snapshot(&stream[..5])), json!([item(&["ls -R"])]));
    assert_eq!(output(&snapshot(&stream)), json!([item(&["ls -R", "pwd"])]));
    assert_eq!(json!(snapshot(&stream).into_response().unwrap().output), json!([item(&["ls -R", "pwd"])]));
    stream.push(response("response.incomplete", json!([])));
    assert_eq!(output(&snapshot(&stream)), json!([item(&["ls -R", "pwd"])]));

    let joined = snapshot(&grow);
    assert_eq!(output(&joined)[0]["type"], "shell_call");
    assert_eq!(output(&joined)[0]["action"], json!({"commands": ["ls -R", "pwd"]}));
    let begun = snapshot(&[added(0, item(&["a", "b"])), command("delta", 1, "delta", "c")]);
    assert_eq!(output(&begun), json!([item(&["a", "bc"])]));
}

#[test]
fn what_a_shell_prints_grows() {
    let delta = |index: i32, delta: Value| {
        let members = json!({"command_index": index, "delta": delta});
        of("response.shell_call_output_content.delta", "sho_1", 0, members)
    };
    let mut stream = vec![
        delta(0, json!({"stdout": "a"})),
        delta(0, json!({"stdout": "b", "stderr": "!"})),
        delta(1, json!({"stderr": "?"})),
    ];
    let outcome = json!({"type": "exit", "exit_code": 0});
    assert_eq!(
        output(&snapshot(&stream))[0]["output"],
        json!([{"stdout": "ab", "stderr": "!"}, {"stdout": "", "stderr": "?"}])
    );
    let whole = json!([{"stdout": "x", "stderr": ""}, {"stdout": "y", "stderr": "z", "outcome": outcome}]);
    stream.push(of(
        "response.shell_call_output_content.done",
        "sho_1",
        0,
        json!({"command_index": 0, "output": whole}),
    ));
    assert_eq!(
        output(&snapshot(&stream))[0]["output"],
        json!([{"stdout": "xy", "stderr": "z", "outcome": outcome}, {"stdout": "", "stderr": "?"}])
    );
}
