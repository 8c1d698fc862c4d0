use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Inner {
    Done(Done),
}

#[derive(EventFamily)]
enum Image {
    #[event(family)]
    Inner(Inner),
}

fn main() {}
