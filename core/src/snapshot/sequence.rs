//! The sequence numbers of a stream: the last one, and which events come again after a resume.

use crate::Number;

/// The sequence numbers of the events that were applied.
#[derive(Clone, Debug, Default)]
pub(super) struct SequenceNumbers {
    last: Option<u64>,
    /// A number was greater than one before it.
    grow: bool,
    /// A number came again before any was greater.
    repeat: bool,
    resumed: bool,
}

impl SequenceNumbers {
    pub(super) fn last(&self) -> Option<u64> {
        self.last
    }

    pub(super) fn resume(&mut self) {
        self.resumed = true;
    }

    /// Returns `true` if an event with this number was applied before the stream was resumed.
    pub(super) fn is_repeat(&self, number: Option<Number>) -> bool {
        // Some servers give every event the same number, which says nothing.
        let count = self.grow || !self.repeat;
        self.resumed && count && number.and_then(Number::as_u64).is_some_and(|number| Some(number) <= self.last)
    }

    pub(super) fn record(&mut self, number: Option<Number>) {
        let Some(number) = number.and_then(Number::as_u64) else { return };
        if let Some(last) = self.last {
            self.grow |= number > last;
            self.repeat |= number == last;
        }
        self.last = self.last.max(Some(number));
    }
}
