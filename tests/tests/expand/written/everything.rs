//! An event with one of everything: what borrows, what is read and written by hand, what stands in for absent members,
//! and the rules of both levels.

use std::borrow::Cow;
use std::collections::BTreeMap;

use response_event::{Number, ResponseEvent};
use serde_json::Value;

/// A picture on its way.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "image.partial", alias = "image.delta", with(index_below_total))]
#[serde(rename_all = "camelCase")]
pub struct Partial<'a, T> {
    #[event(prefix("ig_"), len(4..=64))]
    pub item_id: &'a str,
    #[event(index, strict(range(..=9)))]
    pub index: Number,
    pub total: Option<Number>,
    #[serde(borrow, alias = "b64")]
    #[event(non_empty, strict(base64))]
    pub image: Cow<'a, str>,
    #[serde(default = "png", rename = "format")]
    #[event(one_of("png", "webp"))]
    pub output_format: String,
    #[serde(default)]
    #[event(each(non_empty))]
    pub labels: Vec<String>,
    #[event(nullable)]
    pub seed: Option<u64>,
    #[serde(with = "seconds")]
    #[event(with(after_1970))]
    pub created_at: Option<Time>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub parts: Vec<T>,
    #[serde(skip)]
    pub seen: bool,
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

/// Seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time(pub i64);

fn png() -> String {
    String::from("png")
}

fn after_1970(time: &Time) -> Result<(), &'static str> {
    if time.0 >= 0 { Ok(()) } else { Err("is before 1970") }
}

fn index_below_total<T>(image: &Partial<'_, T>) -> Result<(), &'static str> {
    if image.total.is_none_or(|total| image.index < total) { Ok(()) } else { Err("has an index beyond its total") }
}

/// Writes a time as its number.
mod seconds {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Time;

    pub(super) fn serialize<S: Serializer>(time: &Option<Time>, serializer: S) -> Result<S::Ok, S::Error> {
        time.map(|time| time.0).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Time>, D::Error> {
        Ok(Option::deserialize(deserializer)?.map(Time))
    }
}
