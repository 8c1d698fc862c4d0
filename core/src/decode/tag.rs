//! The value of `type`, looked up in a shape as it is read.

use alloc::borrow::{Cow, ToOwned};
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use crate::shape::Shape;

/// Reads the value of `type` and looks it up.
pub(super) struct TagSeed {
    pub(super) shape: &'static Shape,
}

/// A tag and the variant that reads it, or the text of one that no variant reads.
pub(super) type FoundTag<'de> = Result<(usize, &'static str), Cow<'de, str>>;

impl<'de> DeserializeSeed<'de> for TagSeed {
    type Value = FoundTag<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TagSeed {
    type Value = FoundTag<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string as `type`")
    }

    #[inline]
    fn visit_str<E>(self, tag: &str) -> Result<Self::Value, E> {
        Ok(self.shape.variant(tag).ok_or_else(|| Cow::Owned(tag.to_owned())))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, tag: &'de str) -> Result<Self::Value, E> {
        Ok(self.shape.variant(tag).ok_or(Cow::Borrowed(tag)))
    }
}
