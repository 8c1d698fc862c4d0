use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[event(with(path))]
struct Partial {
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

fn path(partial: &Partial) -> Result<(), &'static str> {
    if partial.rest.len() <= 4 { Ok(()) } else { Err("has too many fields") }
}

fn main() {}
