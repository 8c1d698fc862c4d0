use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
}

fn main() {
    let _ = Partial { item_id: String::new() }.item_id;
    let _ = Partial::TYPE;
}
