use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(part)]
#[event(type = "image.partial")]
struct Partial;

#[derive(EventFamily)]
#[event(part)]
enum Item {
    Partial(Partial),
}

fn main() {}
