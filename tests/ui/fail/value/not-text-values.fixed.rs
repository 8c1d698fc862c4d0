use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(one_of("png", "webp"))]
    format: String,
}

fn main() {}
