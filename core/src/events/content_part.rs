//! `response.content_part.*`: the parts of an output item, as they come and as they are done.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use alloc::string::String;

use crate::payload::ContentPart;
use crate::{Number, ResponseEvent};

/// An output item has a new part, still empty: `response.content_part.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.content_part.added")]
#[doc(alias = "ContentPartAddedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseContentPartAdded")]
#[doc(alias = "ResponseContentPartAddedEvent")]
pub struct ContentPartAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that the part belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The part as it begins.
    #[event(nested)]
    pub part: ContentPart,
}

/// A part of an output item is done: `response.content_part.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.content_part.done")]
#[doc(alias = "ContentPartDoneEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseContentPartDone")]
#[doc(alias = "ResponseContentPartDoneEvent")]
pub struct ContentPartDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that the part belongs to; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The place of the part in the item's `content`, from 0.
    #[event(index)]
    pub content_index: Number,
    /// The whole part.
    #[event(nested)]
    pub part: ContentPart,
}
