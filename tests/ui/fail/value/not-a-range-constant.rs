use response_event::ResponseEvent;

const MOST: u64 = 100;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(range(0..=MOST))]
    progress: u64,
}

fn main() {
    let _ = MOST;
}
