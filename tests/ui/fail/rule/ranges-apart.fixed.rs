use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(index, range(..=9))]
    output_index: i64,
}

fn main() {}
