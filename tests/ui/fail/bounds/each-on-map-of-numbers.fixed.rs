use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(with(path))]
    names: BTreeMap<u32, String>,
}

fn path(names: &BTreeMap<u32, String>) -> Result<(), &'static str> {
    if names.values().any(String::is_empty) { Err("has an empty name") } else { Ok(()) }
}

fn main() {}
