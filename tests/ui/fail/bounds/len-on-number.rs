use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(len(1..=4))]
    output_index: u64,
}

fn main() {}
