use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.finished")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Done),
}

fn main() {}
