use std::collections::BTreeMap;

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(alias = "image part", vrsion = 2, crate = ::response_event)]
#[serde(tag = "type", deny_unknown_fields, rename_all = "camel")]
struct Partial {
    #[event(non_empty, lenght(min = 1), range(5..=3), prefix("ig_", "img_"))]
    item_id: String,
    #[serde(rename = "item_id", skip_serializing)]
    #[event(index integer)]
    output_index: u64,
    r#type: String,
    #[serde(flatten, flatten)]
    rest: BTreeMap<String, String>,
}

fn main() {}
