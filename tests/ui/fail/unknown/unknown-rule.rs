use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(nonempty)]
    item_id: String,
}

fn main() {}
