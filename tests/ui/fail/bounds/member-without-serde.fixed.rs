use response_event::ResponseEvent;

#[derive(serde::Serialize)]
#[derive(serde::Deserialize)]
struct Usage;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    usage: Usage,
}

fn main() {}
