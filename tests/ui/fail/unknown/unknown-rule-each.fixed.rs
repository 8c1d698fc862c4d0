use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(each(non_empty))]
    item_ids: Vec<String>,
}

fn main() {}
