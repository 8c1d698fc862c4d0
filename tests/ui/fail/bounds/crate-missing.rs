use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", crate = elsewhere)]
struct Partial {
    item_id: String,
}

fn main() {}
