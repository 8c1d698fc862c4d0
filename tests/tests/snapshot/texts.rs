//! Texts: messages, refusals, annotations, reasoning.

use response_event::payload::ItemStatus;
use response_event::{Snapshot, Snapshots};
use serde_json::json;

use crate::{added, done, message, of, output, response, snapshot, text};

#[test]
fn it_starts_with_nothing() {
    let snapshot = Snapshot::new();
    assert_eq!(snapshot, Snapshot::default());
    assert_eq!((snapshot.response(), snapshot.output().count(), &*snapshot.output_text()), (None, 0, ""));
    assert_eq!((snapshot.is_done(), snapshot.is_failed(), snapshot.error()), (false, false, None));
    assert_eq!((snapshot.item(0), snapshot.item_by_id(""), snapshot.status(0)), (None, None, None));
    assert_eq!(snapshot.partial_image(""), None);
    assert_eq!(snapshot.into_response(), None);
}

#[test]
fn it_crosses_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Snapshot>();
    crosses::<Snapshots>();
}

#[test]
fn a_text_grows_and_ends_as_it_is_told() {
    let part = json!({"type": "output_text", "text": "", "annotations": []});
    let mut stream = vec![
        response("response.created", json!([])),
        added(
            0,
            json!({"type": "message", "id": "msg_1", "role": "assistant", "status": "in_progress", "content": []}),
        ),
        of("response.content_part.added", "msg_1", 0, json!({"content_index": 0, "part": part})),
        text("msg_1", 0, 0, "Good "),
        text("msg_1", 0, 0, "day."),
    ];
    let begun = snapshot(&stream);
    assert_eq!(begun.output_text(), "Good day.");
    assert_eq!(begun.status(0), Some(ItemStatus::InProgress));
    assert!(!begun.is_done());

    stream.push(of("response.output_text.done", "msg_1", 0, json!({"content_index": 0, "text": "Good day!"})));
    assert_eq!(snapshot(&stream).output_text(), "Good day!");
    let part = json!({"type": "output_text", "text": "Good day?", "annotations": [], "extra": 1});
    stream.push(of("response.content_part.done", "msg_1", 0, json!({"content_index": 0, "part": part})));
    assert_eq!(output(&snapshot(&stream))[0]["content"], json!([part]));
    let item = message("msg_1", &["Good ", "night."]);
    stream.push(done(0, item.clone()));
    stream.push(text("msg_1", 0, 0, "late"));
    let snapshot = snapshot(&stream);
    assert_eq!(output(&snapshot), json!([item]));
    assert_eq!(snapshot.output_text(), "Good night.");
    assert_eq!(snapshot.status(0), Some(ItemStatus::Completed), "the item does not say it itself");
}

#[test]
fn parts_and_items_have_texts_of_their_own() {
    let snapshot = snapshot(&[
        text("msg_1", 0, 0, "a"),
        text("msg_2", 1, 0, "x"),
        text("msg_1", 0, 1, "c"),
        text("msg_1", 0, 0, "b"),
        text("msg_2", 1, 0, "y"),
    ]);
    assert_eq!(snapshot.output_text(), "abcxy");
    assert_eq!(output(&snapshot)[0]["content"][0]["text"], "ab");
    assert_eq!(snapshot.item_by_id("msg_2"), snapshot.item(1));
}

#[test]
fn a_refusal_is_no_text_of_the_answer() {
    let mut stream = vec![
        of("response.refusal.delta", "msg_1", 0, json!({"content_index": 0, "delta": "I can"})),
        of("response.refusal.delta", "msg_1", 0, json!({"content_index": 0, "delta": "not."})),
    ];
    let content = |refusal| json!([{"type": "refusal", "refusal": refusal}]);
    assert_eq!(output(&snapshot(&stream))[0]["content"], content("I cannot."));
    assert_eq!(snapshot(&stream).output_text(), "");
    stream.push(of("response.refusal.done", "msg_1", 0, json!({"content_index": 0, "refusal": "No."})));
    assert_eq!(output(&snapshot(&stream))[0]["content"], content("No."));
}

