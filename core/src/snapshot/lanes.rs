//! `Snapshots`: the responses of every lane of a connection.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use super::Snapshot;
use crate::events::StreamEvent;
use crate::{DecodeError, DecodeErrorKind, EventFamily as _};

/// The responses that a connection carries at once: one [`Snapshot`] for each lane, by its `stream_id`.
///
/// Events without a `stream_id` are a lane of their own. Events of unknown type and those of the connection, such as
/// `keepalive`, make no lane.
///
/// ```
/// use response_event::Snapshots;
///
/// let mut snapshots = Snapshots::new();
/// for json in [
///     r#"{"type":"response.output_text.delta","output_index":0,"delta":"A fjord","stream_id":"a"}"#,
///     r#"{"type":"response.output_text.delta","output_index":0,"delta":"An island","stream_id":"b"}"#,
///     r#"{"type":"response.output_text.delta","output_index":0,"delta":" in Norway.","stream_id":"a"}"#,
/// ] {
///     snapshots.apply(&response_event::from_str(json)?);
/// }
/// assert_eq!(snapshots.get(Some("a")).unwrap().output_text(), "A fjord in Norway.");
/// assert_eq!(snapshots.get(Some("b")).unwrap().output_text(), "An island");
/// # Ok::<(), response_event::DecodeError>(())
/// ```
///
/// A response that is cut short, for example by steering, and its successor have the same lane. [`apply`](Self::apply)
/// returns the one when the other begins. A lane stays until [`remove`](Self::remove) takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshots {
    unnamed: Option<Snapshot>,
    named: BTreeMap<Box<str>, Snapshot>,
}

impl Snapshots {
    /// Creates snapshots without any lane.
    pub fn new() -> Self {
        Self::default()
    }

    /// Applies an event to the snapshot of its lane. Returns the previous response of the lane if the event begins another.
    pub fn apply(&mut self, event: &StreamEvent) -> Option<Snapshot> {
        let stream_id = event.event_position().stream_id;
        let stream_id = stream_id.as_deref();
        if super::is_of_no_response(event) && self.get(stream_id).is_none() {
            return None;
        }
        self.lane(stream_id).apply_next(event).1.map(|previous| *previous)
    }

    /// Applies what an event that failed to decode still has, as [`Snapshot::apply_error`] does. Returns the previous
    /// response of the lane if the event begins another.
    pub fn apply_error(&mut self, error: &DecodeError, json: impl AsRef<[u8]>) -> Option<Snapshot> {
        let stream_id = error.stream_id();
        let is_of_response = error.is_terminal() || error.kind() == DecodeErrorKind::Data;
        if !is_of_response && self.get(stream_id).is_none() {
            return None;
        }
        self.lane(stream_id).apply_next_error(error, json.as_ref()).1.map(|previous| *previous)
    }

    /// Returns the snapshot of a lane; `None` is the lane of the events without a `stream_id`.
    pub fn get(&self, stream_id: Option<&str>) -> Option<&Snapshot> {
        match stream_id {
            None => self.unnamed.as_ref(),
            Some(stream_id) => self.named.get(stream_id),
        }
    }

    /// Returns the snapshot of a lane for changes.
    pub fn get_mut(&mut self, stream_id: Option<&str>) -> Option<&mut Snapshot> {
        match stream_id {
            None => self.unnamed.as_mut(),
            Some(stream_id) => self.named.get_mut(stream_id),
        }
    }

    /// Removes a lane and returns its snapshot. A later event of the lane makes it anew.
    pub fn remove(&mut self, stream_id: Option<&str>) -> Option<Snapshot> {
        match stream_id {
            None => self.unnamed.take(),
            Some(stream_id) => self.named.remove(stream_id),
        }
    }

    /// Returns every lane with its snapshot: the lane without a `stream_id` first, then in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&str>, &Snapshot)> {
        let named = self.named.iter().map(|(stream_id, snapshot)| (Some(&**stream_id), snapshot));
        self.unnamed.iter().map(|snapshot| (None, snapshot)).chain(named)
    }

    /// Resumes every lane, as [`Snapshot::resume`] does.
    pub fn resume(&mut self) {
        self.unnamed.iter_mut().chain(self.named.values_mut()).for_each(Snapshot::resume);
    }

    fn lane(&mut self, stream_id: Option<&str>) -> &mut Snapshot {
        match stream_id {
            None => self.unnamed.get_or_insert_default(),
            Some(stream_id) => {
                if !self.named.contains_key(stream_id) {
                    self.named.insert(stream_id.into(), Snapshot::new());
                }
                self.named.get_mut(stream_id).unwrap_or_else(|| unreachable!("it was inserted"))
            }
        }
    }
}
