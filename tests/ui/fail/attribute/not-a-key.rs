use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(5, type = "image.partial")]
struct Partial;

fn main() {}
