use response_event::ResponseEvent;

#[allow(non_snake_case)]
#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(rename_all = "camelCase")]
struct Partial {
    #[serde(rename = "kind")]
    Type: String,
}

fn main() {}
