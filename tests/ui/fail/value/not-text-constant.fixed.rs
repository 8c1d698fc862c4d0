use response_event::ResponseEvent;

const TYPE: &str = "image.partial";

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial;

fn main() {
    let _ = TYPE;
}
