use response_event::ResponseEvent;

#[derive(ResponseEvent)]
struct Partial {
    item_id: String,
}

fn main() {}
