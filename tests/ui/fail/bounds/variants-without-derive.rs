use response_event::{EventFamily, ResponseEvent};

struct Done;

struct Failed;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Failed(Failed),
}

fn main() {}
