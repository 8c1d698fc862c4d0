use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(one_of("image/png", "image/webp"), prefix("image/"))]
    format: String,
}

fn main() {}
