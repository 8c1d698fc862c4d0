//! Any events in any order, and texts split anywhere.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use response_event::events::StreamEvent;
use response_event::{EventFamily, Snapshot};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, output, response, snapshot, text};

fn index() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0..4_i32).prop_map(Value::from),
        1 => select(vec![json!(-1), json!(0.5), json!(1e18), json!(u64::MAX), json!(1e300)]),
    ]
}

fn item() -> impl Strategy<Value = Value> {
    let item_type = select(vec![
        "message",
        "reasoning",
        "function_call",
        "custom_tool_call",
        "mcp_call",
        "mcp_list_tools",
        "shell_call",
        "shell_call_output",
        "apply_patch_call",
        "web_search_call",
        "image_generation_call",
        "unheard",
    ]);
    (item_type, select(vec!["", "a", "b", "c"])).prop_map(|(item_type, id)| {
        // Only the output of a shell is a list.
        let output = if item_type == "mcp_call" { json!("o") } else { json!([]) };
        json!({"type": item_type, "id": id, "call_id": "call_1", "name": "n", "server_label": "s", "role": "assistant",
            "status": "in_progress", "content": [], "summary": [], "arguments": "", "input": "", "tools": [],
            "output": output, "action": {"commands": ["a"]},
            "operation": {"type": "update_file", "path": "p", "diff": "d"}})
    })
}

fn part() -> impl Strategy<Value = Value> {
    select(vec![
        json!({"type": "output_text", "text": "t"}),
        json!({"type": "refusal", "refusal": "r"}),
        json!({"type": "reasoning_text", "text": "t"}),
        json!({"type": "summary_text", "text": "s"}),
        json!({"type": "unheard"}),
    ])
}

/// An event of any type that the family knows.
pub(crate) fn any_event() -> impl Strategy<Value = StreamEvent> {
    let places = (index(), index(), select(vec!["", "a", "b", "c"]));
    (select(StreamEvent::TYPES), places, item(), part(), vec(item(), 0..3)).prop_map(
        |(event_type, (output_index, index, id), item, part, output)| {
            let delta = match event_type {
                "response.shell_call_output_content.delta" => json!({"stdout": "o"}),
                _ => json!("d"),
            };
            let mut json = json!({
                "type": event_type, "output_index": output_index, "item_id": id, "content_index": index,
                "summary_index": index, "command_index": index, "annotation_index": index, "sequence_number": 0,
                "partial_image_index": index, "partial_image_b64": "AAAA", "item": item, "part": part,
                "annotation": part, "delta": delta, "text": "t", "refusal": "r", "arguments": "{}", "input": "i",
                "code": "c", "diff": "+", "command": "ls", "content": "c", "model": "m", "analyst_model": "m",
                "judge_model": "m", "error": "e", "analysis": {}, "debug": {},
                "output": [{"stdout": "o", "stderr": ""}], "response": {"id": "resp_1", "output": output},
            });
            if event_type == "error" {
                json["error"] = Value::Null;
            }
            event(&json)
        },
    )
}

/// A text cut into pieces, between any two characters.
fn pieces() -> impl Strategy<Value = (String, Vec<String>)> {
    (vec(any::<char>(), 0..40), vec(0..9_usize, 0..9)).prop_map(|(text, cuts)| {
        let (mut rest, mut pieces) = (&text[..], vec![]);
        for cut in cuts {
            let (piece, behind) = rest.split_at(cut.min(rest.len()));
            pieces.push(piece.iter().collect());
            rest = behind;
        }
        pieces.push(rest.iter().collect());
        (text.iter().collect(), pieces)
    })
}

/// The families of deltas, the item they make and the member that grows.
pub(crate) const TEXTS: &[(&str, &str, &str)] = &[
    ("response.output_text.delta", "/0/content/0/text", "a text"),
    ("response.refusal.delta", "/0/content/0/refusal", "a refusal"),
    ("response.reasoning_text.delta", "/0/content/0/text", "a thought"),
    ("response.reasoning.delta", "/0/content/0/text", "a thought"),
    ("response.reasoning_summary_text.delta", "/0/summary/0/text", "a summary"),
    ("response.function_call_arguments.delta", "/0/arguments", "arguments"),
    ("response.custom_tool_call_input.delta", "/0/input", "an input"),
    ("response.mcp_call_arguments.delta", "/0/arguments", "arguments"),
    ("response.code_interpreter_call_code.delta", "/0/code", "code"),
    ("response.apply_patch_call_operation_diff.delta", "/0/operation/diff", "a diff"),
    ("response.shell_call_command.delta", "/0/action/commands/0", "a command"),
];

