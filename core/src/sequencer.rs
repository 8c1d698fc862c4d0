//! `Sequencer`: the sequence numbers of the events that a server or proxy sends.

use crate::number::Number;

/// Counts the `sequence_number` of the events of one stream on their way out.
///
/// A [`Rewriter`](crate::Rewriter) numbers the JSON of events that come from elsewhere; the events of one's own take the next number:
///
/// ```
/// # #[cfg(feature = "events")]
/// # {
/// use response_event::events::{OutputTextDelta, StreamEvent};
/// use response_event::{EventFamily, Sequencer};
///
/// let mut sequencer = Sequencer::new();
/// for text in ["Good ", "day."] {
///     let mut event = StreamEvent::from(OutputTextDelta::new(text));
///     event.set_sequence_number(sequencer.next_number());
///     println!("{:?}", event.sequence_number());
/// }
/// assert_eq!(sequencer.next_number(), 2);
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequencer {
    next: u64,
}

impl Sequencer {
    /// Creates a sequencer whose first number is 0, as in the streams of OpenAI.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a sequencer whose first number is `first`, for a stream that goes on.
    pub fn starting_at(first: u64) -> Self {
        Self { next: first }
    }

    /// Takes the next number. The last one, `u64::MAX`, repeats.
    pub fn next_number(&mut self) -> Number {
        let number = self.peek();
        self.next = self.next.saturating_add(1);
        number
    }

    /// Returns the next number without taking it.
    pub(crate) fn peek(&self) -> Number {
        self.next.into()
    }
}
