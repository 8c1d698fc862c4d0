use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.create", serialize_only)]
struct Create {
    prompt: &'static [&'static str],
}

#[derive(EventFamily)]
enum Client {
    Create(Create),
}

fn main() {}
