use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
    #[serde(rename = "image_id")]
    id: String,
}

fn main() {}
