use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", alais = "image.part")]
struct Partial;

fn main() {}
