use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "error")]
struct Failure {
    message: String,
    #[event(had_no_type)]
    had_no_type: bool,
}

#[derive(EventFamily)]
enum Image {
    #[event(without_type = "mesage")]
    Failure(Failure),
}

fn main() {}
