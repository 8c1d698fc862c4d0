use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(regex("^ig_[0-9]+$", flags = "i"))]
    item_id: String,
}

fn main() {}
