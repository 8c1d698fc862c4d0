//! Streams with gaps, and with indexes and ids that are wrong.

use serde_json::{Value, json};

use crate::{added, done, message, of, output, response, snapshot, text};

#[test]
fn an_item_that_was_not_added_is_made() {
    let snapshot = snapshot(&[text("msg_3", 3, 2, "c"), text("msg_3", 3, 2, "d"), text("msg_3", 3, 3, "e")]);
    let parts = json!([{"type": "output_text", "text": "cd"}, {"type": "output_text", "text": "e"}]);
    let whole =
        json!({"type": "message", "id": "msg_3", "role": "assistant", "status": "in_progress", "content": parts});
    assert_eq!(output(&snapshot), json!([whole]));
    assert!(snapshot.item(3).is_some());
    assert_eq!(snapshot.item(0), None);
}

#[test]
fn parts_stand_in_their_order_whenever_they_come() {
    assert_eq!(
        snapshot(&[text("m", 0, 2, "c"), text("m", 0, 0, "a"), text("m", 0, 1, "b"), text("m", 0, 2, "d")])
            .output_text(),
        "abcd"
    );
    assert_eq!(snapshot(&[text("n", 7, 0, "c"), text("m", 2, 0, "a"), text("m", 2, 0, "b")]).output_text(), "abc");
}

