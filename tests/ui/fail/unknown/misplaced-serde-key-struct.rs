use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(flatten)]
struct Partial {
    item_id: String,
}

fn main() {}
