use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done", alias = "image.finished")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.finished")]
struct Finished;

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Finished(Finished),
}

fn main() {}
