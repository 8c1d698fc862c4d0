// The bytes are read from base64, so the rule is not needed. Bytes as a list of numbers take `with(path)`.

use response_event::ResponseEvent;

#[derive(ResponseEvent)]
#[event(type = "image.partial")]
struct Partial {
    #[serde(with = "hex")]
    image: Vec<u8>,
    #[event(with(path))]
    mask: Vec<u8>,
}

fn path(mask: &[u8]) -> Result<(), &'static str> {
    if mask.is_empty() { Err("is empty") } else { Ok(()) }
}

/// As short as base64 is long.
mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        let pairs = text.as_bytes().chunks(2).map(|pair| str::from_utf8(pair).unwrap_or_default());
        pairs.map(|pair| u8::from_str_radix(pair, 16).map_err(D::Error::custom)).collect()
    }
}

fn main() {}
