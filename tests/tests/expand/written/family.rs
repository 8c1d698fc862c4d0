//! A family: an event, an event in a box, another family, and whatever else comes.

use response_event::{EventFamily, UnknownEvent};

use super::events::{ImageEvent, Queued, Text};

/// What a stream brings.
#[derive(Clone, Debug, PartialEq, EventFamily)]
pub enum StreamEvent<'a> {
    Queued(Queued),
    Text(Box<Text<'a>>),
    #[event(family)]
    Image(ImageEvent),
    #[event(unknown)]
    Unknown(UnknownEvent),
}
