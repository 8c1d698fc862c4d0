use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(part, type = "message")]
struct Message;

#[derive(EventFamily)]
#[event(part)]
enum Item {
    Message(Message),
}

fn main() {}
