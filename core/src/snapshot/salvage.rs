//! The rest of a known event with a bad body: the event without the fields that cannot be read.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};

use serde_json::{Map, Value};

use crate::events::StreamEvent;
use crate::{DecodeError, EventFamily as _};

/// Bad fields that are removed at most: each costs another decoding.
const MAX_REMOVED: usize = 16;

/// Decodes the event again, without its bad fields. Returns `None` if nothing is left of it.
pub(crate) fn salvage(error: &DecodeError, json: &str) -> Option<StreamEvent> {
    let event_type = error.event_type()?;
    let mut event: Value = serde_json::from_str(json).ok()?;
    nest_response(&mut event);
    let mut last_pointer: Option<String> = None;
    for _ in 0..=MAX_REMOVED {
        let error = match crate::from_str::<StreamEvent>(&event.to_string()) {
            Ok(StreamEvent::Unknown(_)) => return None,
            Ok(event) => return (event.event_type() == event_type).then_some(event),
            Err(error) => error,
        };
        let pointer = error.pointer();
        let again = last_pointer.as_deref() == Some(pointer);
        remove(&mut event, pointer, again)?;
        last_pointer = Some(pointer.to_owned());
    }
    None
}

/// Moves the fields of a response into `response`, where they belong. Some gateways send them in the event itself.
fn nest_response(event: &mut Value) {
    let Value::Object(fields) = event else { return };
    if fields.contains_key("response") || fields.get("object").and_then(Value::as_str) != Some("response") {
        return;
    }
    let own = ["type", "sequence_number", "stream_id"];
    let (own, response): (Map<_, _>, Map<_, _>) =
        core::mem::take(fields).into_iter().partition(|(name, _)| own.contains(&&**name));
    *fields = own;
    fields.insert("response".to_owned(), Value::Object(response));
}

/// Removes the value at the pointer. In a list, `null` stays in its place, unless it is not taken either.
fn remove(event: &mut Value, pointer: &str, again: bool) -> Option<()> {
    let (parent, name) = pointer.rsplit_once('/')?;
    match event.pointer_mut(parent)? {
        Value::Object(_) if pointer == "/type" => None,
        Value::Object(fields) => {
            let name = name.replace("~1", "/").replace("~0", "~");
            let removed = fields.remove(&name)?;
            // A delta that is a part has its text there.
            if let ("/delta", Some(text @ Value::String(_))) = (pointer, removed.get("text")) {
                fields.insert(name, text.clone());
            }
            Some(())
        }
        Value::Array(elements) => {
            let index = name.parse().ok()?;
            let element = elements.get_mut(index)?;
            if again {
                elements.remove(index);
            } else {
                *element = Value::Null;
            }
            Some(())
        }
        _ => None,
    }
}
