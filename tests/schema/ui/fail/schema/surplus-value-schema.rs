use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", schema = "Partial")]
struct Partial {
    item_id: String,
}

fn main() {}
