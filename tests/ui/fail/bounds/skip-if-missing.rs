use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(skip_serializing_if = "absent")]
    item_id: String,
}

fn main() {}
