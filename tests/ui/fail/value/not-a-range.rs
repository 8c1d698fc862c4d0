use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(min = 1, max = 64))]
    item_id: String,
}

fn main() {}
