//! Any input: nothing panics, and the work is linear in the stream.

use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;
use response_event::checker::{Profile, StreamChecker};
use serde_json::{Value, json};

use crate::streams;

/// The events of a clean stream, each as it is, or with a piece of its text replaced.
fn events() -> impl Strategy<Value = Vec<String>> {
    let stream = 0..streams::ALL.len();
    let edits = vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), "\\PC{0,4}"), 0..6);
    (stream, edits).prop_map(|(stream, edits)| {
        let mut texts: Vec<String> = (streams::ALL[stream].1)().iter().map(Value::to_string).collect();
        for (event, place, len, text) in edits {
            let event = event.index(texts.len());
            let bytes: Vec<_> = texts[event].char_indices().map(|(index, _)| index).collect();
            if bytes.is_empty() {
                continue;
            }
            let start = place.index(bytes.len());
            let end = (start + usize::from(len % 16)).min(bytes.len() - 1);
            texts[event].replace_range(bytes[start]..bytes[end], &text);
        }
        texts
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_checked_without_a_panic(texts in vec(".*", 0..8), names in vec(".*", 8)) {
        for profile in Profile::ALL {
            let mut checker = StreamChecker::new(*profile);
            for (text, name) in texts.iter().zip(&names) {
                checker.check_json(text);
                checker.check_frame(name, text);
                checker.check_bytes(text.as_bytes());
            }
            checker.finish();
        }
    }

    #[test]
    fn any_bytes_are_checked_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        let mut checker = StreamChecker::new(Profile::Strict);
        for line in bytes.split(|byte| *byte == b'\n') {
            checker.check_bytes(line);
        }
        checker.finish();
    }

    #[test]
    fn a_stream_with_edits_is_checked_without_a_panic(texts in events()) {
        let mut checker = StreamChecker::new(Profile::Strict);
        for (number, text) in texts.iter().enumerate() {
            for finding in checker.check_json(text) {
                prop_assert_eq!(finding.event, u64::try_from(number).unwrap() + 1);
                prop_assert!(!finding.to_string().contains('\n'));
                serde_json::to_string(&finding).expect("a finding is an object");
            }
        }
        checker.finish();
    }
}

/// Returns the time that a stream of one item with this many deltas takes, in seconds.
fn time_of(deltas: usize) -> f64 {
    let mut events = streams::text();
    let end = events.split_off(6);
    let delta = events[4].clone();
    let mut checker = StreamChecker::new(Profile::Strict);
    for event in &events {
        checker.check_json(&event.to_string());
    }
    let mut texts: Vec<String> = (6..deltas + 6)
        .map(|number| {
            let mut delta = delta.clone();
            delta["sequence_number"] = json!(number);
            delta.to_string()
        })
        .collect();
    texts.extend(end.iter().map(Value::to_string));
    let start = Instant::now();
    for text in &texts {
        checker.check_json(text);
    }
    start.elapsed().as_secs_f64()
}

#[test]
fn the_work_is_linear_in_the_stream() {
    let least = |deltas| (0..3).map(|_| time_of(deltas)).fold(f64::INFINITY, f64::min);
    let (short, long) = (least(1_000), least(16_000));
    println!("1,000 deltas: {short:.4} s; 16,000 deltas: {long:.4} s");
    assert!(long < short * 16.0 * 4.0, "16 times the deltas take {:.0} times the time", long / short);
}

#[test]
fn many_items_take_no_more_than_their_number() {
    let items = |count: usize| {
        let mut checker = StreamChecker::new(Profile::Strict);
        let start = Instant::now();
        for index in 0..count {
            let item = json!({"id": format!("rs_{index}"), "type": "reasoning", "summary": []});
            for event_type in ["response.output_item.added", "response.output_item.done"] {
                checker.check_json(&json!({"type": event_type, "output_index": index, "item": item}).to_string());
            }
        }
        start.elapsed().as_secs_f64()
    };
    let (few, many) = (items(500), items(8_000));
    println!("500 items: {few:.4} s; 8,000 items: {many:.4} s");
    assert!(many < few * 16.0 * 4.0, "16 times the items take {:.0} times the time", many / few);
}

