//! JSON text as a value to be serialized.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::content::Content;

/// The text of a JSON value, written as it is by serde_json, and as its value by binary formats.
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            let json: &RawValue = serde_json::from_str(self.0).map_err(S::Error::custom)?;
            json.serialize(serializer)
        } else {
            let content: Content<'_> = Content::from_json(self.0).map_err(S::Error::custom)?;
            content.serialize(serializer)
        }
    }
}
