use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[event(type = "image.part")]
struct Partial;

fn main() {}
