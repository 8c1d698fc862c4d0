use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    #[event(type = "image.finished")]
    Done(Done),
}

fn main() {}
