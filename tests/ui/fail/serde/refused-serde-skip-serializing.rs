use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(skip_serializing)]
    item_id: String,
}

fn main() {}
