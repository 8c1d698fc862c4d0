use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", alias = "image.part")]
struct Partial;

fn main() {}
