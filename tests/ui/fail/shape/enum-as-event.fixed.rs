use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.low")]
struct Low;

#[derive(ResponseEvent)]
#[event(type = "image.high")]
struct High;

#[derive(EventFamily)]
enum Partial {
    Low(Low),
    High(High),
}

fn main() {}
