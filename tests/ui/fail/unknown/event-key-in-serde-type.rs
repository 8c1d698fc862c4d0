use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[serde(type = "image.partial")]
struct Partial;

fn main() {}
