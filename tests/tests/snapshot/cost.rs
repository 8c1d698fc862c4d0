//! Cost: a delta allocates nothing but the growth of its text, and the cost of a stream grows as the stream does. Bytes
//! and allocations are counted, not time. Moves within a list are counted in `core/src/snapshot/items.rs`.

use allocation_counter::measure;
use response_event::events::StreamEvent;
use response_event::{EventFamily, Snapshot};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, output, response, text};

/// Deltas of each stream: their texts, doubling when they are full, grow some 15 times.
const DELTAS: usize = 4_000;

/// Allocations that a text of that many deltas may cost.
const GROWTH: u64 = 20;

fn allocations(deltas: &[StreamEvent]) -> u64 {
    let mut snapshot = Snapshot::new();
    let (first, rest) = deltas.split_first().expect("a stream has events");
    snapshot.apply(first);
    measure(|| rest.iter().for_each(|delta| assert!(snapshot.apply(delta).is_own()))).count_total
}

#[test]
fn a_delta_allocates_nothing_but_the_growth_of_its_text() {
    let mut kinds = 0;
    for event_type in StreamEvent::TYPES.iter().filter(|event_type| event_type.rsplit('.').next() == Some("delta")) {
        let delta = match *event_type {
            "response.shell_call_output_content.delta" => json!({"stdout": "abcd", "stderr": "efgh"}),
            _ => json!("abcd"),
        };
        let mut bare = json!({"type": event_type, "delta": delta});
        if event_type.starts_with("response.fusion_call") {
            bare["content"] = "abcd".into();
            bare["model"] = "m".into();
        }
        let places = json!({"content_index": 0, "summary_index": 0, "command_index": 0, "stream_id": "a lane",
            "sequence_number": 1});
        let mut named = of(event_type, "item_1", 0, places);
        named.as_object_mut().unwrap().extend(bare.as_object().unwrap().clone());
        for delta in [event(&named), event(&bare)] {
            let count = allocations(&vec![delta; DELTAS]);
            assert!(count <= 2 * GROWTH, "{event_type}: {count} allocations for {DELTAS} deltas");
        }
        kinds += 1;
    }
    assert!(kinds >= 12, "{kinds} types of delta");
    println!("cost: {kinds} types of delta allocate nothing but the growth of their texts");
}

#[test]
fn interleaved_texts_allocate_no_more() {
    let texts = 40_usize;
    let deltas: Vec<_> =
        (0..DELTAS).map(|number| event(&text(&format!("msg_{}", number % texts), number % texts, 0, "abcd"))).collect();
    let mut snapshot = Snapshot::new();
    let (first, rest) = deltas.split_at(texts);
    for delta in first {
        snapshot.apply(delta);
    }
    let count = measure(|| rest.iter().for_each(|delta| assert!(snapshot.apply(delta).is_own()))).count_total;
    assert!(count <= 10 * texts as u64, "{count} allocations for {DELTAS} deltas of {texts} texts");
}

#[test]
fn reading_json_while_it_comes_allocates_only_for_its_values() {
    let delta = |delta: &str| event(&of("response.function_call_arguments.delta", "f", 0, json!({"delta": delta})));
    let mut snapshot = Snapshot::new();
    snapshot.apply(&delta("{\"text\":[\""));
    snapshot.partial_value(0);
    let piece = delta("a");
    let count = measure(|| {
        for _ in 0..DELTAS {
            snapshot.apply(&piece);
            snapshot.partial_value(0);
        }
    });
    assert!(count.count_total <= 2 * GROWTH, "{} allocations for {DELTAS} deltas", count.count_total);
    assert_eq!(snapshot.partial_value(0).unwrap()["text"][0], "a".repeat(DELTAS));
}

/// Steps of the shorter stream of each shape, and how many times more the longer one has.
const STEPS: usize = 500;
const FACTOR: usize = 4;

/// An event for a step of a stream.
type Step = fn(usize) -> Value;

/// Events that are placed by an index.
const PLACED: &[(&str, Step)] = &[
    ("texts of parts", |index| text("i", 0, index, "text")),
    ("whole texts", |index| of("response.output_text.done", "i", 0, json!({"content_index": index, "text": "text"}))),
    ("refusals", |index| of("response.refusal.delta", "i", 0, json!({"content_index": index, "delta": "text"}))),
    ("thoughts", |index| of("response.reasoning_text.delta", "i", 0, json!({"content_index": index, "delta": "text"}))),
    ("summaries", |index| {
        of("response.reasoning_summary_text.delta", "i", 0, json!({"summary_index": index, "delta": "text"}))
    }),
    ("parts of a summary", |index| {
        let part = json!({"type": "summary_text", "text": "text"});
        of("response.reasoning_summary_part.added", "i", 0, json!({"summary_index": index, "part": part}))
    }),
    ("parts", |index| {
        let part = json!({"type": "output_text", "text": "text"});
        of("response.content_part.done", "i", 0, json!({"content_index": index, "part": part}))
    }),
    ("commands", |index| {
        of("response.shell_call_command.delta", "i", 0, json!({"command_index": index, "delta": "ls"}))
    }),
    ("outputs of commands", |index| {
        let members = json!({"command_index": index, "delta": {"stdout": "a", "stderr": "b"}});
        of("response.shell_call_output_content.delta", "i", 0, members)
    }),
    ("annotations", |index| {
        let members = json!({"content_index": 0, "annotation_index": index, "annotation": {"type": "x", "n": index}});
        of("response.output_text.annotation.added", "i", 0, members)
    }),
    ("items", |index| added(index, message(&format!("msg_{index}"), &["text"]))),
    ("items that are done", |index| done(index, message(&format!("msg_{index}"), &["text"]))),
    ("items that were not added", |index| text(&format!("msg_{index}"), index, 0, "text")),
    ("items without ids", |index| text("", index, 0, "text")),
    ("images", |index| {
        let members = json!({"partial_image_index": 0, "partial_image_b64": "AAAA"});
        of("response.image_generation_call.partial_image", &format!("ig_{index}"), index, members)
    }),
];

