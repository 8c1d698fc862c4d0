use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix("ig_"))]
    item_id: String,
}

fn main() {}
