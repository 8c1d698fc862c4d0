//! The response itself: how it begins and ends, and what its last event says of the output.

use response_event::Applied;
use response_event::payload::{ItemStatus, ResponseStatus};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, output, response, snapshot, text};

#[test]
fn a_response_is_over_with_its_last_event() {
    let mut stream = vec![response("response.queued", json!([])), response("response.in_progress", json!([]))];
    assert!(!snapshot(&stream).is_done());
    assert_eq!(snapshot(&stream).response().unwrap().status, Some(ResponseStatus::InProgress));
    for (end, failed) in [("response.completed", false), ("response.incomplete", false), ("response.failed", true)] {
        stream.push(response(end, json!([])));
        let snapshot = snapshot(&stream);
        assert_eq!((snapshot.is_done(), snapshot.is_failed()), (true, failed));
        assert_eq!(snapshot.response().unwrap().status, Some(end["response.".len()..].into()));
        assert_eq!(snapshot.into_response().unwrap().status, Some(end["response.".len()..].into()));
    }
}

#[test]
fn an_error_ends_it_too() {
    let error = json!({"type": "error", "code": "server_error", "message": "m"});
    let mut stream = vec![response("response.created", json!([])), text("msg_1", 0, 0, "a"), error.clone()];
    let broken = snapshot(&stream);
    assert_eq!((broken.is_done(), broken.is_failed()), (true, true));
    assert_eq!(broken.error().unwrap().message().as_deref(), Some("m"));
    assert_eq!(broken.output_text(), "a");
    assert_eq!(broken.into_response().unwrap().output_text(), "a");
    stream.push(response("response.failed", json!([])));
    let failed = snapshot(&stream);
    assert_eq!(failed.response().unwrap().status, Some(ResponseStatus::Failed));
    assert_eq!(json!(failed.error()), error);
}

#[test]
fn the_last_output_counts_unless_it_is_empty() {
    let stream = [text("msg_1", 0, 0, "a"), text("msg_2", 1, 0, "b")];
    let with = |end: Value| snapshot(&[&stream[..], &[end]].concat());
    let whole = json!([message("msg_9", &["c"])]);
    for end in ["response.completed", "response.incomplete", "response.failed"] {
        let replaced = with(response(end, whole.clone()));
        assert_eq!(output(&replaced), whole);
        assert_eq!(json!(replaced.response().unwrap().output), whole);
        assert_eq!((replaced.item(0), replaced.item(1)), (replaced.item_by_id("msg_9"), None));
        assert_eq!(replaced.item_by_id("msg_1"), None);

        for end in [response(end, json!([])), json!({"type": end, "response": {"id": "resp_1"}})] {
            let kept = with(end);
            assert_eq!(kept.output_text(), "ab");
            assert_eq!(kept.response().unwrap().items(), [], "as it was told");
            assert_eq!(kept.clone().into_response().unwrap().output_text(), "ab");
            assert_eq!(kept.item(1), kept.item_by_id("msg_2"));
            assert!(kept.item(1).is_some());
        }
    }
}

#[test]
fn an_empty_output_at_the_end_changes_no_answer() {
    let call = json!({"type": "function_call", "call_id": "call_1", "name": "sum", "arguments": "{}"});
    let mut stream = vec![
        text("msg_1", 0, 0, "a"),
        of("response.function_call_arguments.delta", "fc_1", 2, json!({"delta": "{"})),
        done(2, call),
    ];
    let before = snapshot(&stream);
    stream.push(response("response.completed", json!([])));
    let after = snapshot(&stream);
    assert!(before.item(2).is_some() && before.status(2).is_some());
    assert_eq!(before.item_by_id("fc_1"), before.item(2));
    assert_eq!(output(&after), output(&before));
    for index in 0..4 {
        assert_eq!((after.item(index), after.status(index)), (before.item(index), before.status(index)), "{index}");
    }
    for id in ["msg_1", "fc_1", "other"] {
        assert_eq!(after.item_by_id(id), before.item_by_id(id), "{id}");
    }
    let whole = output(&before);
    assert_eq!(json!(after.into_response().unwrap().output), whole);
}

#[test]
fn a_state_is_of_the_item_that_it_was_told_of() {
    let list = |id: &str| json!({"type": "mcp_list_tools", "id": id, "server_label": "s", "tools": []});
    let failed = |id: &str, index: i32| of("response.mcp_list_tools.failed", id, index, json!({}));
    let states = |told: Value, output: Value| {
        let snapshot = snapshot(&[told, response("response.completed", output)]);
        [0, 1, 2, 3].map(|index| snapshot.status(index))
    };
    let lists = json!([list("a"), list("c"), list("b")]);
    let third = [None, None, Some(ItemStatus::Failed), None];
    assert_eq!(states(failed("b", 2), lists.clone()), third, "joined late");
    assert_eq!(states(failed("b", 0), lists.clone()), third, "the id says more than the place");
    assert_eq!(states(failed("", 2), lists.clone()), third, "nothing but the place is known");
    assert_eq!(states(failed("d", 2), lists), [None, None, None, None], "another id");
    let other = json!({"type": "compaction", "id": "b", "encrypted_content": "e"});
    assert_eq!(states(failed("b", 0), json!([other])), [None, None, None, None], "another type");
}

#[test]
fn a_response_told_only_at_the_end_is_whole() {
    let whole = json!([message("msg_1", &["a", "b"]), {"type": "openrouter:datetime", "id": "dt_1"}]);
    let snapshot = snapshot(&[response("response.completed", whole.clone())]);
    assert_eq!(output(&snapshot), whole);
    assert_eq!(snapshot.output_text(), "ab");
    assert_eq!(json!(snapshot.into_response().unwrap().output), whole);
}

