use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(0..=5))]
    item_id: String,
}

fn main() {}
