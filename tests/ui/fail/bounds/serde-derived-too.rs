use response_event::ResponseEvent;

#[derive(serde::Serialize, ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

fn main() {}
