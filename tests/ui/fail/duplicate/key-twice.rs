use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "error")]
struct Failure {
    message: String,
    #[event(had_no_type)]
    had_no_type: bool,
}

#[derive(ResponseEvent)]
#[event(type = "image.failed")]
struct Failed {
    error: String,
    #[event(had_no_type)]
    had_no_type: bool,
}

#[derive(EventFamily)]
enum Image {
    #[event(without_type = "message")]
    Failure(Failure),
    #[event(without_type = "error")]
    Failed(Failed),
}

fn main() {}
