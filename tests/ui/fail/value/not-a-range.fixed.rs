use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(1..=64))]
    item_id: String,
}

fn main() {}
