//! `response.web_search_call.*`: a search of the web on its way.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0 and @openrouter/sdk 1.3.19, and what recorded
//! streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// A web search has started: `response.web_search_call.in_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.web_search_call.in_progress")]
#[doc(alias = "ResponseWebSearchCallInProgressEvent")]
#[doc(alias = "WebSearchCallInProgressEvent")]
pub struct WebSearchCallInProgress {
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

/// The web is being searched: `response.web_search_call.searching`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.web_search_call.searching")]
#[doc(alias = "ResponseWebSearchCallSearchingEvent")]
#[doc(alias = "WebSearchCallSearchingEvent")]
pub struct WebSearchCallSearching {
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

/// A web search is done: `response.web_search_call.completed`. What it found shows in the annotations of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.web_search_call.completed")]
#[doc(alias = "ResponseWebSearchCallCompletedEvent")]
#[doc(alias = "WebSearchCallCompletedEvent")]
pub struct WebSearchCallCompleted {
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
