use std::borrow::Cow;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    #[serde(borrow = "a")]
    item_id: Cow<'a, str>,
}

fn main() {}
