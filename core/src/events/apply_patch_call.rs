//! `response.apply_patch_call_operation_diff.*`: a diff to be applied, piece by piece.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the diff of a patch: `response.apply_patch_call_operation_diff.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.apply_patch_call_operation_diff.delta")]
#[doc(alias = "ApplyPatchCallOperationDiffDeltaEvent")]
#[non_exhaustive]
pub struct ApplyPatchCallOperationDiffDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// Text to append to the diff.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The complete diff of a patch: `response.apply_patch_call_operation_diff.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.apply_patch_call_operation_diff.done")]
#[doc(alias = "ApplyPatchCallOperationDiffDoneEvent")]
#[non_exhaustive]
pub struct ApplyPatchCallOperationDiffDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Id of the output item; not empty.
    #[event(required, non_empty)]
    pub item_id: Option<String>,
    /// Zero-based index of the output item in the response's `output`.
    #[event(required, index)]
    pub output_index: Option<Number>,
    /// The complete diff, which replaces the deltas.
    pub diff: String,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ApplyPatchCallOperationDiffDelta(delta: String);
    ApplyPatchCallOperationDiffDone(diff: String);
}
