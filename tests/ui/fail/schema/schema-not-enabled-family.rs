use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

#[derive(EventFamily)]
#[event(schema)]
enum Image {
    Partial(Partial),
}

fn main() {}
