use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(non_empty)]
    output_index: u64,
}

fn main() {}
