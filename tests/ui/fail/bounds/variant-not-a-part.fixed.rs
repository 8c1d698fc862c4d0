use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(part, type = "text")]
struct Text {
    text: String,
}

#[derive(EventFamily)]
#[event(part)]
enum Item {
    Text(Text),
}

fn main() {}
