//! A recording: the responses of each lane at their end, and the events that made them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;

use response_event::events::StreamEvent;
use response_event::{EventFamily as _, Snapshot, Snapshots};
use serde_json::Value;

use super::sequence::Sequence;
use crate::decoded::{Decoded, decode};
use crate::failure::Failure;
use crate::input::{self, Input};

/// The types of what is no event.
const UNREADABLE: &str = "(unreadable)";
const CUT_OFF: &str = "(cut off)";
const TOO_LARGE: &str = "(too large)";

/// A recording that was read to its end.
pub(crate) struct Recording {
    /// The lane of the events without a `stream_id`, then the others in the order in which they began: their names are ids.
    pub(crate) lanes: Vec<Lane>,
}

/// The events of one lane.
pub(crate) struct Lane {
    pub(crate) responses: Vec<Recorded>,
    pub(crate) sequence: Sequence,
}

/// A response at the end of its events.
pub(crate) struct Recorded {
    pub(crate) json: Value,
    /// The end of the stream of its events, which its `status` may not tell.
    pub(crate) end: &'static str,
    /// The error of the stream, beside that of the response.
    pub(crate) error: Option<String>,
}

impl Recording {
    /// Reads an input. The deltas are kept one by one if they are compared.
    pub(crate) fn read(path: &OsStr, has_deltas: bool) -> Result<Self, Failure> {
        let mut reader = Reader::new(has_deltas);
        let input = Input::open(path).map_err(|error| input::failure(path, &error))?;
        let read = input.for_each(|piece| {
            reader.take(decode(piece.content));
            Ok(())
        });
        match read {
            Err(Failure::Input(error)) => Err(input::failure(path, &error)),
            Ok(()) if !reader.has_events => {
                Err(input::failure(path, &io::Error::new(io::ErrorKind::InvalidData, "there is no event")))
            }
            read => read.map(|()| reader.finish()),
        }
    }
}

/// The reader of a recording.
struct Reader {
    snapshots: Snapshots,
    /// The place of each lane in `lanes`.
    places: BTreeMap<Option<String>, usize>,
    lanes: Vec<Lane>,
    has_deltas: bool,
    events: u64,
    /// An event could be read.
    has_events: bool,
}

impl Reader {
    fn new(has_deltas: bool) -> Self {
        let lanes = vec![Lane::new(has_deltas)];
        let places = [(None, 0)].into();
        Self { snapshots: Snapshots::new(), places, lanes, has_deltas, events: 0, has_events: false }
    }

    fn take(&mut self, decoded: Decoded<'_>) {
        self.events += u64::from(!matches!(decoded, Decoded::DoneMark));
        let number = self.events;
        match decoded {
            Decoded::Event { event, json } => {
                self.has_events = true;
                let previous = self.snapshots.apply(&event);
                if !is_keep_alive(&event) {
                    self.lane(event.stream_id().as_deref(), previous).push(event.event_type(), number, &json);
                }
            }
            Decoded::Bad { error, json } => {
                self.has_events |= error.event_type().is_some();
                let previous = self.snapshots.apply_error(&error, &*json);
                let event_type = error.event_type().unwrap_or(UNREADABLE);
                self.lane(error.stream_id(), previous).push(event_type, number, &json);
            }
            Decoded::CutOff => self.lane(None, None).push(CUT_OFF, number, b""),
            Decoded::TooLarge => self.lane(None, None).push(TOO_LARGE, number, b""),
            Decoded::DoneMark => {}
        }
    }

    /// Returns the events of a lane, after the response that came before the one of the next event.
    fn lane(&mut self, stream_id: Option<&str>, previous: Option<Snapshot>) -> &mut Sequence {
        let place = *self.places.entry(stream_id.map(str::to_owned)).or_insert_with(|| {
            self.lanes.push(Lane::new(self.has_deltas));
            self.lanes.len() - 1
        });
        let lane = &mut self.lanes[place];
        if let Some(previous) = previous {
            lane.responses.push(Recorded::new(previous));
            lane.sequence.begin_response();
        }
        &mut lane.sequence
    }

    fn finish(mut self) -> Recording {
        for (stream_id, place) in self.places {
            if let Some(snapshot) = self.snapshots.remove(stream_id.as_deref()) {
                self.lanes[place].responses.push(Recorded::new(snapshot));
            }
        }
        Recording { lanes: self.lanes }
    }
}

impl Lane {
    /// Creates a lane without events.
    pub(crate) fn none() -> Self {
        Self::new(false)
    }

    fn new(has_deltas: bool) -> Self {
        Self { responses: Vec::new(), sequence: Sequence::new(has_deltas) }
    }
}

impl Recorded {
    fn new(snapshot: Snapshot) -> Self {
        let end = match (snapshot.is_done(), snapshot.is_failed()) {
            (false, _) => "unfinished",
            (true, true) => "failed",
            (true, false) => "finished",
        };
        let error = snapshot.error().map(|error| {
            let details = error.error_details();
            let words = [details.code, details.error_type, details.message].into_iter().flatten();
            words.collect::<Vec<_>>().join(": ")
        });
        Self { json: json_of(snapshot), end, error }
    }
}

/// Returns the response with its output; the output alone if no event held a response.
fn json_of(snapshot: Snapshot) -> Value {
    let items: Result<Vec<_>, _> = match snapshot.response() {
        Some(_) => Ok(Vec::new()),
        None => snapshot.output().map(response_event::to_string).collect(),
    };
    let text = match snapshot.into_response() {
        Some(response) => response_event::to_string(&response),
        None => items.map(|items| format!("{{\"output\":[{}]}}", items.join(","))),
    };
    // A number may be too large for a value. Then the text is compared as a whole.
    text.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// Returns `true` for an event that says nothing but that the connection is open.
fn is_keep_alive(event: &StreamEvent) -> bool {
    matches!(event, StreamEvent::Keepalive(_) | StreamEvent::Ping(_) | StreamEvent::ResponseKeepAlive(_))
}
