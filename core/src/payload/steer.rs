//! Steering input: what a client sends to a response in progress.

use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// Steering input, or the reference to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct Steer {
    /// ID of the steering input; absent if it was rejected before it had one.
    #[event(non_empty)]
    pub id: Option<String>,
    /// ID of the response that the input is for.
    #[event(required, non_empty)]
    pub previous_response_id: Option<String>,
    /// The input, as the client sent it: a text or a list of items.
    pub input: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    Steer();
}

open_enum! {
    /// Reason why steering input waits.
    SteerPendingReason {
        /// The response waits for the output of a tool or for an approval
        WaitingForRequiredInput = "waiting_for_required_input",
    }
}
