use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(part, type = "text")]
struct Text;

#[derive(EventFamily)]
#[event(part)]
enum Inner {
    Text(Text),
}

#[derive(EventFamily)]
#[event(part)]
enum Item {
    #[event(family)]
    Inner(Inner),
}

fn main() {}
