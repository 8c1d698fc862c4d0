use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(one_of("png", "webp"), len(3..))]
    format: String,
}

fn main() {}
