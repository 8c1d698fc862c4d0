use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(strict(non_empty))]
    item_id: String,
}

fn main() {}
