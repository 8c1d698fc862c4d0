use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(untagged)]
struct Partial {
    item_id: String,
}

fn main() {}
