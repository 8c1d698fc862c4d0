use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(checks::id))]
    item_id: String,
}

fn main() {}
