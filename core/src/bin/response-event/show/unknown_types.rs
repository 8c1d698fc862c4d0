//! The events of unknown types, counted by type.

use std::collections::BTreeMap;

/// Types that are counted one by one.
const MAX_TYPES: usize = 8;

/// The number of events of each unknown type.
#[derive(Default)]
pub(crate) struct UnknownTypes {
    counts: BTreeMap<String, u64>,
    /// Events of types for which there is no room.
    others: u64,
}

impl UnknownTypes {
    pub(crate) fn add(&mut self, event_type: &str) {
        if let Some(count) = self.counts.get_mut(event_type) {
            *count += 1;
        } else if self.counts.len() < MAX_TYPES {
            self.counts.insert(event_type.to_owned(), 1);
        } else {
            self.others += 1;
        }
    }

    /// Returns the line about them, if there are any.
    pub(crate) fn line(&self) -> Option<String> {
        let counts = self.counts.iter().map(|(event_type, count)| format!("{event_type} ({count})"));
        let others = (self.others > 0).then(|| format!("others ({})", self.others));
        let counts: Vec<_> = counts.chain(others).collect();
        (!counts.is_empty()).then(|| format!("events of unknown types: {}", counts.join(", ")))
    }
}
