//! One event is decoded and written back.

use response_event::events::StreamEvent;
use response_event::{Validate, from_slice, from_str};
use response_event_tests::json::{Null, within};

/// The outcome for one event.
pub(crate) enum Outcome {
    Decoded(Box<StreamEvent>),
    Refused(String),
    /// It decodes, and another JSON is written.
    Changed(String),
}

/// Decodes an event, writes it back and compares; a field that is `null` may be left out.
///
/// # Errors
///
/// Returns the ways to decode that disagree.
pub(crate) fn read(json: &str) -> Result<Outcome, String> {
    let decoded = from_str::<StreamEvent>(json);
    if from_slice::<StreamEvent>(json.as_bytes()) != decoded {
        return Err("from_str and from_slice disagree".to_owned());
    }
    let event = match (decoded, serde_json::from_reader::<_, StreamEvent>(json.as_bytes())) {
        (Ok(event), Ok(other)) => match compare(&text_of(&event)?, &text_of(&other)?, Null::Stays) {
            Ok(()) => event,
            Err(difference) => return Err(format!("serde_json::from_reader reads another event: {difference}")),
        },
        (Err(error), Err(_)) => return Ok(Outcome::Refused(error.to_string())),
        (Ok(_), Err(error)) => return Err(format!("from_str reads it, but serde_json::from_reader says: {error}")),
        (Err(error), Ok(_)) => return Err(format!("serde_json::from_reader reads it, but from_str says: {error}")),
    };
    Ok(match compare(json, &text_of(&event)?, Null::OrAbsent) {
        Ok(()) => Outcome::Decoded(Box::new(event)),
        Err(difference) => Outcome::Changed(difference),
    })
}

/// The pointers at which `validate()` reports a violation, in its order.
pub(crate) fn violated(event: &StreamEvent) -> Vec<String> {
    let violations = event.validate().err();
    violations.iter().flatten().map(|violation| violation.pointer().to_owned()).collect()
}

fn text_of(event: &StreamEvent) -> Result<String, String> {
    response_event::to_string(event).map_err(|error| format!("it cannot be written: {error}"))
}

fn compare(came: &str, written: &str, null: Null) -> Result<(), String> {
    within(came, written, null).and_then(|()| within(written, came, Null::Stays))
}
