use std::borrow::Cow;

use response_event::ResponseEvent;

#[derive(serde::Serialize, serde::Deserialize)]
struct Usage<'a> {
    model: Cow<'a, str>,
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    usage: Usage<'static>,
    item_id: String,
    others: Vec<Usage<'static>>,
}

fn main() {}
