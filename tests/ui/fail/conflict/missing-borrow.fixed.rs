use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial<'a> {
    #[serde(borrow)]
    labels: Vec<&'a str>,
}

fn main() {}
