use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(base64, len(5..=8))]
    image: String,
}

fn main() {}
