use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(tag = "image.partial")]
struct Partial;

fn main() {}
