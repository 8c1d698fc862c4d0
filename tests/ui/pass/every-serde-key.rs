//! Every key of serde that keeps its meaning, in every form.

use std::borrow::Cow;
use std::collections::BTreeMap;

use response_event::ResponseEvent;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
#[serde(
    rename(serialize = "Part", deserialize = "Part"),
    rename_all(serialize = "camelCase", deserialize = "camelCase"),
    bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"),
    crate = "serde"
)]
struct Partial<'a, T> {
    #[serde(rename(serialize = "id", deserialize = "id"), alias = "item", alias = "itemId")]
    item_id: String,
    #[serde(default)]
    format: String,
    #[serde(default = "Vec<u8>::new")]
    bytes: Vec<u8>,
    #[serde(default = "first")]
    index: u64,
    #[serde(with = "codec")]
    image: Vec<u8>,
    #[serde(serialize_with = "codec::serialize", deserialize_with = "codec::deserialize")]
    mask: Vec<u8>,
    #[serde(skip_serializing_if = "<[_]>::is_empty", default)]
    names: Vec<String>,
    #[serde(borrow)]
    prompt: Cow<'a, str>,
    #[serde(borrow = "'a")]
    style: Option<Cow<'a, str>>,
    plain: &'a str,
    maybe: Option<&'a str>,
    value: T,
    #[serde(skip)]
    seen: bool,
    #[serde(skip, default = "first")]
    count: u64,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(ResponseEvent)]
#[event(type = "image.done")]
#[serde(default = "Done::new", deny_unknown_fields)]
struct Done {
    item_id: String,
}

impl Done {
    fn new() -> Self {
        Done { item_id: String::new() }
    }
}

fn first() -> u64 {
    1
}

mod codec {
    use super::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        bytes.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        Vec::deserialize(deserializer)
    }
}

fn main() {
    let done: Done = response_event::from_str(r#"{"type":"image.done"}"#).unwrap();
    assert_eq!(done.item_id, "");
}
