//! `response.content_part.*`: the parts of an output item, as they come and as they are done.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::payload::ContentPart;
use crate::{ExtraFields, Number, ResponseEvent};

/// A new part of an output item, mostly empty: `response.content_part.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.content_part.added")]
#[doc(alias = "ContentPartAddedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseContentPartAdded")]
#[doc(alias = "ResponseContentPartAddedEvent")]
#[non_exhaustive]
pub struct ContentPartAdded {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(required, index)]
    pub content_index: Option<Number>,
    /// The part so far.
    #[event(required, nested)]
    pub part: Option<ContentPart>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A complete part of an output item: `response.content_part.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.content_part.done")]
#[doc(alias = "ContentPartDoneEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseContentPartDone")]
#[doc(alias = "ResponseContentPartDoneEvent")]
#[non_exhaustive]
pub struct ContentPartDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Zero-based index of the part in the item's `content`.
    #[event(required, index)]
    pub content_index: Option<Number>,
    /// The complete part.
    #[event(required, nested)]
    pub part: Option<ContentPart>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ContentPartAdded();
    ContentPartDone();
}
