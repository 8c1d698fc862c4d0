//! The smallest event worth having: three members, a rule on each.

use response_event::{Number, ResponseEvent};

/// An image generation call has started.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "response.image_generation_call.in_progress")]
pub struct InProgress {
    #[event(non_empty)]
    pub item_id: String,
    #[event(index)]
    pub output_index: Number,
    #[event(index)]
    pub sequence_number: Number,
}
