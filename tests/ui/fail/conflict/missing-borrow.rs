use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    labels: Vec<&'a str>,
}

fn main() {}
