use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", non_empty)]
struct Partial {
    item_id: String,
}

fn main() {}
