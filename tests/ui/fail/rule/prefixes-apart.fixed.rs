use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix("ig_"), strict(prefix("ig_1")))]
    item_id: String,
}

fn main() {}
