// These tests do not enable the feature, so `schema` is removed.
use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

fn main() {}
