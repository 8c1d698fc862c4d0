use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(|id| id.len() > 3))]
    item_id: String,
}

fn main() {}