#[test]
fn one_that_breaks_off_has_what_came() {
    let stream = [response("response.in_progress", json!([])), text("msg_1", 0, 0, "a"), text("msg_1", 0, 0, "b")];
    let snapshot = snapshot(&stream);
    assert_eq!(json!(snapshot.response().unwrap().output), json!([]), "it is not over");
    let response = snapshot.into_response().unwrap();
    assert_eq!((response.output_text().as_str(), response.status), ("ab", Some(ResponseStatus::InProgress)));
    assert_eq!(crate::snapshot(&stream[1..]).into_response(), None, "nobody said which response it is");
}

#[test]
fn one_after_the_other_does_not_mix() {
    let mut stream = vec![
        response("response.created", json!([])),
        text("msg_1", 0, 0, "a"),
        json!({"type": "error", "message": "m"}),
        response("response.completed", json!([])),
        json!({"type": "response.created", "response": {"id": "resp_2"}}),
        text("msg_2", 0, 0, "b"),
    ];
    let second = snapshot(&stream);
    assert_eq!(second.response().unwrap().id.as_deref(), Some("resp_2"));
    assert_eq!((second.output_text().as_str(), second.error()), ("b", None));
    assert!(!second.is_done());
    stream.push(json!({"type": "response.failed", "response": {"id": "resp_2"}}));
    stream.push(json!({"type": "response.in_progress", "response": {"id": "resp_3"}}));
    let third = snapshot(&stream);
    assert_eq!((third.output().count(), third.is_done(), third.is_failed()), (0, false, false));
}

#[test]
fn a_stream_that_begins_again_is_not_told_twice() {
    let stream = [response("response.created", json!([])), text("msg_1", 0, 0, "a")];
    assert_eq!(snapshot(&[&stream[..], &stream[..]].concat()).output_text(), "a");
}

#[test]
fn nothing_comes_after_the_end() {
    let end = response("response.completed", json!([message("msg_1", &["a"])]));
    let late = [text("msg_1", 0, 0, "b"), text("msg_2", 1, 0, "c"), added(2, message("msg_3", &["d"]))];
    assert_eq!(snapshot(&[&[end.clone()][..], &late[..]].concat()), snapshot(&[end]));
}

#[test]
fn a_response_in_progress_may_tell_its_output() {
    let begun = json!([message("msg_1", &["a"]), message("msg_2", &["b"])]);
    let stream = [text("msg_1", 0, 0, "A"), response("response.in_progress", begun), text("msg_2", 1, 0, "c")];
    assert_eq!(snapshot(&stream).output_text(), "Abc");
}

#[test]
fn other_events_change_nothing() {
    let stream = [response("response.created", json!([])), text("msg_1", 0, 0, "a")];
    let others = [
        json!({"type": "keepalive", "sequence_number": 1}),
        json!({"type": "response.telepathy.delta", "item_id": "msg_1", "output_index": 0, "delta": "b"}),
        json!({"type": "response.debug", "debug": {}}),
        json!({"type": "response.audio.delta", "delta": "AAAA"}),
        of("response.fusion_call.panel.delta", "fusion_1", 1, json!({"model": "m", "delta": "b"})),
    ];
    let mut snapshot = snapshot(&stream);
    let before = snapshot.clone();
    for other in &others {
        assert_eq!(snapshot.apply(&event(other)), Applied::Own);
    }
    assert_eq!(snapshot, before);
}

#[test]
fn a_response_may_also_end_with_done_or_cancelled_or_an_error_of_its_own() {
    for event_type in ["response.done", "response.cancelled"] {
        let ended = snapshot(&[text("msg_1", 0, 0, "a"), response(event_type, json!([]))]);
        assert!(ended.is_done() && !ended.is_failed(), "{event_type}");
        assert_eq!(ended.output_text(), "a", "{event_type}");
    }
    let failed = snapshot(&[json!({"type": "response.error", "message": "m", "code": "c"})]);
    assert!(failed.is_done() && failed.is_failed());
    assert_eq!(failed.error().unwrap().message().as_deref(), Some("m"));
}

#[test]
fn what_comes_as_done_after_the_end_changes_nothing() {
    let ended = [text("msg_1", 0, 0, "a"), response("response.completed", json!([message("msg_1", &["a"])]))];
    let done = json!({"type": "response.done", "response": {"id": "resp_1", "output": []}});
    assert_eq!(snapshot(&[&ended[..], &[done]].concat()), snapshot(&ended));
}

#[test]
fn reasoning_grows_under_each_of_its_names() {
    let part = |event_type: &str, text: &str| {
        of(event_type, "rs_1", 0, json!({"content_index": 0, "part": {"type": "reasoning_text", "text": text}}))
    };
    let grown = snapshot(&[
        part("response.reasoning_part.added", ""),
        of("response.reasoning.delta", "rs_1", 0, json!({"content_index": 0, "delta": "Two "})),
        of("response.reasoning_text.delta", "rs_1", 0, json!({"content_index": 0, "delta": "fjords."})),
    ]);
    let whole = [part("response.reasoning_part.done", "Two fjords.")];
    let expected =
        json!([{"type": "reasoning", "id": "rs_1", "content": [{"type": "reasoning_text", "text": "Two fjords."}]}]);
    for snapshot in [grown, snapshot(&whole)] {
        assert_eq!(json!(snapshot.output().collect::<Vec<_>>()), expected);
    }
}
