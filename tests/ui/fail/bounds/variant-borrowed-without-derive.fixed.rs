use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Failed<'a> {
    reason: &'a str,
}

#[derive(EventFamily)]
enum Image<'a> {
    Done(Done),
    Failed(Failed<'a>),
}

fn main() {}
