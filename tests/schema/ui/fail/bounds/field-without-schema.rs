use response_event::ResponseEvent;

#[derive(serde::Deserialize, serde::Serialize)]
struct Usage {
    tokens: u64,
}

#[derive(ResponseEvent)]
#[event(type = "response.done", schema)]
struct Done {
    usage: Option<Usage>,
}

fn main() {}
