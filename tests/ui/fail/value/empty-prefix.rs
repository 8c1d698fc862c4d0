use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix(""))]
    item_id: String,
}

fn main() {}
