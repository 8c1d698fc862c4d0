//! The JSON Schema of an event and a family, where both ask for it.

use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent};

/// A piece of text.
#[derive(ResponseEvent)]
#[event(type = "text.delta", alias = "delta", schema)]
pub struct TextDelta {
    /// Id of the item.
    #[event(non_empty, strict(prefix("msg_")))]
    pub item_id: String,
    #[event(index)]
    #[serde(default, alias = "index")]
    pub output_index: Number,
    pub delta: Option<String>,
}

#[derive(EventFamily)]
#[event(schema)]
pub enum Text {
    Delta(TextDelta),
    #[event(unknown)]
    Unknown(UnknownEvent),
}
