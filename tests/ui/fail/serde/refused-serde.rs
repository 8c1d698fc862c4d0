use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(tag = "type")]
struct Partial {
    item_id: String,
}

fn main() {}
