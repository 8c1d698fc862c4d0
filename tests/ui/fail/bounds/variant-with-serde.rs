use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(serde::Serialize, serde::Deserialize)]
struct Failed {
    reason: String,
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Failed(Failed),
}

fn main() {}
