use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(flatten)]
    #[event(len(1..=4))]
    rest: BTreeMap<String, String>,
}

fn main() {}
