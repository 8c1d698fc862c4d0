use std::borrow::Cow;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    #[serde(borrow)]
    item_id: Cow<'a, str>,
}

fn keep(json: String) -> Partial<'static> {
    response_event::from_str(&json).unwrap()
}

fn main() {
    keep(String::new());
}
