use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[event(alias = "image.part")]
struct Partial;

fn main() {}
