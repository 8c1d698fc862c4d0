use std::borrow::Cow;

use response_event::ResponseEvent;

#[derive(serde::Serialize, serde::Deserialize)]
struct Usage<'a> {
    #[serde(borrow)]
    model: Cow<'a, str>,
}

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    usage: Usage<'a>,
    item_id: String,
    others: Vec<Usage<'a>>,
}

fn main() {}
