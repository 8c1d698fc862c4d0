use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.done")]
struct Done;

#[derive(ResponseEvent)]
#[event(type = "image.text")]
struct Text {
    text: String,
}

#[derive(EventFamily)]
enum Image {
    Done(Done),
    Text(Text),
}

fn main() {}
