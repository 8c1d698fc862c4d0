use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(rename = "item_id", alias = "id")]
    item_id: String,
}

fn main() {}
