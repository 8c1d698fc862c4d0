//! `response.output_item.*`: the output items of a response, as they come and as they are done.
//!
//! The members are those of openai-python 3.54.0, openai-node 6.49.0, @openrouter/sdk 1.3.19 and 0.9.11, and what
//! recorded streams hold.

use crate::payload::OutputItem;
use crate::{Number, ResponseEvent};

/// The response has a new output item, still empty or nearly so: `response.output_item.added`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.output_item.added")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputItemAdded")]
#[doc(alias = "ResponseOutputItemAddedEvent")]
#[doc(alias = "StreamEventsResponseOutputItemAdded")]
pub struct OutputItemAdded {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The item as it begins.
    #[event(nested)]
    pub item: OutputItem,
}

/// An output item is done: `response.output_item.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.output_item.done")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputItemDone")]
#[doc(alias = "ResponseOutputItemDoneEvent")]
#[doc(alias = "StreamEventsResponseOutputItemDone")]
pub struct OutputItemDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The place of the item in the response's `output`, from 0; some streams leave it out.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The whole item.
    #[event(nested)]
    pub item: OutputItem,
}
