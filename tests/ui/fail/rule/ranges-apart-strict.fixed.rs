use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(range(0..=100), strict(range(20..)))]
    progress: u64,
}

fn main() {}
