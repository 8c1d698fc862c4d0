//! `Finding`: one fault of a stream, as data and as one readable line.

use alloc::string::String;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::code::Code;
use super::profile::Severity;
use super::source::Source;
use crate::EventPosition;
use crate::text::{Excerpt, OneLine};

/// A fault in a stream, and where it is.
///
/// `Display` writes one line. The text may change between versions, the [code](Self::code) does not.
///
/// ```text
/// event 4 (response.output_text.delta), /output_index: this is 1, the item has 0 [output-index-changed]
/// ```
///
/// It serializes as an object: `code`, `severity`, `event`, `type`, `pointer`, `position`, `message` and `source`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that is broken.
    pub code: Code,
    /// The severity of the rule in the profile of the checker.
    pub severity: Severity,
    /// The number of the event in the stream, from 1. What is found at the end is about the last event. (The decoder of
    /// server-sent events counts from 0.)
    pub event: u64,
    /// The `type` of the event, if it can be read.
    pub event_type: Option<String>,
    /// JSON pointer (RFC 6901) from the event to the wrong field; empty for the event itself.
    pub pointer: String,
    /// The fields of the event that place it in the stream.
    pub position: EventPosition<'static>,
    /// A message for people: lowercase, one line, without a full stop.
    pub text: String,
    /// The source of the rule.
    pub source: Source,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {}", self.event)?;
        if let Some(event_type) = &self.event_type {
            write!(f, " ({})", Excerpt::new(event_type))?;
        }
        if !self.pointer.is_empty() {
            write!(f, ", {}", OneLine(&self.pointer))?;
        }
        write!(f, ": {} [{}]", OneLine(&self.text), self.code)
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("code", &self.code)?;
        object.serialize_entry("severity", &self.severity)?;
        object.serialize_entry("event", &self.event)?;
        object.serialize_entry("type", &self.event_type)?;
        object.serialize_entry("pointer", &self.pointer)?;
        object.serialize_entry("position", &PositionFields(&self.position))?;
        object.serialize_entry("message", &self.text)?;
        object.serialize_entry("source", &Text(&self.source))?;
        object.end()
    }
}

/// The fields that an event has, as an object.
struct PositionFields<'a>(&'a EventPosition<'static>);

impl Serialize for PositionFields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let EventPosition { sequence_number, output_index, item_id, stream_id } = self.0;
        let mut object = serializer.serialize_map(None)?;
        for (name, number) in [("sequence_number", sequence_number), ("output_index", output_index)] {
            if let Some(number) = number {
                object.serialize_entry(name, number)?;
            }
        }
        for (name, id) in [("item_id", item_id), ("stream_id", stream_id)] {
            if let Some(id) = id {
                object.serialize_entry(name, id)?;
            }
        }
        object.end()
    }
}

struct Text<T>(T);

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
