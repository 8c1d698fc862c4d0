use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "response.completed")]
struct Partial;

fn main() {}
