use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
enum Partial {
    Low,
    High,
}

fn main() {}
