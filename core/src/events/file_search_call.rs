//! `response.file_search_call.*`: a search of files on its way.
//!
//! The members are those of openai-python 3.54.0 and openai-node 6.49.0, and what recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// A search of files has started: `response.file_search_call.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.file_search_call.in_progress")]
#[doc(alias = "ResponseFileSearchCallInProgressEvent")]
pub struct FileSearchCallInProgress {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// The files are being searched: `response.file_search_call.searching`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.file_search_call.searching")]
#[doc(alias = "ResponseFileSearchCallSearchingEvent")]
pub struct FileSearchCallSearching {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}

/// A search of files is done: `response.file_search_call.completed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.file_search_call.completed")]
#[doc(alias = "ResponseFileSearchCallCompletedEvent")]
pub struct FileSearchCallCompleted {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
}
