//! Follows the responses on a WebSocket connection, which carries several at once.
//!
//! A text frame is the JSON of one event, so it needs no framing: give it to `from_str`. Each event names its lane in
//! `stream_id`, and `Snapshots` keeps a snapshot of each.
//!
//! ```sh
//! cargo run --example websocket
//! ```

use response_event::events::StreamEvent;
use response_event::{EventFamily, Snapshots, from_str};

/// The text frames that a client of such a connection receives.
const FRAMES: &[&str] = &[
    r#"{"type":"response.created","stream_id":"a","response":{"id":"resp_1","status":"in_progress"}}"#,
    r#"{"type":"response.created","stream_id":"b","response":{"id":"resp_2","status":"in_progress"}}"#,
    r#"{"type":"response.output_text.delta","stream_id":"a","output_index":0,"content_index":0,"delta":"One "}"#,
    r#"{"type":"response.output_text.delta","stream_id":"b","output_index":0,"content_index":0,"delta":"Two"}"#,
    r#"{"type":"response.output_text.delta","stream_id":"a","output_index":0,"content_index":0,"delta":"day."}"#,
    r#"{"type":"response.completed","stream_id":"b","response":{"id":"resp_2","status":"completed","usage":7}}"#,
    r#"{"type":"response.completed","stream_id":"a","response":{"id":"resp_1","status":"completed"}}"#,
];

fn main() {
    let mut snapshots = Snapshots::new();
    for frame in FRAMES {
        match from_str::<StreamEvent>(frame) {
            Ok(event) => {
                snapshots.apply(&event);
                println!("{}: {}", event.stream_id().as_deref().unwrap_or("-"), event.event_type());
            }
            // The error is about this event. The snapshot takes what can be read of it.
            Err(error) => {
                println!("{}: bad event: {error}", error.stream_id().unwrap_or("-"));
                snapshots.apply_error(&error, frame);
            }
        }
    }
    for (lane, snapshot) in snapshots.iter() {
        assert!(snapshot.is_done() && !snapshot.is_failed());
        println!("{} said {:?}", lane.unwrap_or("-"), snapshot.output_text());
    }
}
