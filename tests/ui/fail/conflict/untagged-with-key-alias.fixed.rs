use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(untagged)]
struct Part {
    item_id: String,
}

fn main() {}
