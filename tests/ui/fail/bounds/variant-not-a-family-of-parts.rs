use response_event::{EventFamily, ResponseEvent};

#[derive(EventFamily)]
#[event(part)]
enum Item {
    #[event(family)]
    Text(String),
}

fn main() {}
