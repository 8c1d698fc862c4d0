use std::path::PathBuf;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(non_empty)]
    file: PathBuf,
}

fn main() {}
