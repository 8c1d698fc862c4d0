use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(range(0..=100))]
    output_index: u64,
}

fn main() {}
