use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = 5)]
struct Partial;

fn main() {}
