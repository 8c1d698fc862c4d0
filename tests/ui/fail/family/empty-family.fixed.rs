use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "response.completed")]
struct Completed;

#[derive(EventFamily)]
enum Image {
    Completed(Completed),
}

fn main() {}
