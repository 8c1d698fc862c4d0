use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(rename_all = "camelCase")]
struct Partial {
    Type: String,
}

fn main() {}
