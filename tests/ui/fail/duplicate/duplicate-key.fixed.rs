use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(nullable)]
    item_id: Option<String>,
}

fn main() {}
