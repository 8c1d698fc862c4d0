use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(1..=8), strict(len(10..)))]
    item_id: String,
}

fn main() {}
