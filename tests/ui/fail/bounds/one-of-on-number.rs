use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(one_of("png", "webp"))]
    output_index: u64,
}

fn main() {}
