use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial", alias = ["image.part", "image.piece"])]
struct Partial;

fn main() {}
