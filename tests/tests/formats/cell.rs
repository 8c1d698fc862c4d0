//! A cell of the table: one kind of event at one place in one format, tried and compared.

use std::fmt;

use response_event_tests::json::{Members, Null, bounded, within};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::formats::{Comparison, Door, Failure, Format, Read, Written};
use crate::kinds::{Input, Kind};
use crate::places::{Holder, Place, Visit};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) kind: Kind,
    pub(crate) place: Place,
    pub(crate) format: Format,
}

/// The outcome for an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Equal,
    /// It is not written, with this message.
    NotWritten(String),
    /// It is written but not read, with this message.
    NotRead(String),
    /// It is read as something else: its JSON.
    Differs(String),
    /// The text that was written is not that of the event.
    WrittenWrong(String),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equal => f.write_str("equal"),
            Self::NotWritten(message) => write!(f, "error on writing: {message}"),
            Self::NotRead(message) => write!(f, "error on reading: {message}"),
            Self::Differs(json) => write!(f, "comes back as {json}"),
            Self::WrittenWrong(text) => write!(f, "is written as {text}"),
        }
    }
}

impl Cell {
    /// Lists every cell; by kind, then by place.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let places = |kind| Place::ALL.iter().map(move |place| (kind, *place));
        let pairs = Kind::ALL.iter().copied().flat_map(places);
        pairs.flat_map(|(kind, place)| Format::ALL.iter().map(move |format| Self { kind, place, format: *format }))
    }

    /// Returns `true` if there is something to try.
    pub(crate) fn is_tried(self) -> bool {
        match self.kind.input() {
            // Without names, another order makes another event.
            Input::Foreign(..) => !self.format.is_positional(),
            // A family of events is not held in a wrapper.
            Input::Lossless(_) | Input::Valid(_) => self.place != Place::Nested,
            Input::Family(_) => true,
        }
    }

    /// Writes and reads the event: the name of each door and what came out of it. `None` where there is nothing to try.
    pub(crate) fn outcomes(self) -> Option<Vec<(String, Outcome)>> {
        if !self.is_tried() {
            return None;
        }
        let Self { kind, place, format } = self;
        let try_out = TryOut { format };
        match kind.input() {
            Input::Family(event) if place == Place::Nested => Some(Place::hold_nested(&event.clone(), event, &try_out)),
            Input::Foreign(foreign, event) if place == Place::Nested => {
                Some(Place::hold_nested(&foreign, event, &try_out))
            }
            Input::Family(event) => place.hold(event.clone(), event, &try_out),
            Input::Foreign(foreign, event) => place.hold(foreign, event, &try_out),
            Input::Lossless(event) => place.hold(event.clone(), event, &try_out),
            Input::Valid(event) => place.hold(event.clone(), event, &try_out),
        }
    }
}

struct TryOut {
    format: Format,
}

impl Visit for TryOut {
    type Output = Vec<(String, Outcome)>;

    fn visit<W: Serialize, R: Holder>(&self, written: &W, read: &R, ours: Read<R>) -> Self::Output {
        let doors = self.format.round_trip(written, ours);
        doors.into_iter().map(|door| (door.name.clone(), outcome(door, written, read))).collect()
    }
}

fn outcome<R: Holder>(door: Door<R>, written: &impl Serialize, expected: &R) -> Outcome {
    match door.written {
        Some(Written::Json(text) | Written::Other(text)) if text.contains("$serde_json::private") => {
            return Outcome::WrittenWrong(bounded(&text));
        }
        Some(Written::Json(text)) if !says_the_same(&text, &show(written)) => {
            return Outcome::WrittenWrong(bounded(&text));
        }
        _ => {}
    }
    match door.read {
        Err(Failure::Write(message)) => Outcome::NotWritten(message),
        Err(Failure::Read(message)) => Outcome::NotRead(message),
        Ok(mut read) => {
            read.move_types_first();
            let is_equal = match door.comparison {
                Comparison::Exact => read == *expected,
                Comparison::Values => canonical(&show(&read)) == canonical(&show(expected)),
            };
            if is_equal { Outcome::Equal } else { Outcome::Differs(show(&read)) }
        }
    }
}

/// Compares JSON: fields in any order, numbers by value.
fn says_the_same(one: &str, other: &str) -> bool {
    within(one, other, Null::Stays).is_ok() && within(other, one, Null::Stays).is_ok()
}

/// Sorts the fields of JSON text and removes white space. Numbers keep their digits.
fn canonical(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'{') => {
            let Members(mut fields) = Members::of(json).expect("an object");
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            let fields: Vec<_> =
                fields.iter().map(|(name, value)| format!("{name:?}:{}", canonical(value.get()))).collect();
            format!("{{{}}}", fields.join(","))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).expect("an array");
            let items: Vec<_> = items.iter().map(|item| canonical(item.get())).collect();
            format!("[{}]", items.join(","))
        }
        _ => json.to_owned(),
    }
}

fn show(value: &impl Serialize) -> String {
    response_event::to_string(value).unwrap_or_else(|error| format!("({error})"))
}
