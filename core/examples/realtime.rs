//! A family of your own: some events of the Realtime API, whose types partly have the names of other events of the Responses
//! API. So they have their own structs, and their own end of a response.
//!
//! ```sh
//! cargo run --example realtime
//! ```

use std::error::Error;

use response_event::{EventFamily, ExtraFields, ResponseEvent, UnknownEvent, Validate};

/// A piece of the text of a response.
#[derive(Debug, ResponseEvent)]
#[event(type = "response.output_text.delta")]
struct TextDelta {
    /// The Realtime API gives every event an ID.
    #[event(non_empty)]
    event_id: String,
    #[event(non_empty)]
    response_id: String,
    delta: String,
    #[serde(flatten)]
    extra: ExtraFields,
}

/// The end of a response, which also says if it was cancelled or failed.
#[derive(Debug, ResponseEvent)]
#[event(type = "response.done")]
struct Done {
    #[event(non_empty)]
    event_id: String,
    #[event(nested)]
    response: Response,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Response {
    #[event(one_of("completed", "cancelled", "failed", "incomplete"))]
    status: String,
    #[serde(flatten)]
    extra: ExtraFields,
}

/// An error. The connection stays open, so it does not end a response.
#[derive(Debug, ResponseEvent)]
#[event(type = "error")]
struct RealtimeError {
    #[event(non_empty)]
    event_id: String,
    error: Message,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Message {
    message: String,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Debug, EventFamily)]
#[event(terminal("response.done"), failure("error"))]
enum RealtimeEvent {
    TextDelta(TextDelta),
    Done(Done),
    Error(RealtimeError),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

const EVENTS: &[&str] = &[
    r#"{"type":"session.created","event_id":"event_1","session":{"type":"realtime"}}"#,
    r#"{"type":"error","event_id":"event_2","error":{"type":"invalid_request_error","message":"No such item."}}"#,
    r#"{"type":"response.output_text.delta","event_id":"event_3","response_id":"resp_1","item_id":"item_1","delta":"Hi!"}"#,
    r#"{"type":"response.done","event_id":"event_4","response":{"id":"resp_1","status":"completed"}}"#,
];

fn main() -> Result<(), Box<dyn Error>> {
    for json in EVENTS {
        let event: RealtimeEvent = response_event::from_str(json)?;
        event.validate()?;
        match &event {
            RealtimeEvent::TextDelta(event) => println!("{} says {:?}", event.response_id, event.delta),
            RealtimeEvent::Error(event) => println!("{}: {}", event.event_id, event.error.message),
            RealtimeEvent::Done(event) => println!("{}: the response is {}", event.event_id, event.response.status),
            RealtimeEvent::Unknown(event) => println!("not handled: {}", event.event_type()),
        }
        assert_eq!(event.is_terminal(), json.contains("response.done"));
    }
    Ok(())
}
