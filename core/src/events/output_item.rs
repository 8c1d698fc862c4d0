//! `response.output_item.*`: the output items of a response, as they come and as they are done.

use alloc::boxed::Box;

use crate::construct::constructors;
use crate::payload::OutputItem;
use crate::{ExtraFields, Number, ResponseEvent};

/// A new output item, mostly empty: `response.output_item.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.output_item.added")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputItemAdded")]
#[doc(alias = "ResponseOutputItemAddedEvent")]
#[doc(alias = "StreamEventsResponseOutputItemAdded")]
#[non_exhaustive]
pub struct OutputItemAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The item so far.
    #[event(strict(required), nested)]
    pub item: Option<OutputItem>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete output item: `response.output_item.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.output_item.done")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputItemDone")]
#[doc(alias = "ResponseOutputItemDoneEvent")]
#[doc(alias = "StreamEventsResponseOutputItemDone")]
#[non_exhaustive]
pub struct OutputItemDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The complete item.
    #[event(strict(required), nested)]
    pub item: Option<OutputItem>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    OutputItemAdded();
    OutputItemDone();
}