#[test]
fn done_items_leave_little_behind() {
    const ITEMS: usize = 200;
    const TEXT: usize = 20_000;
    let text = "a".repeat(TEXT);
    let part = |text: &str| json!({"type": "output_text", "text": text, "annotations": [], "logprobs": []});
    let item = |id: &str, content: Value| json!({"id": id, "type": "message", "role": "assistant", "content": content});
    let mut checker = StreamChecker::new(Profile::Strict);
    let mut kept = 0;
    let mut largest = 0;
    for index in 0..ITEMS {
        let id = format!("msg_{index}");
        let about = json!({"item_id": id, "output_index": index, "content_index": 0});
        let event = |event_type: &str, more: Value| {
            let mut event = about.clone();
            event["type"] = json!(event_type);
            event.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            event.to_string()
        };
        let events = [
            event("response.output_item.added", json!({"item": item(&id, json!([]))})),
            event("response.content_part.added", json!({"part": part("")})),
            event("response.output_text.delta", json!({"delta": text, "logprobs": []})),
            event("response.output_text.done", json!({"text": text, "logprobs": []})),
            event("response.content_part.done", json!({"part": part(&text)})),
            event("response.output_item.done", json!({"item": item(&id, json!([part(&text)]))})),
        ];
        for json in &events {
            let memory = allocation_counter::measure(|| drop(checker.check_json(json)));
            kept += memory.bytes_current;
            largest = largest.max(memory.bytes_max);
        }
    }
    let texts = ITEMS * TEXT;
    println!("{ITEMS} done items with {texts} bytes of text: {kept} bytes are kept, {largest} used for an event");
    assert!(kept < i64::try_from(ITEMS * 1_000).expect("small"), "{kept} bytes are kept of {ITEMS} items");
}

/// Returns the time that a checker takes for some events, in seconds.
fn time_to_check(events: &[String]) -> f64 {
    let mut checker = StreamChecker::new(Profile::Strict);
    let start = Instant::now();
    for json in events {
        checker.check_json(json);
    }
    checker.finish();
    start.elapsed().as_secs_f64()
}

fn item_added(index: usize, item_type: &str) -> String {
    let item = json!({"id": format!("i_{index}"), "type": item_type, "content": []});
    json!({"type": "response.output_item.added", "output_index": index, "item": item}).to_string()
}

fn part_added(index: usize) -> String {
    let part = json!({"type": "output_text", "text": "", "annotations": []});
    json!({"type": "response.content_part.added", "item_id": "i_0", "output_index": 0, "content_index": index,
        "part": part})
    .to_string()
}

/// Streams that would be costly if an event were compared with all that came before, by their size.
type Hostile = (&'static str, fn(usize) -> Vec<String>);

const HOSTILE: &[Hostile] = &[
    ("many parts of an item that is in doubt", |size| {
        let doubt = json!({"type": "response.output_text.delta", "item_id": "i_0", "output_index": 0, "delta": 7});
        let mut events = vec![item_added(0, "message")];
        events.extend((0..size).map(part_added));
        events.extend(vec![doubt.to_string(); size]);
        events
    }),
    ("many lanes and events that cannot be read", |size| {
        let created = |lane: usize| {
            json!({"type": "response.created", "sequence_number": 0, "stream_id": lane.to_string(),
            "response": {"id": lane.to_string(), "status": "in_progress"}})
        };
        let mut events: Vec<_> = (0..size).map(|lane| created(lane).to_string()).collect();
        events.extend(vec!["{".to_owned(); size]);
        events
    }),
    ("many open items of another type than the events", |size| {
        let mut events: Vec<_> = (0..size).map(|index| item_added(index, "function_call")).collect();
        let delta = |id: usize| json!({"type": "response.output_text.delta", "item_id": format!("x_{id}"), "content_index": 0, "delta": "a"});
        events.extend((0..size).map(|id| delta(id).to_string()));
        events
    }),
    ("many parts in another list than the events", |size| {
        let mut events = vec![item_added(0, "message")];
        let delta = json!({"type": "response.output_text.delta", "item_id": "i_0", "output_index": 0, "delta": "a"});
        events.extend((0..size).map(|index| {
            json!({"type": "response.reasoning_summary_part.added", "item_id": "i_0", "output_index": 0,
                "summary_index": index, "part": {"type": "summary_text", "text": ""}})
            .to_string()
        }));
        events.extend(vec![delta.to_string(); size]);
        events
    }),
];

#[test]
fn a_hostile_stream_takes_no_more_than_its_length() {
    for (name, events) in HOSTILE {
        let least = |size| {
            let events = events(size);
            (0..3).map(|_| time_to_check(&events)).fold(f64::INFINITY, f64::min)
        };
        let (short, long) = (least(200), least(3_200));
        println!("{name}: {short:.4} s for 200, {long:.4} s for 3,200");
        assert!(long < short * 16.0 * 4.0, "{name}: 16 times the events take {:.0} times the time", long / short);
    }
}