proptest! {
    #[test]
    fn no_stream_is_too_odd(events in vec(any_event(), 0..60)) {
        let mut snapshot = Snapshot::new();
        for event in &events {
            let items = snapshot.output().count();
            snapshot.apply(event);
            let ends = matches!(event.event_type(), "response.completed" | "response.incomplete" | "response.failed"
                | "response.cancelled" | "response.done" | "response.created" | "response.queued" | "response.in_progress");
            prop_assert!(ends || snapshot.output().count() <= items + 1);
            let all = output(&snapshot);
            prop_assert_eq!(snapshot.output().count(), all.as_array().unwrap().len());
            for index in 0..4 {
                prop_assert!(snapshot.status(index).is_none() || snapshot.item(index).is_some());
            }
            for id in ["a", "b", "c"] {
                let _ = (snapshot.item_by_id(id), snapshot.partial_image(id));
            }
        }
        let (items, told) = (snapshot.output().count(), snapshot.response().is_some());
        let response = snapshot.into_response();
        prop_assert_eq!(response.is_some(), told);
        prop_assert!(response.is_none_or(|response| response.items().len() == items));
    }

    #[test]
    fn a_text_does_not_depend_on_where_it_is_cut((whole, pieces) in pieces(), kind in select(TEXTS)) {
        let (event_type, pointer, what) = kind;
        let delta = |delta: &str| {
            let places = json!({"content_index": 0, "summary_index": 0, "command_index": 0, "delta": delta});
            event(&of(event_type, "item_1", 0, places))
        };
        let text_of = |deltas: Vec<StreamEvent>| {
            let mut snapshot = Snapshot::new();
            snapshot.apply(&event(&response("response.created", json!([]))));
            for delta in &deltas {
                snapshot.apply(delta);
            }
            let output = json!(snapshot.into_response().unwrap().output);
            output.pointer(pointer).unwrap().clone()
        };
        let cut = text_of(pieces.iter().map(|piece| delta(piece)).collect());
        prop_assert_eq!(&cut, &json!(whole), "{}", what);
        prop_assert_eq!(cut, text_of(vec![delta(&whole)]));
    }

    #[test]
    fn interleaved_items_do_not_mix(order in vec((0..3_i32, 0..3_i32, "[a-z]{0,3}"), 0..40)) {
        let mut texts = vec![vec![String::new(); 3]; 3];
        let begun = |index| added(index, message(&format!("msg_{index}"), &["", "", ""]));
        let mut events: Vec<_> = (0..3).map(begun).collect();
        for (item, part, delta) in &order {
            texts[usize::try_from(*item).unwrap()][usize::try_from(*part).unwrap()] += delta;
            events.push(text(&format!("msg_{item}"), *item, *part, delta));
        }
        let items: Vec<_> = texts.iter().enumerate().map(|(index, texts)| {
            message(&format!("msg_{index}"), &texts.iter().map(|text| &**text).collect::<Vec<_>>())
        }).collect();
        prop_assert_eq!(output(&snapshot(&events)), json!(items));
        events.extend(items.iter().enumerate().map(|(index, item)| done(index, item.clone())));
        prop_assert_eq!(output(&snapshot(&events)), json!(items));
    }

    #[test]
    fn parts_in_any_order_read_at_any_time_are_as_in_order(
        mut parts in vec((0..40_u64, 0..6_usize, "[a-z]{1,3}", any::<bool>()), 0..60),
    ) {
        let step = |(index, kind, piece, _): &(u64, usize, String, bool)| {
            let (event_type, item, key) = [
                ("response.output_text.delta", 0, "delta"),
                ("response.refusal.delta", 0, "delta"),
                ("response.reasoning_text.delta", 1, "delta"),
                ("response.reasoning_summary_text.delta", 1, "delta"),
                ("response.shell_call_command.delta", 2, "delta"),
                ("response.output_text.annotation.added", 3, "annotation"),
            ][*kind];
            let value = if key == "delta" { json!(piece) } else { json!({"type": "x", "n": piece}) };
            // Parts of two kinds have indexes of their own.
            let content = if *kind == 5 { 0 } else { 2 * index + u64::from(*kind == 1) };
            let places = json!({"content_index": content, "summary_index": index, "command_index": index,
                "annotation_index": index, key: value});
            event(&of(event_type, &format!("item_{item}"), item, places))
        };
        let mut snapshot = Snapshot::new();
        for part in &parts {
            snapshot.apply(&step(part));
            if part.3 {
                prop_assert!(snapshot.output().count() > 0 && !output(&snapshot).is_null());
            }
        }
        parts.sort_by_key(|(index, ..)| *index);
        let mut ordered = Snapshot::new();
        for part in &parts {
            ordered.apply(&step(part));
        }
        prop_assert_eq!(output(&snapshot), output(&ordered));
        prop_assert_eq!(&snapshot, &ordered);
        prop_assert_eq!(json!(snapshot.into_response()), json!(ordered.into_response()));
    }
}
