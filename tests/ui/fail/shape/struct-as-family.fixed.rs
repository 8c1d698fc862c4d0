use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Image {
    item_id: String,
}

fn main() {}
