//! `Received`: an event and the frame that it came in.

use alloc::string::String;

use super::position::FramePosition;

/// An event and the frame that it came in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Received<F> {
    /// The event.
    pub event: F,
    /// The frame's `event` field, unless it is absent or empty. It may contradict the event's `type`, which counts.
    pub event_name: Option<String>,
    /// The frame's `id` field. [`Decoder::last_event_id`](super::Decoder::last_event_id) also returns that of earlier frames.
    pub id: Option<String>,
    /// The place of the event in the stream.
    pub position: FramePosition,
    /// The frame's data as it was sent, with several lines joined by LF: the JSON of the event.
    pub data: String,
}
