use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", alias = "image.partial")]
struct Partial;

fn main() {}
