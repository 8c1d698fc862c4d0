//! The status of items of every type.

open_enum! {
    /// Status of an output item. Each type of item has only some of them.
    ItemStatus {
        InProgress = "in_progress",
        /// A web or file search
        Searching = "searching",
        /// A code interpreter call
        Interpreting = "interpreting",
        /// An image generation call
        Generating = "generating",
        /// A call of an MCP server
        Calling = "calling",
        Completed = "completed",
        Incomplete = "incomplete",
        Failed = "failed",
    }
}

impl ItemStatus {
    /// Returns `true` if the item does not change any more: completed, incomplete or failed.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Incomplete | Self::Failed)
    }
}
