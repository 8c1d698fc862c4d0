use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Finished;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Finished(Finished),
}

fn main() {}
