use response_event::ResponseEvent;

const TYPE: &str = "image.partial";

#[derive(ResponseEvent)]
#[event(type = TYPE)]
struct Partial;

fn main() {
    let _ = TYPE;
}
