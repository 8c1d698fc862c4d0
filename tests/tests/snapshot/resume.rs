//! Resuming: no event counts twice, and a stream that was joined in the middle says so.

use response_event::{Applied, Snapshot};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, output, response, snapshot, text};

fn numbered(number: impl Into<Value>, mut event: Value) -> Value {
    event["sequence_number"] = number.into();
    event
}

#[test]
fn what_was_applied_comes_once_after_resume_and_only_then() {
    let delta = |number: u64, delta| event(&numbered(number, text("m", 0, 0, delta)));
    let mut snapshot = Snapshot::new();
    assert_eq!(snapshot.last_sequence_number(), None);
    for (number, piece) in [(4, "a"), (5, "b"), (5, "c"), (4, "d"), (7, "e")] {
        assert_eq!(snapshot.apply(&delta(number, piece)), Applied::Own);
    }
    assert_eq!((&*snapshot.output_text(), snapshot.last_sequence_number()), ("abcde", Some(7.into())));
    snapshot.resume();
    for (number, applied) in [(4, Applied::Repeated), (7, Applied::Repeated), (8, Applied::Own), (8, Applied::Repeated)]
    {
        assert_eq!(snapshot.apply(&delta(number, "f")), applied, "{number}");
    }
    assert_eq!((&*snapshot.output_text(), snapshot.last_sequence_number()), ("abcdef", Some(8.into())));
    let json = r#"{"type":"response.output_text.delta","sequence_number":8,"delta":"g","logprobs":7}"#;
    let error = response_event::from_str::<response_event::events::StreamEvent>(json).unwrap_err();
    assert_eq!(snapshot.apply_error(&error, json), Applied::Repeated);
}

#[test]
fn numbers_that_are_all_the_same_mean_nothing() {
    let mut snapshot = Snapshot::new();
    for (index, piece) in ["a", "b", "c", "d"].into_iter().enumerate() {
        if index == 2 {
            snapshot.resume();
        }
        assert_eq!(snapshot.apply(&event(&numbered(1, text("m", 0, 0, piece)))), Applied::Own);
    }
    assert_eq!(snapshot.output_text(), "abcd");
}

#[test]
fn numbers_begin_again_with_another_response() {
    let created = |id: &str| numbered(0, json!({"type": "response.created", "response": {"id": id}}));
    let mut snapshot = snapshot(&[created("r1"), numbered(1, text("m", 0, 0, "a"))]);
    snapshot.resume();
    assert_eq!(snapshot.apply(&event(&created("r1"))), Applied::Repeated);
    assert_eq!(snapshot.output_text(), "a");
    assert_eq!(snapshot.apply(&event(&created("r2"))), Applied::Own);
    assert_eq!(snapshot.apply(&event(&numbered(1, text("m", 0, 0, "b")))), Applied::Own);
    assert_eq!(snapshot.output_text(), "b");
}

#[test]
fn a_head_is_missing_until_an_event_brings_it() {
    let middle = || text("m", 0, 0, "middle");
    for whole in [
        of("response.output_text.done", "m", 0, json!({"content_index": 0, "text": "the middle"})),
        of(
            "response.content_part.done",
            "m",
            0,
            json!({"content_index": 0, "part": {"type": "output_text", "text": "the middle"}}),
        ),
        done(0, message("m", &["the middle"])),
        response("response.completed", json!([message("m", &["the middle"])])),
        response("response.in_progress", json!([message("m", &["the middle"])])),
    ] {
        assert!(snapshot(&[middle()]).is_head_missing());
        let whole = snapshot(&[middle(), whole]);
        assert_eq!((whole.is_head_missing(), &*whole.output_text()), (false, "the middle"));
    }
    for other in [
        of("response.output_text.done", "m", 0, json!({"content_index": 1, "text": "end"})),
        response("response.completed", json!([])),
        done(1, message("m2", &["end"])),
        text("m", 0, 0, "end"),
    ] {
        assert!(snapshot(&[middle(), other.clone()]).is_head_missing(), "{other}");
    }
    assert!(snapshot(&[text("m", 1, 0, "a"), done(1, message("m", &["a"]))]).is_head_missing(), "the item before it");
}

#[test]
fn a_stream_from_its_beginning_misses_no_head() {
    let created = response("response.created", json!([]));
    assert!(!Snapshot::new().is_head_missing());
    for stream in [
        vec![created.clone()],
        vec![created.clone(), text("m", 0, 0, "a")],
        vec![created, text("m", 1, 0, "a")],
        vec![added(0, message("m", &[])), text("m", 0, 0, "a")],
        vec![response("response.completed", json!([message("m", &["a"])]))],
    ] {
        assert!(!snapshot(&stream).is_head_missing(), "{stream:?}");
    }
}

#[test]
fn a_fuller_output_in_progress_is_taken() {
    let in_progress = |text| response("response.in_progress", json!([message("m", &[text])]));
    let fuller = [text("m", 0, 0, "One "), in_progress("One day "), text("m", 0, 0, "in May")];
    assert_eq!(snapshot(&fuller).output_text(), "One day in May");
    assert_eq!(snapshot(&[text("m", 0, 0, "One day"), in_progress("One")]).output_text(), "One day");
    let item = message("m", &["One"]);
    assert_eq!(output(&snapshot(&[done(0, item.clone()), in_progress("One day")])), json!([item]), "it was done");
}
