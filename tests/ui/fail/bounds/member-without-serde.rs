use response_event::ResponseEvent;

struct Usage;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    usage: Usage,
}

fn main() {}
