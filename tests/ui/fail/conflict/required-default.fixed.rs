use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(required)]
    item_id: Option<String>,
}

fn main() {}
