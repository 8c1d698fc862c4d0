use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(non_empty)]
    item_id: String,
}

fn main() {}
