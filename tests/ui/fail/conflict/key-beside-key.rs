use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "error")]
struct Failure {
    message: String,
    #[event(had_no_type)]
    #[serde(rename = "untyped")]
    had_no_type: bool,
}

fn main() {}
