use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix("data:image/png"))]
    image: String,
}

fn main() {}
