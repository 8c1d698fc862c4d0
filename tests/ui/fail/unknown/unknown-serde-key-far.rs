use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(colour = "red")]
    item_id: String,
}

fn main() {}
