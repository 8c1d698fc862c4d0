use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(base64)]
    image: Vec<u8>,
}

fn main() {}
