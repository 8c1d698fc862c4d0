//! `response.compaction.*`: the conversation is made shorter.
//!
//! The members are those of openai-python 3.54.0.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// The conversation so far is being compacted: `response.compaction.compacting`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.compaction.compacting")]
#[doc(alias = "ResponseCompactionCompactingEvent")]
pub struct CompactionCompacting {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the compaction; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
}
