use response_event as path;
use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", crate = path)]
struct Partial;

fn main() {}
