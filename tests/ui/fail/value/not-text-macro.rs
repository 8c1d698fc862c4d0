use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = concat!("image", ".partial"))]
struct Partial;

fn main() {}
