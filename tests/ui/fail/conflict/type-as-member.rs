use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    r#type: String,
    item_id: String,
}

fn main() {}
