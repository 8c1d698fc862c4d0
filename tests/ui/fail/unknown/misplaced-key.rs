use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(type = "image.partial")]
    item_id: String,
}

fn main() {}
