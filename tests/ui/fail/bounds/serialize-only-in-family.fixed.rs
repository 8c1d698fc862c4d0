use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.create", serialize_only)]
struct Create<'a> {
    prompt: &'a [&'a str],
}

#[derive(EventFamily)]
#[event(serialize_only)]
enum Client<'a> {
    Create(Create<'a>),
}

fn main() {}
