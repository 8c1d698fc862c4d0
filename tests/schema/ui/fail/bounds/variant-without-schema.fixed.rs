use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[event(schema)]
struct Partial {
    item_id: String,
}

#[derive(EventFamily)]
#[event(schema)]
enum Image {
    Partial(Box<Partial>),
}

fn main() {}
