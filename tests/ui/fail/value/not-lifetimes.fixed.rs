use std::borrow::Cow;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a, 'b> {
    #[serde(borrow = "'a + 'b")]
    item_id: (Cow<'a, str>, Cow<'b, str>),
}

fn main() {}