#[test]
fn annotations_stand_in_their_order_whenever_they_come() {
    let annotation = |part: i32, index: Value, name: &str| {
        let members = json!({"content_index": part, "annotation_index": index, "annotation": {"type": "x", "n": name}});
        of("response.output_text.annotation.added", "m", 0, members)
    };
    let stream = [
        annotation(1, json!(2), "c"),
        annotation(1, json!(0), "a"),
        annotation(1, json!(7), "d"),
        annotation(0, json!(0), "first"),
        annotation(1, json!(1), "b"),
        annotation(1, json!(2), "C"),
        annotation(1, Value::Null, "last"),
    ];
    let names = |part: usize| -> Vec<String> {
        let annotations = output(&snapshot(&stream))[0]["content"][part]["annotations"].clone();
        annotations.as_array().unwrap().iter().map(|annotation| annotation["n"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(0), ["first"]);
    assert_eq!(names(1), ["a", "b", "C", "d", "last"]);

    // A part that comes whole has its own.
    let part = json!({"type": "output_text", "text": "", "annotations": [{"type": "x", "n": "whole"}]});
    let whole = of("response.content_part.done", "m", 0, json!({"content_index": 1, "part": part}));
    let stream = [&stream[..], &[whole, annotation(1, json!(0), "w"), annotation(1, json!(1), "x")]].concat();
    assert_eq!(output(&snapshot(&stream))[0]["content"][1]["annotations"].as_array().unwrap().len(), 2);

    // A part that becomes another kind of part has none.
    let refusal = of("response.refusal.delta", "m", 0, json!({"content_index": 0, "delta": ""}));
    let again = [annotation(0, json!(5), "a"), annotation(0, json!(2), "b"), refusal, annotation(0, json!(1), "c")];
    let content = output(&snapshot(&again))[0]["content"].clone();
    assert_eq!(content[0]["annotations"], json!([{"type": "x", "n": "c"}]));
}

#[test]
fn done_alone_is_enough() {
    for index in [json!(0), json!(5)] {
        let snapshot = snapshot(&[
            of("response.output_text.done", "msg_1", index.clone(), json!({"content_index": 0, "text": "a"})),
            of("response.output_text.done", "msg_1", index.clone(), json!({"content_index": 1, "text": "b"})),
        ]);
        assert_eq!(snapshot.output_text(), "ab");
    }
    let items = [message("msg_1", &["a"]), message("msg_2", &["b"])];
    assert_eq!(output(&snapshot(&[done(0, items[0].clone()), done(1, items[1].clone())])), json!(items));
}

/// Without an index, with the same one for all, with a wrong one.
#[test]
fn the_id_says_which_item_it_is() {
    let absent = |mut event: Value| {
        event.as_object_mut().unwrap().remove("output_index");
        event
    };
    let items = [message("msg_1", &["a"]), message("msg_2", &["b"])];
    let begun = [added(0, message("msg_1", &[])), added(1, message("msg_2", &[]))];
    let done = [absent(done(0, items[0].clone())), absent(done(0, items[1].clone()))];
    assert_eq!(output(&snapshot(&done)), json!(items), "one behind the other");
    assert_eq!(output(&snapshot(&[&begun[..], &done[..]].concat())), json!(items));

    let same = |index: Value| {
        [
            added(index.clone(), message("msg_1", &[])),
            text("msg_1", index.clone(), 0, "a"),
            added(index.clone(), message("msg_2", &[])),
            text("msg_2", index.clone(), 0, "b"),
            crate::done(index.clone(), items[0].clone()),
            crate::done(index, items[1].clone()),
        ]
    };
    for index in [json!(0), json!(7), json!(0.5), json!(-1), json!(1e300), json!(u64::MAX)] {
        for end in 1..=6 {
            let stream = &same(index.clone())[..end];
            let text = if end < 4 { &"aa"[..usize::from(end > 1)] } else { "ab" };
            assert_eq!(snapshot(stream).output_text(), text, "{end} events at {index}");
        }
        assert_eq!(output(&snapshot(&same(index))), json!(items));
    }
}

#[test]
fn ids_that_change_do_not_matter() {
    let stream = [
        response("response.created", json!([])),
        added(0, message("x1", &[])),
        text("x2", 0, 0, "a"),
        text("x3", 0, 0, "b"),
        done(0, message("x4", &["ab"])),
        added(1, message("x5", &[])),
        text("x6", 1, 0, "c"),
    ];
    assert_eq!(snapshot(&stream).output_text(), "abc");
    assert_eq!(snapshot(&stream).output().count(), 2);
    assert!(snapshot(&stream).item_by_id("x4").is_some());
    assert!(snapshot(&stream).item_by_id("x1").is_none());
}

#[test]
fn an_id_that_several_items_have_does_not_matter() {
    let reasoning = json!({"type": "reasoning", "id": "x", "summary": []});
    let snapshot = snapshot(&[
        added(0, reasoning.clone()),
        added(1, message("x", &[])),
        of("response.reasoning_summary_text.delta", "x", 0, json!({"summary_index": 0, "delta": "r"})),
        text("x", 1, 0, "a"),
        done(0, reasoning),
        text("x", 1, 0, "b"),
    ]);
    assert_eq!(snapshot.output_text(), "ab");
    assert_eq!(snapshot.output().count(), 2);
}

#[test]
fn nor_does_it_if_the_items_were_not_added() {
    let thought = of("response.reasoning_summary_text.delta", "x", 0, json!({"summary_index": 0, "delta": "r"}));
    let stream = [thought, text("x", 1, 0, "a"), done(1, message("x", &["a"])), done(2, message("x", &["b"]))];
    assert_eq!(snapshot(&stream[..2]).output_text(), "a");
    assert_eq!(snapshot(&stream).output_text(), "ab");
    assert_eq!(snapshot(&stream).output().count(), 3);
}

#[test]
fn without_index_and_id_it_is_the_last_item() {
    let snapshot = snapshot(&[
        added(0, message("msg_1", &[])),
        added(1, message("msg_2", &[])),
        text("", -1, -1, "a"),
        text("", 0.5, 0.5, "b"),
        of("response.refusal.delta", "", -1, json!({"content_index": 1, "delta": "no"})),
        of("response.function_call_arguments.delta", "", -1, json!({"delta": "{}"})),
    ]);
    let output = output(&snapshot);
    assert_eq!(
        output[1]["content"],
        json!([{"type": "output_text", "text": "ab"}, {"type": "refusal", "refusal": "no"}])
    );
    assert_eq!(
        (output.as_array().unwrap().len(), &output[2]["arguments"]),
        (3, &json!("{}")),
        "no message has arguments"
    );
}

#[test]
fn no_index_is_too_large() {
    let huge =
        || [json!(1e18), json!(1e19), json!(1e300), json!(u64::MAX), json!(i64::MIN), json!(-0.5), json!(2_243.31)];
    let mut stream = vec![];
    for index in huge() {
        for part in huge() {
            let places = json!({"content_index": part, "summary_index": part, "command_index": part,
                "annotation_index": part, "partial_image_index": part});
            let of = |event_type: &str, id: &str, member: &str, value: Value| {
                let mut event = of(event_type, id, index.clone(), places.clone());
                event[member] = value;
                event
            };
            stream.extend([
                of("response.output_text.delta", "msg_1", "delta", json!("a")),
                of("response.output_text.annotation.added", "msg_1", "annotation", json!({"type": "x"})),
                of("response.reasoning_summary_text.delta", "rs_1", "delta", json!("r")),
                of("response.shell_call_output_content.delta", "sho_1", "delta", json!({"stdout": "s"})),
                of("response.shell_call_command.delta", "", "delta", json!("c")),
                of("response.image_generation_call.partial_image", "ig_1", "partial_image_b64", json!("AAAA")),
            ]);
        }
        stream.extend([added(index.clone(), message("msg_1", &["b"])), done(index, json!({"type": "unheard"}))]);
    }
    for end in 0..stream.len() {
        let snapshot = snapshot(&stream[..end]);
        assert!(snapshot.output().count() <= end);
        let _ = (snapshot.item(u64::MAX), snapshot.status(-1));
    }
}

#[test]
fn an_unknown_item_is_kept() {
    let item = json!({"type": "openrouter:datetime", "id": "dt_1", "status": "in_progress", "n": 1.0});
    let snapshot = snapshot(&[added(0, item.clone()), text("dt_1", 0, 0, "no message"), text("msg_1", 1, 0, "a")]);
    assert_eq!(output(&snapshot)[0], item);
    assert_eq!(snapshot.item_by_id("dt_1"), snapshot.item(0));
    assert_eq!((snapshot.output().count(), snapshot.output_text().as_str()), (2, "a"));
    assert_eq!(snapshot.status(0).unwrap().as_str(), "in_progress");
}

/// What was built by `deltas` stays at `pointer` of the item when `late` comes, also twice, and grows on.
fn stays(late: &Value, deltas: [Value; 2], pointer: &str, whole: &str) {
    let [first, second] = deltas;
    let stream = [first, late.clone(), second, late.clone()];
    assert_eq!(output(&snapshot(&stream))[0].pointer(pointer), Some(&json!(whole)), "{late}");
    assert_eq!(snapshot(&stream).output().count(), 1);
}

#[test]
fn a_part_that_is_added_late_keeps_its_text() {
    let texts = || [text("msg_1", 0, 0, "one"), text("msg_1", 0, 0, " two")];
    let part = json!({"type": "output_text", "text": "", "annotations": []});
    let late = of("response.content_part.added", "msg_1", 0, json!({"content_index": 0, "part": part}));
    stays(&late, texts(), "/content/0/text", "one two");

    let refusal = |delta| of("response.refusal.delta", "msg_1", 0, json!({"content_index": 0, "delta": delta}));
    let part = json!({"type": "refusal", "refusal": ""});
    let late = of("response.content_part.added", "msg_1", 0, json!({"content_index": 0, "part": part}));
    stays(&late, [refusal("n"), refusal("o")], "/content/0/refusal", "no");

    let thought =
        |delta| of("response.reasoning_summary_text.delta", "rs_1", 0, json!({"summary_index": 0, "delta": delta}));
    let part = json!({"type": "summary_text", "text": ""});
    let late = of("response.reasoning_summary_part.added", "rs_1", 0, json!({"summary_index": 0, "part": part}));
    stays(&late, [thought("a"), thought("b")], "/summary/0/text", "ab");

    let command = |event: &str, key: &str, text: &str| {
        let event_type = format!("response.shell_call_command.{event}");
        of(&event_type, "sh_1", 0, json!({"command_index": 0, key: text}))
    };
    let deltas = [command("delta", "delta", "l"), command("delta", "delta", "s")];
    stays(&command("added", "command", ""), deltas, "/action/commands/0", "ls");
}

#[test]
fn an_item_that_is_added_late_keeps_its_texts() {
    for content in [&[][..], &[""]] {
        let deltas = [text("msg_1", 0, 0, "one"), text("msg_1", 0, 0, " two")];
        stays(&added(0, message("msg_1", content)), deltas, "/content/0/text", "one two");
    }
    let kinds = [
        ("output_text", "message", "/content/0/text"),
        ("reasoning_text", "reasoning", "/content/0/text"),
        ("reasoning_summary_text", "reasoning", "/summary/0/text"),
        ("function_call_arguments", "function_call", "/arguments"),
        ("custom_tool_call_input", "custom_tool_call", "/input"),
        ("mcp_call_arguments", "mcp_call", "/arguments"),
        ("code_interpreter_call_code", "code_interpreter_call", "/code"),
        ("apply_patch_call_operation_diff", "apply_patch_call", "/operation/diff"),
        ("shell_call_command", "shell_call", "/action/commands/0"),
    ];
    for (family, item_type, pointer) in kinds {
        let item = json!({"type": item_type, "id": "i", "call_id": "call_1", "name": "n", "server_label": "s",
            "role": "assistant", "status": "in_progress", "content": [], "summary": [], "arguments": "", "input": "",
            "code": "", "operation": {"type": "update_file", "path": "p", "diff": ""}, "action": {"commands": []}});
        let delta = |delta| {
            let members = json!({"content_index": 0, "summary_index": 0, "command_index": 0, "delta": delta});
            of(&format!("response.{family}.delta"), "i", 0, members)
        };
        stays(&added(0, item), [delta("{"), delta("}")], pointer, "{}");
    }
    let printed = |delta: Value| {
        of("response.shell_call_output_content.delta", "i", 0, json!({"command_index": 0, "delta": delta}))
    };
    let item = json!({"type": "shell_call_output", "id": "i", "call_id": "c", "status": "in_progress",
        "output": [{"stdout": "", "stderr": ""}]});
    stays(
        &added(0, item),
        [printed(json!({"stdout": "a"})), printed(json!({"stdout": "b"}))],
        "/output/0/stdout",
        "ab",
    );
}

#[test]
fn an_item_that_is_added_late_says_what_it_has() {
    let stream = [text("msg_1", 0, 2, "c"), added(0, message("msg_1", &["a", "b"])), text("msg_1", 0, 2, "d")];
    assert_eq!(snapshot(&stream).output_text(), "abcd");
    let stream = [text("msg_1", 0, 0, "one"), added(0, message("msg_1", &["two"]))];
    assert_eq!(snapshot(&stream).output_text(), "two");
    let stream = [done(0, message("msg_1", &["one"])), added(0, message("msg_1", &[])), text("msg_1", 0, 0, "late")];
    assert_eq!(snapshot(&stream).output_text(), "one", "it was done");
}

#[test]
fn a_shell_call_that_is_added_late_without_an_action_keeps_its_commands() {
    let command =
        |delta| of("response.shell_call_command.delta", "sh_1", 0, json!({"command_index": 1, "delta": delta}));
    let late = added(0, json!({"type": "shell_call", "id": "sh_1", "call_id": "call_1", "status": "in_progress"}));
    let output = output(&snapshot(&[command("l"), late, command("s")]));
    assert_eq!(output[0]["action"]["commands"], json!(["ls"]));
}
