use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(1..=8), strict(len(2..)))]
    item_id: String,
}

fn main() {}
