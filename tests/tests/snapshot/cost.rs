//! Cost: a delta allocates nothing but the growth of its text.

use allocation_counter::measure;
use response_event::Snapshot;
use response_event::events::StreamEvent;
use serde_json::json;

use crate::generated::TEXTS;
use crate::{event, of, text};

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
    for (event_type, _, what) in TEXTS {
        let places = json!({"content_index": 0, "summary_index": 0, "command_index": 0, "delta": "abcd",
            "stream_id": "a lane", "sequence_number": 1});
        let named = event(&of(event_type, "item_1", 0, places));
        let bare = event(&json!({"type": event_type, "delta": "abcd"}));
        for delta in [named, bare] {
            let count = allocations(&vec![delta; DELTAS]);
            assert!(count <= GROWTH, "{what}: {count} allocations for {DELTAS} deltas");
        }
    }
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
