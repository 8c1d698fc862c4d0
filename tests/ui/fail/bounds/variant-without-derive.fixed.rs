use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Failed {
    reason: String,
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Failed(Failed),
}

fn main() {
    let image: Image = response_event::from_str(r#"{"type":"image.done"}"#).unwrap();
    let _ = image.event_type();
    let _ = serde_json::to_string(&image);
}
