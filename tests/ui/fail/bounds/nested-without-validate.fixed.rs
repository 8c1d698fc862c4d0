use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(untagged)]
struct Usage;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(nested)]
    usage: Usage,
}

fn main() {}
