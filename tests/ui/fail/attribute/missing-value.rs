use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type)]
struct Partial;

fn main() {}
