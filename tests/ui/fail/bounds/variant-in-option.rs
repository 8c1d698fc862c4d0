use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Option<Done>),
}

fn main() {}
