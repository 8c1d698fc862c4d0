use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event("image.partial")]
struct Partial;

fn main() {}
