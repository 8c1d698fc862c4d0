//! Endings: done, failed and truncated are three things, and a bad event still gives what it has.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use response_event::events::StreamEvent;
use response_event::{Applied, EventFamily, Snapshot};
use serde_json::{Value, json};

use crate::generated::any_event;
use crate::{added, event, message, output, response, snapshot, text};

/// Applies any JSON, also of bad events.
fn apply(snapshot: &mut Snapshot, json: &str) -> Applied {
    match response_event::from_str::<StreamEvent>(json) {
        Ok(event) => snapshot.apply(&event),
        Err(error) => snapshot.apply_error(&error, json),
    }
}

fn bad(json: &str) -> Snapshot {
    let mut snapshot = snapshot(&[response("response.created", json!([])), text("msg_1", 0, 0, "a")]);
    assert!(response_event::from_str::<StreamEvent>(json).is_err(), "it is read: {json}");
    assert_eq!(apply(&mut snapshot, json), Applied::Own, "{json}");
    snapshot
}

#[test]
fn done_failed_and_truncated_are_three_things() {
    let created = response("response.created", json!([])).to_string();
    for (last, done, failed) in [
        (r#"{"type":"response.completed","response":{"id":"resp_1"}}"#, true, false),
        (r#"{"type":"response.incomplete","response":{"id":"resp_1"}}"#, true, false),
        (r#"{"type":"response.cancelled"}"#, true, false),
        (r#"{"type":"response.done","response":{"status":"completed"}}"#, true, false),
        (r#"{"type":"response.done","response":{"status":"failed"}}"#, true, true),
        (r#"{"type":"response.failed"}"#, true, true),
        (r#"{"type":"error","message":"m"}"#, true, true),
        (r#"{"error":{"message":"m"}}"#, true, true),
        (r#"{"type":"response.in_progress"}"#, false, false),
        (r#"{"type":"response.telepathy.completed"}"#, false, false),
        (r#"{"type":"keepalive"}"#, false, false),
        (r#"{"type":"response.output_text.delta","delta":7}"#, false, false),
        (r#"{"type":"response.output_text.de"#, false, false),
        ("no JSON", false, false),
        (r#"{"type":"response.completed","response":7}"#, true, false),
        (r#"{"type":"response.completed","response":{"id":"resp_1","outp"#, true, false),
        (r#"{"type":"response.failed","response":[]}"#, true, true),
        (r#"{"type":"error","message":{}"#, true, true),
    ] {
        let mut snapshot = Snapshot::new();
        assert!(!snapshot.is_truncated());
        apply(&mut snapshot, &created);
        assert!(snapshot.is_truncated());
        apply(&mut snapshot, last);
        let found = (snapshot.is_done(), snapshot.is_failed(), snapshot.is_truncated());
        assert_eq!(found, (done, failed, !done), "{last}");
    }
}

#[test]
fn a_bad_delta_still_gives_its_text() {
    for json in [
        r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"delta":"b","logprobs":"none"}"#,
        r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":"0","content_index":[],"delta":"b"}"#,
        r#"{"type":"response.output_text.delta","item_id":7,"output_index":0,"content_index":0,"delta":"b"}"#,
        r#"{"type":"response.output_text.delta","output_index":0,"delta":{"type":"output_text","text":"b"}}"#,
        r#"{"type":"response.output_text.delta","delta":"b","delta":"b"}"#,
        r#"{"type":"response.output_text.delta","delta":"b","logprobs":[{"token":7},{"token":8}]}"#,
    ] {
        assert_eq!(bad(json).output_text(), "ab", "{json}");
    }
    for json in [r#"{"type":"response.output_text.delta"}"#, r#"{"type":"response.output_text.delta","delta":7}"#] {
        assert_eq!(bad(json).output_text(), "a", "{json}");
    }
}

#[test]
fn a_bad_last_event_still_gives_its_response() {
    let json = r#"{"type":"response.completed","response":{"id":"resp_1","usage":{"total_tokens":"many"},
        "output":[{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"ab"}]},7]}}"#;
    let whole = bad(json);
    assert_eq!((&*whole.output_text(), whole.is_done(), whole.is_failed()), ("ab", true, false));
    let not_nested = bad(r#"{"type":"response.completed","object":"response","id":"resp_1","status":"completed"}"#);
    assert_eq!(not_nested.response().unwrap().status.as_ref().unwrap().as_str(), "completed");
    assert_eq!(not_nested.output_text(), "a");
}

#[test]
fn a_bad_beginning_makes_no_other_response() {
    let mut again = bad(r#"{"type":"response.created","response":7}"#);
    assert_eq!(again.output_text(), "", "the stream began again");
    for json in [
        text("msg_1", 0, 0, "a"),
        response("response.in_progress", json!([])),
        response("response.completed", json!([])),
    ] {
        assert_eq!(again.apply(&event(&json)), Applied::Own, "{json}");
    }
    assert!(again.is_done() && again.output_text() == "a");
}

#[test]
fn a_bad_failure_still_gives_its_message() {
    for json in [
        r#"{"type":"response.failed","response":{"error":{"code":"c","message":"m"},"output":7}}"#,
        r#"{"type":"response.failed","response":7,"error":{"code":"c","message":"m"}}"#,
        r#"{"type":"error","code":"c","message":"m","sequence_number":{}}"#,
        r#"{"type":"error","error":{"code":"c","message":"m","param":[7]}}"#,
        r#"{"type":"error","code":"c","message":"m","param":"#,
        r#"{"type":"response.error","message":"m","code":"c","sequence_number":"x"}"#,
    ] {
        let failed = bad(json);
        assert!(failed.is_done() && failed.is_failed() && !failed.is_truncated(), "{json}");
        let of_response = failed.response().and_then(|response| response.error.as_ref());
        let message = of_response.and_then(|error| error.message.clone());
        let message = message.or_else(|| failed.error().and_then(|error| error.message().map(Into::into)));
        assert_eq!(message.as_deref(), Some("m"), "{json}");
        let code = of_response.and_then(|error| error.code.as_ref().map(|code| code.as_str().to_owned()));
        let code = code.or_else(|| failed.error().and_then(|error| error.code().map(Into::into)));
        assert_eq!(code.as_deref(), Some("c"), "{json}");
        assert_eq!(failed.output_text(), "a");
    }
}

#[test]
fn a_bad_item_still_gives_its_parts() {
    let json = r#"{"type":"response.output_item.done","output_index":0,"item":{"type":"message","id":"msg_1",
        "content":[7,{"type":"output_text","text":"b","annotations":7}]}}"#;
    assert_eq!(bad(json).output_text(), "b");
    let unknown = added(0, json!({"type": "message", "id": "msg_1"}));
    assert_eq!(output(&snapshot(&[unknown]))[0]["id"], "msg_1");
}

#[test]
fn bytes_that_are_no_text_change_nothing() {
    let mut snapshot = snapshot(&[added(0, message("msg_1", &["a"]))]);
    let bytes = b"{\"type\":\"response.output_text.delta\",\"delta\":\"\xff\"}";
    let error = response_event::from_slice::<StreamEvent>(bytes).unwrap_err();
    let before = snapshot.clone();
    assert_eq!(snapshot.apply_error(&error, bytes), Applied::Own);
    assert_eq!(snapshot, before);
    assert_eq!(snapshot.apply(&event(&text("msg_1", 0, 0, "b"))), Applied::Own);
}

proptest! {
    #[test]
    fn a_bad_field_never_takes_the_end_or_the_lane_of_an_event(
        events in vec((any_event(), any::<Index>(), select(vec![json!(7), json!("x"), json!([7]), json!({"x": 7})])), 1..20),
    ) {
        let mut snapshot = Snapshot::new();
        for (event, field, bad) in events {
            let mut json = serde_json::to_value(&event).unwrap();
            let fields = json.as_object_mut().unwrap();
            let names: Vec<_> = fields.keys().filter(|name| *name != "type").cloned().collect();
            if !names.is_empty() {
                fields.insert(field.get(&names).clone(), bad);
            }
            let json = Value::to_string(&json);
            let other_lane = format!("{},\"stream_id\":\"other\"}}", &json[..json.len() - 1]);
            prop_assert_eq!(apply(&mut snapshot, &json), Applied::Own, "{}", json);
            if event.is_terminal() {
                prop_assert!(snapshot.is_done() && !snapshot.is_truncated(), "{}", json);
            }
            if snapshot.output().next().is_some() {
                let before = snapshot.clone();
                prop_assert_eq!(apply(&mut snapshot, &other_lane), Applied::OtherLane, "{}", other_lane);
                prop_assert_eq!(&snapshot, &before);
            }
        }
    }
}
