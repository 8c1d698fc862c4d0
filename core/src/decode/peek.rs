//! Reading nothing but the `type` of an object.

use alloc::borrow::Cow;
use core::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::key::{AnyKey, Text};
use crate::json::Reader;

/// The `type` of a JSON object, if it has one that is a string; reads no further than it.
pub(crate) fn peek_tag(json: &str) -> Option<Cow<'_, str>> {
    let mut tag = None;
    // The reader wants to see the end of the object, which the visitor does not wait for.
    let _unread = Reader::new(json).deserialize_map(TagOnly(&mut tag));
    tag
}

struct TagOnly<'t, 'de>(&'t mut Option<Cow<'de, str>>);

impl<'de> Visitor<'de> for TagOnly<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a member `type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(AnyKey)? {
            if key.is_none() {
                *self.0 = Some(map.next_value_seed(Text)?);
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
