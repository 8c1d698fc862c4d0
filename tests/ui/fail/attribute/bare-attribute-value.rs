use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event = "image.partial"]
#[event(type = "image.partial")]
struct Partial;

fn main() {}
