use response_event::{EventFamily, ResponseEvent};

#[derive(EventFamily)]
#[event(part)]
enum Item {
    Text(String),
}

fn main() {}
