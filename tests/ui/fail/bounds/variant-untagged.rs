use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(untagged)]
struct Usage {
    tokens: u64,
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Usage(Usage),
}

fn main() {}
