use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.other")]
struct Event;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Other(Event),
}

fn main() {}
