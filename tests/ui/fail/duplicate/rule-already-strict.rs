use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(base64, strict(base64))]
    image: String,
}

fn main() {}
