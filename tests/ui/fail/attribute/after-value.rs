use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial" ["image.part"])]
struct Partial;

fn main() {}
