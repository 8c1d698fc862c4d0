//! `Ending`: the way in which an open item ends.

use crate::payload::ItemStatus;

/// The way in which an item ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Completed,
    /// The response ends before the item is complete.
    CutOff,
}

impl Ending {
    pub(super) fn status(self) -> ItemStatus {
        match self {
            Self::Completed => ItemStatus::Completed,
            Self::CutOff => ItemStatus::Incomplete,
        }
    }
}
