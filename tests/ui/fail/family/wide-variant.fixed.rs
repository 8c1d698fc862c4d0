use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Event {
    reason: String,
    code: u64,
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Failed(Event),
}

fn main() {}
