use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(each(index))]
    item_ids: Vec<String>,
}

fn main() {}