#[test]
fn annotations_and_logprobs_come_with_the_text() {
    let url = |url| json!({"type": "url_citation", "url": url});
    let annotation = |index: i32, url| {
        let members = json!({"content_index": 0, "annotation_index": index, "annotation": url});
        of("response.output_text.annotation.added", "msg_1", 0, members)
    };
    let probable = |token| {
        let logprobs = json!([{"token": token, "logprob": -1}]);
        of("response.output_text.delta", "msg_1", 0, json!({"content_index": 0, "delta": token, "logprobs": logprobs}))
    };
    let snapshot = snapshot(&[
        probable("a"),
        annotation(0, url("https://a.example")),
        annotation(1, url("https://b.example")),
        annotation(1, url("https://c.example")),
        annotation(-1, json!({"type": "star_citation", "star": 7})),
        probable("b"),
        of("response.output_text.done", "msg_1", 0, json!({"content_index": 0, "text": "ab", "logprobs": []})),
    ]);
    let part = &output(&snapshot)[0]["content"][0];
    let star = json!({"type": "star_citation", "star": 7});
    assert_eq!(part["annotations"], json!([url("https://a.example"), url("https://c.example"), star]));
    assert_eq!(part["logprobs"], json!([{"token": "a", "logprob": -1}, {"token": "b", "logprob": -1}]));
}

#[test]
fn reasoning_has_a_summary_and_a_text() {
    let summary = |event: &str, index: i32, key: &str, text: &str| {
        of(&format!("response.reasoning_summary_text.{event}"), "rs_1", 0, json!({"summary_index": index, key: text}))
    };
    let part = |event: &str, index: i32, text: &str| {
        let members = json!({"summary_index": index, "part": {"type": "summary_text", "text": text}});
        of(&format!("response.reasoning_summary_part.{event}"), "rs_1", 0, members)
    };
    let thought = |event: &str, key: &str, text: &str| {
        of(&format!("response.reasoning_text.{event}"), "rs_1", 0, json!({"content_index": 0, key: text}))
    };
    let mut stream = vec![
        added(0, json!({"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "e"})),
        part("added", 0, ""),
        summary("delta", 0, "delta", "Ad"),
        summary("delta", 0, "delta", "ding"),
        summary("delta", 1, "delta", "Sub"),
        thought("delta", "delta", "1 + "),
        thought("delta", "delta", "1"),
    ];
    let item = |first: &str, second: &str, text: &str| {
        json!([{"type": "reasoning", "id": "rs_1", "encrypted_content": "e",
            "summary": [{"type": "summary_text", "text": first}, {"type": "summary_text", "text": second}],
            "content": [{"type": "reasoning_text", "text": text}]}])
    };
    assert_eq!(output(&snapshot(&stream)), item("Adding", "Sub", "1 + 1"));
    assert_eq!(snapshot(&stream).status(0), Some(ItemStatus::InProgress));
    stream.extend([
        summary("done", 0, "text", "Added"),
        part("done", 1, "Subtracted"),
        thought("done", "text", "1 + 1 = 2"),
        of("response.output_text.delta", "rs_1", 0, json!({"content_index": 0, "delta": "no message"})),
    ]);
    assert_eq!(output(&snapshot(&stream)), item("Added", "Subtracted", "1 + 1 = 2"));
}

#[test]
fn a_part_of_an_unknown_type_is_kept() {
    let part = json!({"type": "scent", "strength": 3});
    let snapshot = snapshot(&[
        of("response.content_part.added", "msg_1", 0, json!({"content_index": 0, "part": part})),
        text("msg_1", 0, 0, "no scent"),
        text("msg_1", 0, 1, "a text"),
    ]);
    assert_eq!(output(&snapshot)[0]["content"], json!([part, {"type": "output_text", "text": "a text"}]));
}

#[test]
fn a_part_says_what_it_is_of_if_nothing_else_does() {
    let part = json!({"type": "reasoning_text", "text": "hm"});
    let snapshot = snapshot(&[
        of("response.content_part.done", "rs_1", 0, json!({"content_index": 0, "part": part})),
        of(
            "response.content_part.done",
            "msg_1",
            1,
            json!({"content_index": 0, "part": {"type": "refusal", "refusal": "n"}}),
        ),
    ]);
    let output = output(&snapshot);
    assert_eq!((&output[0]["type"], &output[0]["content"]), (&json!("reasoning"), &json!([part])));
    assert_eq!(output[1]["type"], "message");
}
