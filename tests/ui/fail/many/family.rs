use response_event::{EventFamily, ResponseEvent, UnknownEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
#[serde(untagged)]
enum Image {
    #[serde(rename = "image.done")]
    Done(Done),
    Again(Box<Done>),
    #[event(type = "image.failed")]
    Failed { reason: String },
    Stopped,
    #[event(unknown, unknwon)]
    Other(UnknownEvent),
    #[event(unknown)]
    Rest(UnknownEvent),
}

fn main() {}
