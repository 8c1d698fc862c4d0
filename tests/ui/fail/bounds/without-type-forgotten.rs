use response_event::{EventFamily, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "error")]
struct Failure {
    message: String,
}

#[derive(EventFamily)]
enum Image {
    #[event(without_type = "message")]
    Failure(Failure),
}

fn main() {}
