use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(try_from = "Loose")]
struct Partial {
    item_id: String,
}

fn main() {}
