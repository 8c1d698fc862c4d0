use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(non_empty, base64)]
    image: String,
}

fn main() {}
