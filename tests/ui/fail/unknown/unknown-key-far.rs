use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", version = 2)]
struct Partial;

fn main() {}
