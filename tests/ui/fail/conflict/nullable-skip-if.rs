use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[event(nullable)]
    item_id: Option<String>,
}

fn main() {}
