use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix("image/"), one_of("image/png"))]
    format: String,
}

fn main() {}
