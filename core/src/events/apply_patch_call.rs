//! `response.apply_patch_call_operation_diff.*`: a diff to be applied, piece by piece.
//!
//! The members are those of @openrouter/sdk 1.3.19, and what recorded streams hold.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// More of the diff that a call would apply: `response.apply_patch_call_operation_diff.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.apply_patch_call_operation_diff.delta")]
#[doc(alias = "ApplyPatchCallOperationDiffDeltaEvent")]
pub struct ApplyPatchCallOperationDiffDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// What comes after the diff so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The diff that a call would apply is done: `response.apply_patch_call_operation_diff.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.apply_patch_call_operation_diff.done")]
#[doc(alias = "ApplyPatchCallOperationDiffDoneEvent")]
pub struct ApplyPatchCallOperationDiffDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// The output item that is the call; not empty.
    #[event(non_empty)]
    pub item_id: String,
    /// The place of the item in the response's `output`, from 0.
    #[event(index)]
    pub output_index: Number,
    /// The whole diff: all its deltas in one.
    pub diff: String,
}
