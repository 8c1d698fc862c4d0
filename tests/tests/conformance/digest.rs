//! Values of which only the length and the hash are recorded.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::deliberate::OPTIONAL;

/// Whether it is the digest of this value.
pub(crate) fn is_digest(sha256: &str, bytes: usize, value: &Value) -> bool {
    let text = canonical(value);
    let digest = Sha256::digest(&text).iter().fold(String::new(), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    });
    text.len() == bytes && digest == sha256
}

/// The text that the SDK would write: keys sorted, no spaces. Numbers only as far as the cases need it.
fn canonical(value: &Value) -> String {
    match value {
        // `Value` sorts its keys. Rust writes a float's shortest digits, JavaScript too; the exponent never shows here.
        Value::Number(number) => number.as_f64().map_or_else(String::new, |number| number.to_string()),
        Value::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .filter(|(name, _)| !OPTIONAL.contains(&name.as_str()))
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}
