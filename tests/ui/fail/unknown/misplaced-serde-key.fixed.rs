use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(rename_all = "camelCase")]
struct Partial {
    item_id: String,
}

fn main() {}
