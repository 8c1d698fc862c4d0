use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(bound = "")]
struct Partial {
    item_id: String,
}

fn main() {}
