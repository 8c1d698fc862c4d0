use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(untagged)]
#[event(schema)]
struct Usage {
    tokens: u64,
}

#[derive(ResponseEvent)]
#[event(type = "response.done", schema)]
struct Done {
    usage: Option<Usage>,
}

fn main() {}
