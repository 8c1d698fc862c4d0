use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(r#type = "image.partial")]
struct Partial;

fn main() {}
