//! `Applied`: the answer of a snapshot to an event.

/// The answer of a [`Snapshot`](crate::Snapshot) to an event: the event was its own, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Applied {
    /// The event is of the response that the snapshot follows. It may still have nothing for the snapshot.
    Own,
    /// The event is of another lane: its `stream_id` differs. Nothing changed.
    OtherLane,
    /// The event begins or ends the response that came before on the same lane. Nothing changed.
    OtherResponse,
    /// The event was applied before the stream was resumed. Nothing changed.
    Repeated,
}

impl Applied {
    /// Returns `true` if the event is of the response that the snapshot follows.
    pub fn is_own(self) -> bool {
        self == Self::Own
    }
}