/// An order in which the indexes below a number come.
type Order = fn(usize) -> Vec<usize>;

const ORDERS: &[(&str, Order)] = &[
    ("ascending", |len| (0..len).collect()),
    ("descending", |len| (0..len).rev().collect()),
    ("shuffled", |len| (0..len).map(|step| step * 1_237 % len).collect()),
    ("from both ends", |len| (0..len).map(|step| if step % 2 == 0 { step / 2 } else { len - 1 - step / 2 }).collect()),
    ("with gaps", |len| (0..len).rev().map(|index| index * 1_000_003).collect()),
];

/// Bytes that are allocated for a stream, with a read after each event or only at its end.
fn bytes(events: &[StreamEvent], reads: bool) -> u64 {
    let counted = measure(|| {
        let mut snapshot = Snapshot::new();
        for event in events {
            snapshot.apply(event);
            if reads {
                assert!(snapshot.item(0).is_some());
            }
        }
        assert!(snapshot.output().count() > 0);
        drop(snapshot.into_response());
    });
    counted.bytes_total
}

/// The cost of a stream that is longer grows as its length does, but for the doubling of lists that are full.
fn is_linear(short: u64, long: u64) -> bool {
    let factor = u64::try_from(FACTOR).unwrap();
    long <= short * factor * 3 / 2
}

#[test]
fn a_stream_costs_in_proportion_to_its_length_in_any_order() {
    let mut shapes = 0;
    for (what, step) in PLACED {
        for (order, indexes) in ORDERS {
            let stream = |len| indexes(len).into_iter().map(|index| event(&step(index))).collect::<Vec<_>>();
            let [short, long] = [STEPS, FACTOR * STEPS].map(|len| bytes(&stream(len), false));
            assert!(is_linear(short, long), "{what}, {order}: {short} bytes, {FACTOR} times as many: {long}");
            shapes += 1;
        }
    }
    println!("cost: {shapes} shapes of streams are linear");
}

#[test]
fn reads_after_each_event_copy_nothing_while_the_order_is_kept() {
    let ascending = ORDERS[0].1;
    for (what, step) in PLACED {
        let stream: Vec<_> = ascending(STEPS).into_iter().map(|index| event(&step(index))).collect();
        assert_eq!(bytes(&stream, true), bytes(&stream, false), "{what}");
    }
}

/// Parts in the wrong order are put in order by the next read, and then stay so while texts grow.
#[test]
fn a_read_puts_the_parts_in_order_once() {
    let mut snapshot = Snapshot::new();
    for index in (0..STEPS).rev() {
        snapshot.apply(&event(&text("i", 0, index, "text")));
    }
    let first = measure(|| assert!(snapshot.item(0).is_some())).count_total;
    assert!(first >= STEPS as u64, "the first read copies the item: {first} allocations");
    let delta = event(&text("i", 0, STEPS - 1, "a"));
    snapshot.apply(&delta);
    let later = measure(|| {
        for _ in 0..STEPS {
            snapshot.apply(&delta);
            assert!(snapshot.item(0).is_some());
        }
    });
    assert!(later.count_total <= GROWTH, "{} allocations for {STEPS} deltas and reads", later.count_total);
}

/// A response in progress that comes again and again with less than what was built, and texts that a server counts in its
/// own way.
#[test]
fn events_that_come_again_and_again_cost_no_more() {
    let steps: &[(&str, Step)] = &[
        ("a response in progress", |index| match index % 2 {
            0 => response("response.in_progress", json!([message("i", &["a"])])),
            _ => text("i", 0, index, "text"),
        }),
        ("an index that grows with each delta", |index| match index % 3 {
            2 => of("response.output_text.done", "i", 0, json!({"content_index": 1_000_000 + index, "text": "ab"})),
            other => text("i", 0, 1_000_000 + index, ["a", "b"][other]),
        }),
        ("parts before those of such deltas", |index| match index % 4 {
            0 => text("i", 0, 1_000_000 - index, "front"),
            3 => of("response.output_text.done", "i", 0, json!({"content_index": 1_000_000 + index, "text": "ab"})),
            other => text("i", 0, 1_000_000 + index, ["a", "b"][other - 1]),
        }),
        ("an item that is added again", |index| match index % 2 {
            0 => added(0, message("i", &[])),
            _ => text("i", 0, index, "text"),
        }),
        ("responses one after the other", |index| match index % 3 {
            0 => json!({"type": "response.created", "response": {"id": format!("resp_{index}")}}),
            1 => text("i", 0, 0, "text"),
            _ => response("response.completed", json!([])),
        }),
    ];
    for (what, step) in steps {
        let stream = |len| (0..len).map(|index| event(&step(index))).collect::<Vec<_>>();
        let [short, long] = [STEPS, FACTOR * STEPS].map(|len| bytes(&stream(len), false));
        assert!(is_linear(short, long), "{what}: {short} bytes, {FACTOR} times as many: {long}");
        assert_eq!(
            json!(output(&stream(STEPS).iter().fold(Snapshot::new(), |mut snapshot, event| {
                snapshot.apply(event);
                snapshot
            })))
            .as_array()
            .map(Vec::len),
            Some(1),
            "{what}"
        );
    }
}
