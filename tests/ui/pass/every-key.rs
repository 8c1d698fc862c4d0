//! Every key and every rule once, on one event.

use std::borrow::Cow;
use std::collections::BTreeMap;

use response_event::{Number, ResponseEvent};

#[derive(ResponseEvent)]
#[event(type = "image.partial", alias = "image.part", crate = response_event)]
#[event(with(check), strict(with(check_strictly)))]
#[serde(rename = "Partial", rename_all = "snake_case")]
struct Partial<'a> {
    #[event(non_empty, prefix("ig_"), len(..=64))]
    item_id: String,
    #[event(index)]
    output_index: Number,
    #[event(range(0..=100), strict(integer))]
    progress: Number,
    #[event(strict(base64, len(4..)))]
    #[serde(borrow)]
    image: Cow<'a, str>,
    #[event(one_of("png", "webp"))]
    #[serde(rename = "output_format", alias = "format")]
    format: Option<String>,
    #[event(required)]
    size: Option<u64>,
    #[event(nullable)]
    #[serde(default)]
    error: Option<String>,
    #[event(each(non_empty), len(..=8))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
    #[serde(skip)]
    seen: bool,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

fn check(_: &Partial<'_>) -> Result<(), &'static str> {
    Ok(())
}

fn check_strictly(_: &Partial<'_>) -> Result<(), String> {
    Ok(())
}

fn main() {}
