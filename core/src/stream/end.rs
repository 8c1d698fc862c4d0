//! `StreamEnd`: how a stream ended.

/// The way in which a stream of events ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StreamEnd {
    /// The last event of the response came, and did not report a failure.
    Done,
    /// The last event of the response came, and it or one before it that could have been the last reported a failure.
    Failed,
    /// The body ended, or failed, before the last event of the response came. `[DONE]` is no event and does not count.
    Truncated,
}

impl StreamEnd {
    /// Returns the end of the stream after an event that may be its last.
    pub(super) fn after(end: Option<Self>, is_terminal: bool, is_failure: bool) -> Option<Self> {
        match (end, is_terminal, is_failure) {
            (_, false, _) => end,
            // OpenAI sends `response.failed` after an `error`.
            (Some(Self::Failed), true, _) | (_, true, true) => Some(Self::Failed),
            (_, true, false) => Some(Self::Done),
        }
    }
}
