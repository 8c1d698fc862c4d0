// These tests do not enable the feature, so `schema` is removed.
use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

#[derive(EventFamily)]
enum Image {
    Partial(Partial),
}

fn main() {}
