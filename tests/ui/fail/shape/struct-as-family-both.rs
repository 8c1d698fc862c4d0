use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent, EventFamily)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

fn main() {
    let _ = Partial { item_id: String::new() }.item_id;
    let _ = Partial::TYPE;
}
