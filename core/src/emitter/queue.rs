//! `Queue`: the events that were made and not taken yet, and the numbers of the next ones.

use alloc::collections::VecDeque;
use alloc::string::String;

use crate::Number;
use crate::events::StreamEvent;

/// The events that were made and not taken yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    events: VecDeque<StreamEvent>,
    next_number: u64,
}

impl Queue {
    /// Returns the `sequence_number` of the next event.
    pub(super) fn number(&mut self) -> Number {
        let number = self.next_number;
        self.next_number += 1;
        number.into()
    }

    pub(super) fn push(&mut self, event: impl Into<StreamEvent>) {
        self.events.push_back(event.into());
    }

    pub(super) fn pop(&mut self) -> Option<StreamEvent> {
        self.events.pop_front()
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }
}

/// The place of an item in its response.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) id: String,
    pub(super) index: Number,
}

/// Makes the next event about an item, and puts it in the queue.
macro_rules! push {
    ($queue:expr, $place:expr, $event:ident { $($field:ident $(: $value:expr)?),* $(,)? }) => {{
        let event = $event {
            sequence_number: $queue.number().into(),
            item_id: $place.id.clone().into(),
            output_index: $place.index.into(),
            $($field $(: $value)?,)*
            ..$event::default()
        };
        $queue.push(event);
    }};
}

pub(super) use push;
