use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(alias = "item_id")]
    item_id: String,
}

fn main() {}
