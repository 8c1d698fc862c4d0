use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(range(0..=18446744073709551615))]
    progress: u64,
}

fn main() {}
