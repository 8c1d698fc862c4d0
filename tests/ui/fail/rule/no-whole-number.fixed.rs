use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(integer, range(0..=1))]
    progress: f64,
}

fn main() {}
