use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(rename = "kind")]
    r#type: String,
    item_id: String,
}

fn main() {}
