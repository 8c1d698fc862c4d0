use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(rename = "kind_of_image")]
    kind: String,
}

fn main() {}
