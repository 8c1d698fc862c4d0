use response_event::{EventFamily, ResponseEvent};

#[derive(EventFamily)]
enum Image {
    #[event(family)]
    Text(String),
}

fn main() {}
