use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(alias = "image.part", untagged)]
struct Part {
    item_id: String,
}

fn main() {}
