use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event("image.partial", type = "image.partial")]
struct Partial;

fn main() {}
