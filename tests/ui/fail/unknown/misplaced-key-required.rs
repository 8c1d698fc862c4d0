use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(each(required))]
    item_ids: Vec<Option<String>>,
}

fn main() {}
