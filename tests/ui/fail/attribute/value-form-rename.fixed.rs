use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(rename = "id")]
    item_id: String,
}

fn main() {}
