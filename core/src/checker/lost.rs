//! `Lost`: the events that are known to be missing, and what they may explain.

/// Events that were lost, or could not be read.
///
/// The loss was reported. Each event may have added or closed something, so as many things may be missing without another
/// finding.
#[derive(Clone, Debug, Default)]
pub(super) struct Lost {
    count: u64,
    /// The start of the stream is missing.
    is_head_missing: bool,
}

impl Lost {
    pub(super) fn add(&mut self, count: u64) {
        self.count = self.count.saturating_add(count);
    }

    pub(super) fn remove(&mut self, count: u64) {
        self.count = self.count.saturating_sub(count);
    }

    pub(super) fn lose_head(&mut self) {
        self.is_head_missing = true;
    }

    pub(super) fn find_head(&mut self) {
        self.is_head_missing = false;
    }

    pub(super) fn is_head_missing(&self) -> bool {
        self.is_head_missing
    }

    /// Returns `true` if a lost event explains that an item or part was not added.
    pub(super) fn explains_no_start(&mut self) -> bool {
        self.is_head_missing || self.explains()
    }

    /// Returns `true` if a lost event explains what is missing. It explains one thing.
    pub(super) fn explains(&mut self) -> bool {
        let explains = self.count > 0;
        self.count = self.count.saturating_sub(1);
        explains
    }
}
