use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    item_id: String,
    output_index: u64,
}

fn main() {}
