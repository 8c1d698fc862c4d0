use std::path::PathBuf;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    file: PathBuf,
}

fn path(file: &PathBuf) -> Result<(), &'static str> {
    if file.as_os_str().is_empty() { Err("is empty") } else { Ok(()) }
}

fn main() {}
