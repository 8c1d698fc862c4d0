use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(alias = "id")]
    item_id: String,
    #[serde(rename = "image_id")]
    id: String,
}

fn main() {}
