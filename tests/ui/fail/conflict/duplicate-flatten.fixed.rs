use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
    more: BTreeMap<String, String>,
}

fn main() {}
