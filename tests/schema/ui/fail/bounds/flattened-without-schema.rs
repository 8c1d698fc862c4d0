use response_event::ResponseEvent;

#[derive(serde::Deserialize, serde::Serialize)]
struct Usage {
    tokens: u64,
}

#[derive(ResponseEvent)]
#[event(type = "response.done", schema)]
struct Done {
    #[serde(flatten)]
    usage: Usage,
}

fn main() {}
