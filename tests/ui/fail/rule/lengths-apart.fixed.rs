use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(non_empty, len(..=64))]
    item_id: String,
}

fn main() {}
