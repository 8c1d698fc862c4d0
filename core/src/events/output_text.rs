//! `response.output_text.*`: the text of a message, piece by piece, and its annotations.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::payload::{Annotation, Logprob};
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the text of a message: `response.output_text.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.output_text.delta")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextDelta")]
#[doc(alias = "ResponseTextDeltaEvent")]
#[doc(alias = "TextDeltaEvent")]
#[non_exhaustive]
pub struct OutputTextDelta {
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
    /// Text to append.
    pub delta: String,
    /// Log probability of each token of the delta; empty unless the request asks for them.
    #[event(strict(required), each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A new annotation of a text, such as its source: `response.output_text.annotation.added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.output_text.annotation.added")]
#[doc(alias = "AnnotationAddedEvent")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextAnnotationAdded")]
#[doc(alias = "ResponseOutputTextAnnotationAddedEvent")]
#[non_exhaustive]
pub struct OutputTextAnnotationAdded {
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
    /// Zero-based index of the annotation in the part's `annotations`.
    #[event(required, index)]
    pub annotation_index: Option<Number>,
    /// The annotation.
    #[event(nested)]
    pub annotation: Option<Annotation>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete text of a part of a message: `response.output_text.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.output_text.done")]
#[doc(alias = "OpenResponsesStreamEventResponseOutputTextDone")]
#[doc(alias = "ResponseTextDoneEvent")]
#[doc(alias = "TextDoneEvent")]
#[non_exhaustive]
pub struct OutputTextDone {
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
    /// The complete text, which replaces the deltas.
    pub text: String,
    /// Log probability of each token of the text; empty unless the request asks for them.
    #[event(strict(required), each(nested))]
    pub logprobs: Option<Vec<Logprob>>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    OutputTextDelta(delta: String);
    OutputTextAnnotationAdded();
    OutputTextDone(text: String);
}
