use response_event::ResponseEvent;

#[derive(serde::Serialize, serde::Deserialize)]
struct Usage;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(nested)]
    usage: Usage,
}

fn main() {}
