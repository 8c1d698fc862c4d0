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

/// Events that would be costly if they were compared with all that came before.
struct Hostile {
    name: &'static str,
    before: fn(usize) -> String,
    /// Comes again and again.
    event: fn(usize) -> String,
}

const HOSTILE: &[Hostile] = &[
    Hostile {
        name: "parts of an item that is in doubt",
        before: |index| index.checked_sub(1).map_or_else(|| item_added(0, "message"), part_added),
        event: |_| delta(&json!({"item_id": "i_0", "output_index": 0, "delta": 7})),
    },
    Hostile {
        name: "lanes and events that cannot be read",
        before: |index| {
            json!({"type": "response.created", "sequence_number": 0, "stream_id": index.to_string(),
                "response": {"id": index.to_string(), "status": "in_progress"}})
            .to_string()
        },
        event: |_| "{".into(),
    },
    Hostile {
        name: "open items of another type than the events",
        before: |index| item_added(index, "function_call"),
        event: |index| {
            let id = format!("x_{}", index / 2);
            if index % 2 == 0 {
                return delta(&json!({"item_id": id, "content_index": 0, "delta": "a"}));
            }
            json!({"type": "response.output_item.done", "item": {"id": id, "type": "message", "content": []}})
                .to_string()
        },
    },
    Hostile {
        name: "parts in another list than the events",
        before: |index| {
            // Of an unknown type, so that it may have parts of any kind.
            let Some(part) = index.checked_sub(1) else { return item_added(0, "acme:item") };
            json!({"type": "response.reasoning_summary_part.added", "item_id": "i_0", "output_index": 0,
                "summary_index": part, "part": {"type": "summary_text", "text": ""}})
            .to_string()
        },
        event: |_| delta(&json!({"item_id": "i_0", "output_index": 0, "delta": "a"})),
    },
];

fn delta(fields: &Value) -> String {
    let mut event = json!({"type": "response.output_text.delta"});
    event.as_object_mut().expect("an object").extend(fields.as_object().expect("an object").clone());
    event.to_string()
}

/// Returns the time of a hundred events after as many others, in seconds.
fn time_after(before: usize, hostile: &Hostile) -> f64 {
    let mut checker = StreamChecker::new(Profile::Strict);
    for index in 0..before {
        checker.check_json(&(hostile.before)(index));
    }
    let times = (0..5).map(|run| {
        let events: Vec<_> = (0..100).map(|index| (hostile.event)(run * 100 + index)).collect();
        let start = Instant::now();
        for json in &events {
            checker.check_json(json);
        }
        start.elapsed().as_secs_f64()
    });
    times.fold(f64::INFINITY, f64::min)
}

#[test]
fn an_event_costs_the_same_after_many_others() {
    let mut failed = Vec::new();
    for hostile in HOSTILE {
        let (few, many) = (time_after(20, hostile), time_after(20_000, hostile));
        let name = hostile.name;
        println!("{name}: {few:.5} s after 20, {many:.5} s after 20,000");
        // Far more than noise; a search of what came before takes 25 to 400 times.
        if many > few * 10.0 {
            failed
                .push(format!("{name}: after 20,000 an event takes {:.0} times the time of one after 20", many / few));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
