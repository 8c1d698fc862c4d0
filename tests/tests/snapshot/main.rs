//! `Snapshot`: what it makes of the streams of each kind of item, of streams with gaps, and of recorded ones.

mod calls;
mod cost;
mod dialects;
mod endings;
mod gaps;
mod generated;
mod lanes;
mod lifecycle;
mod partial;
mod recorded;
mod resume;
mod texts;

use response_event::Snapshot;
use response_event::events::StreamEvent;
use response_event::payload::OutputItem;
use serde_json::{Value, json};

fn event(event: &Value) -> StreamEvent {
    response_event::from_str(&event.to_string()).unwrap_or_else(|error| panic!("{event}: {error}"))
}

fn snapshot(events: &[Value]) -> Snapshot {
    let mut snapshot = Snapshot::new();
    for json in events {
        snapshot.apply(&event(json));
    }
    snapshot
}

/// An event of the item `id` at `index`, with members besides.
fn of(event_type: &str, id: &str, index: impl Into<Value>, members: Value) -> Value {
    let mut event = json!({"type": event_type, "item_id": id, "output_index": index.into(), "sequence_number": 0});
    let Value::Object(members) = members else { panic!("the members of an event are an object") };
    event.as_object_mut().unwrap().extend(members);
    event
}

fn added(index: impl Into<Value>, item: impl Into<Value>) -> Value {
    json!({"type": "response.output_item.added", "output_index": index.into(), "item": item.into()})
}

fn done(index: impl Into<Value>, item: impl Into<Value>) -> Value {
    json!({"type": "response.output_item.done", "output_index": index.into(), "item": item.into()})
}

fn text(id: &str, index: impl Into<Value>, part: impl Into<Value>, delta: &str) -> Value {
    of("response.output_text.delta", id, index, json!({"content_index": part.into(), "delta": delta}))
}

fn message(id: &str, texts: &[&str]) -> Value {
    let content: Vec<_> = texts.iter().map(|text| json!({"type": "output_text", "text": text})).collect();
    json!({"type": "message", "id": id, "role": "assistant", "content": content})
}

fn response(event_type: &str, output: impl Into<Value>) -> Value {
    let status = event_type.trim_start_matches("response.");
    json!({"type": event_type, "response": {"id": "resp_1", "status": status, "output": output.into()}})
}

fn value(item: &OutputItem) -> Value {
    serde_json::to_value(item).unwrap()
}

fn output(snapshot: &Snapshot) -> Value {
    snapshot.output().map(value).collect()
}
