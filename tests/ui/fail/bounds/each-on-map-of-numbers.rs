use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[event(each(non_empty))]
    names: BTreeMap<u32, String>,
}

fn main() {}
