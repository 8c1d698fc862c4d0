use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", crate = "response-event")]
struct Partial;

fn main() {}
