use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(prefix("ig_"))]
    output_index: u64,
}

fn main() {}
