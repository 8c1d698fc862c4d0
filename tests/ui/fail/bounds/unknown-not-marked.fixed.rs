use response_event::{EventFamily, ResponseEvent, UnknownEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn main() {}
