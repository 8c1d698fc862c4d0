use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Other(Box<dyn std::any::Any>),
}

fn main() {}
