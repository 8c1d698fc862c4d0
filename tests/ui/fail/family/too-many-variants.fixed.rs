// Two of the variants, which is enough to show where they go.

use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Failed;

#[derive(EventFamily)]
enum Others {
    Failed(Failed),
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    #[event(family)]
    Others(Others),
}

fn main() {}
