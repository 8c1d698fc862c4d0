use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(deny_unknown_fields)]
struct Partial {
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

fn main() {}
